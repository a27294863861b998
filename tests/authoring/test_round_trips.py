"""The newer fields and the organisation's own: authors' commands leave each as it is written."""

from __future__ import annotations

from difflib import ndiff
from functools import cache
from pathlib import Path

import pytest

from mkdocs_plans.authoring.rename import rename_everywhere
from mkdocs_plans.authoring.rename_target import find_renaming
from mkdocs_plans.authoring.update import CheckIn, write_check_in
from mkdocs_plans.edits import Draft
from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.settings import Site
from mkdocs_plans.source import read_document
from tests.small_site import CONFIG, found_in, read_site, text, write_site

OWN = """\
      extra_fields:
        remark: {label: Remark, type: text}
        rank: {label: Rank, type: number}
        begun: {label: Begun, type: date}
        paper: {label: Paper, type: link}
        sponsor: {label: Sponsor, type: person}
        bodies: {label: Bodies, type: list}
        risk: {label: Risk, type: choice, choices: [Low, Very high]}
        budget: {label: Budget, type: table}
        free: Free
"""

OWN_LINES = {
    "text": "remark:   'As *agreed*'   # by whom?", "number": "rank: 1_234.50", "date": "begun: FY26-Q2",
    "link": 'paper: "https://example.org/x?a=b#c"', "person": "sponsor: '@boss'  # the boss",
    "list": "bodies:\n- One\n- 'Two: three'\n", "choice": 'risk: "Very high"',
    "table": "budget:\n- {year: 2026, sum: 1 m,   from: boss}\n- year: 2027\n  sum: 2 m\n",
    "none": "free: {a: [b, c], d: |\n    text\n  }" , "folded": "remark: >-\n  one\n  two\n",
}  # fmt: skip

GOAL = {
    "target in words": "target: at least one office in each county   # soon",
    "baseline in words": "baseline: 'three, all in the capital'\ntarget: one in each county",
    "targets in words": "targets: {2026: one in each region,   2027-Q2: 'in each'}\ntarget: in each county",
    "met": "met: yes  # nobody knows when", "dropped": "dropped: 2026-05",
    "when": "when: once the law is passed",
    "url": "url: https://example.org/#a", "note": "note: |\n  One.\n\n  Two.\n",
}  # fmt: skip

ACTION = {
    "done": "done: yes", "dropped": "dropped: yes", "when": "when: 'ongoing: for ever'",
    "start": "start: 2026-H1",
    "url": "url: ../paper.html", "note": "note: >\n  One *line*\n  and more.\n",
}  # fmt: skip

PLAN = {"when": "when: until the money is spent", "originally": "end: 2027\noriginally: 2026-12-31"}


def _in_item(lines: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in lines.splitlines())


def files() -> dict[str, str]:
    """A tactic for each field in each place."""
    found = {}
    own = {f"own {name}": lines for name, lines in OWN_LINES.items() if name != "none"}
    for place, fields in (("plan", PLAN | own), ("goal", GOAL | own), ("action", ACTION | own)):
        for name, lines in fields.items():
            head = "---\ntype: tactic\ntitle: A\nstrategy: hire\nadvances: [stay]\ndri: boss\n"
            goals, actions = "goals:\n  - title: A goal\n", "actions:\n  - do: An action\n"
            body = {
                "plan": f"{lines.rstrip()}\n{goals}{actions}",
                "goal": f"{goals}{_in_item(lines)}\n{actions}",
                "action": f"{goals}{actions}{_in_item(lines)}\n",
            }[place]
            found[f"{place}-{name.replace(' ', '-')}.md"] = f"{head}{body}---\n\nText.\n"
    return found


FILES = files()


@cache
def loaded_in(folder: Path) -> tuple[Loaded, Site]:
    return read_site(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write all of them into one site, in which nothing is wrong."""
    others = {
        "people.yml": "boss: {name: Bo}\nother: {}\n",
        "hire.md": "---\ntype: strategy\ntitle: Hire\ngoals: [{id: stay, title: Stay}]\n---\n",
    }
    made = write_site(tmp_path_factory.mktemp("trips"), FILES | others, config=text(CONFIG) + OWN)
    assert [(one.finding.path, one.finding.message) for one in found_in(made)] == []
    return made


@pytest.mark.parametrize("path", FILES)
def test_an_update_adds_its_lines_alone(folder: Path, path: str) -> None:
    """A check-in, and a new date for the goal and the action that have the field."""
    loaded, _ = loaded_in(folder)
    plan, data = loaded.plan.plans[path.removesuffix(".md")], FILES[path].encode()
    draft = Draft(data, read_document(path, data))
    said = CheckIn("2026-11-20", health="at-risk", note="Late.", status="paused")
    after = write_check_in(draft, plan, said).data.decode()
    lines = ndiff(FILES[path].splitlines(), after.splitlines())
    changed = [line[:2] + line[2:].strip() for line in lines if line[:2] in {"- ", "+ "}]
    new = ["status: paused", "updates:", "- date: 2026-11-20", "health: at-risk", "note: Late."]
    assert sorted(changed) == sorted(f"+ {line}" for line in new)
    for part in ("An action", "A goal"):
        moved = write_check_in(draft, plan, CheckIn("2026-11-20", due={part: "2027-01-31"})).data.decode()
        gone = [line for line in ndiff(FILES[path].splitlines(), moved.splitlines()) if line.startswith("- ")]
        assert (gone, "    due: 2027-01-31\n" in moved) == ([], True)


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("hire", "employ", ("strategy: hire", "strategy: employ")),
        ("hire#stay", "remain", ("[stay]", "[remain]")),
        ("boss", "chief", ("dri: boss", "dri: chief")),
    ],
)
def test_a_renaming_changes_the_names_alone(
    folder: Path, old: str, new: str, written: tuple[str, str]
) -> None:
    """Of a strategy, a goal and a person, in every file at once; a word that is no name of theirs stays."""
    loaded, site = loaded_in(folder)
    changes = rename_everywhere(folder_of(site), loaded, site, find_renaming(loaded.plan, old, new))
    after = {one.path: one.after.decode() for one in changes}
    for path, before in FILES.items():
        expected = before.replace(*written)
        if old == "boss":
            expected = expected.replace("sponsor: '@boss'", "sponsor: '@chief'")
        assert after[path] == expected
