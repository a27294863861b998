"""Fields of the organisation's own: each type in each place, from the file to all that shows it."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_plans.cli import main
from mkdocs_plans.load.own_fields import own_fields
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.model.json_schema import Allowed, type_schema
from mkdocs_plans.outputs.plan.facts import Facts, Named
from mkdocs_plans.outputs.screen import Screen
from mkdocs_plans.wording.phrases import Phrases
from tests.render.rendered import page, view
from tests.small_site import CONFIG, found_in, read_site, text, write_site

SETTING = """\
      extra_fields:
        remark: {label: A remark, type: text}
        rank: {label: The rank, type: number}
        begun: {label: Begun on, type: date}
        paper: {label: The paper, type: link}
        sponsor: {label: The sponsor, type: person}
        bodies: {label: All bodies, type: list}
        risk: {label: The risk, type: choice, choices: [Low, Very high]}
        budget: {label: The budget, type: table}
"""

WRITTEN = {
    "remark": "As *agreed*", "rank": "1234.5", "begun": "2026-03-31", "paper": "https://example.org/x",
    "sponsor": "ada", "bodies": "[One, Two]", "risk": "Very high", "budget": "{2026: 1 m, 2027: 2 m}",
}  # fmt: skip

SHOWN = {
    "A remark": "As agreed", "The rank": "1,234.5", "Begun on": "31 Mar 2026", "The paper": "example.org/x",
    "The sponsor": "Ada Ames", "The risk": "Very high",
}  # fmt: skip
"""What pages and the terminal say, behind each label; a list and a table have elements of their own."""

OWN = "".join(f"{key}: {value}\n" for key, value in WRITTEN.items())
IN_PART = textwrap.indent(OWN, "    ")

PLACES = {
    "mission.md": f"type: mission\nstatement: We help.\n{OWN}",
    "vision.md": f"type: vision\nstatement: We see.\n{OWN}",
    "values.md": f"type: values\nvalues: [Candour]\n{OWN}",
    "theme.md": f"type: theme\ntitle: People\n{OWN}",
    "team.md": f"type: team\ntitle: Sales\n{OWN}",
    "hire.md": f"type: strategy\ntitle: Hire\n{OWN}",
    "keep.md": f"type: strategy\ntitle: Keep\ngoals:\n  - title: A goal\n{IN_PART}",
    "ask.md": f"type: tactic\ntitle: Ask\nstrategy: hire\n{OWN}",
    "go.md": f"type: tactic\ntitle: Go\nstrategy: hire\nactions:\n  - do: Do it\n{IN_PART}",
}
"""A file for each place that may have such fields; one has them in a goal, one in an action."""

PEOPLE = "ada: {name: Ada Ames}\nben: {name: Ben Bo}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site that has each type in each place."""
    return written_site(tmp_path_factory.mktemp("own"))


def written_site(folder: Path) -> Path:
    """Write it where a test may change it."""
    files = {path: f"---\n{lines}---\n\nText.\n" for path, lines in PLACES.items()}
    return write_site(folder, {"people.yml": PEOPLE, **files}, config=text(CONFIG) + SETTING)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in such a site."""
    monkeypatch.chdir(written_site(tmp_path))
    return tmp_path


def plans(*arguments: str) -> str:
    """Run a command that succeeds; give what it says."""
    ran = CliRunner().invoke(main, arguments, env={"COLUMNS": "120"})
    assert ran.exit_code == 0, ran.output
    return ran.output


@pytest.mark.parametrize("path", PLACES)
def test_each_type_is_read_and_shown_in_each_place(folder: Path, path: str) -> None:
    """On the page, as what it is, and in the terminal."""
    assert [one for one in found_in(folder) if one.finding.path == path] == []
    shown = page(folder, path)
    assert all(f"{label} {value}" in shown.text for label, value in SHOWN.items())
    links = shown.links()
    assert (links["example.org/x"], links["Ada Ames"]) == ("https://example.org/x", "/people/ada")
    assert [one.text for one in shown.all("li") if one.text in {"One", "Two"}] == ["One", "Two"]
    assert shown.texts("th")[:2] == ["2026", "2027"]
    loaded, site = read_site(folder)
    plan = loaded.plan.by_path[path]
    named: Named = GoalOf(plan, plan.goals[0]) if isinstance(plan, LevelPlan) and plan.goals else plan  # type: ignore[assignment]
    terminal = Screen().written(Facts(Phrases.of(loaded.plan, site)).of(named, path))
    for label, value in {**SHOWN, "All bodies": "One, Two", "The paper": "https://example.org/x"}.items():
        assert any(label in line and line.endswith(value) for line in terminal.splitlines()), label
    assert "2026: 1 m" in terminal


def test_the_schema_and_the_reference_have_each_type(folder: Path, here: Path) -> None:
    """For editors, in `plans field` with an example, and on the page that lists all fields."""
    own = own_fields(read_site(folder)[1].settings, {})
    for kind in ("mission", "vision", "values", "theme", "team", "strategy", "tactic"):
        schema = type_schema(kind, Allowed(own))
        parts = [schema["$defs"][one] for one in ("Goal", "Action") if one in schema.get("$defs", {})]
        for part in (schema, *parts):
            assert WRITTEN.keys() <= part["properties"].keys()
    assert schema["properties"]["risk"]["enum"] == ["Low", "Very high"]
    listed, reference = plans("field"), view(folder, "fields").text
    for key, one in own.by_key.items():
        assert f"\n  {key} " in listed
        explained = plans("field", key)
        assert f"{one.label}. May stand in: every plan file, goal and action." in explained
        assert f"  │ {key}:" in explained
        assert one.label in reference
        assert plans("field", one.label).endswith(explained)


def test_a_person_is_told_where_fields_name_them(folder: Path) -> None:
    """On their own page, by the label, with the goal or the action that does; likewise in the terminal."""
    shown = view(folder, "person", "{handle: ada}")
    assert shown.links()["A goal"] == "/keep#goal-a-goal"
    assert shown.links()["Do it"] == "/go#action-do-it"
    loaded, site = read_site(folder)
    assert "ada" in loaded.plan.named_people
    facts = Facts(Phrases.of(loaded.plan, site)).of(loaded.plan.people["ada"], "people.yml")
    terminal = Screen().written(facts)
    assert "The sponsor  Ask · Do it · Hire · A goal" in terminal


TYPED = {
    "remark": ("As *said*", "As *said*"), "rank": ("1,300", "1300"), "begun": ("31 March 2027", "2027-03-31"),
    "paper": ("https://a.org/?b=c", "https://a.org/?b=c"), "sponsor": ("Ben Bo", "ben"),
    "bodies": ("One, Three", "[One, Three]"), "risk": ("low", "Low"),
}  # fmt: skip


@pytest.mark.parametrize("place", ["", "do-it.", "a-goal."])
def test_each_type_is_written_by_an_update(here: Path, place: str) -> None:
    """As people type it; every other byte stays."""
    name = {"": "ask", "do-it.": "go", "a-goal.": "keep"}[place]
    path = here / "plans" / f"{name}.md"
    for key, (typed, written) in TYPED.items():
        before, was, now = path.read_text(), f"{key}: {WRITTEN[key]}\n", f"{key}: {written}\n"
        plans("update", name, "--set", f"{place}{key}={typed}", "--yes")
        assert path.read_text() == before.replace(was, now)
    assert found_in(here) == []


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("rank=many", "isn't a number"),
        ("begun=soon", "isn't a date"),
        ("paper=www.a.org", "write https://www.a.org"),
        ("risk=huge", "isn't one of Low, Very high"),
        ("budget=5", "is a table: write it into the file"),
        ("snopsor=ada", 'did you mean "sponsor"?'),
        ("sponsor=ada and ben", "keep one name"),
        ("rank", "as --set FIELD=VALUE"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(here: Path, said: str, hint: str) -> None:
    """With what to type, and nothing is written."""
    ran = CliRunner().invoke(main, ["update", "ask", "--set", said, "--yes"])
    assert ran.exit_code == 2
    assert hint in " ".join(ran.output.split())


def test_a_new_file_has_them(here: Path) -> None:
    """Those that are said, and for each other one a comment with what belongs there."""
    plans(
        "new",
        "tactic",
        "Try it",
        "--strategy",
        "hire",
        "--set",
        "The sponsor=Ada Ames",
        "--set",
        "risk=low",
        "--yes",
    )
    written = (here / "plans" / "try-it.md").read_text()
    assert "\nsponsor: ada\nrisk: Low\n" in written
    assert "\n# The rank, a number:\n# rank:\n" in written
    assert found_in(here) == []
    for kind in ("strategy", "theme", "team"):
        assert "\n+# The risk, one of Low, Very high:\n+# risk:\n" in plans("new", kind, "X", "--dry-run")


def test_a_renamed_person_is_renamed_in_each_place(here: Path) -> None:
    """And no byte beside."""
    before = {path: (here / "plans" / path).read_bytes() for path in PLACES}
    plans("rename", "ada", "zoe", "--yes")
    for path, data in before.items():
        assert (here / "plans" / path).read_bytes() == data.replace(b"sponsor: ada", b"sponsor: zoe")
