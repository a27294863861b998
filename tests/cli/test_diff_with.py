"""What two open changes do together that neither does alone: `plans diff --with`, in real repositories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.changes.small_plan import PLAN, TRAIN
from tests.cli.command import edit, run
from tests.small_site import CONFIG, write_site
from tests.source.test_revision import commit, git

Edit = tuple[str, str, str]
"""File, text, text in its place; a file that loses its whole text is taken out, one that had none is new."""

HIRE, ASK = str(PLAN["hire.md"]), str(PLAN["ask.md"])

GOAL = HIRE[HIRE.index("  - id: answers") : HIRE.index("  - id: scorecard")]


def new_plan(title: str) -> str:
    """A tactic that another one has the id of."""
    return (
        f"---\ntype: tactic\nid: fairs\ntitle: {title}\nstrategy: grow\nadvances: [posts]\ndri: vp-sales\n"
        "outcome: Done.\nstart: 2026\nend: 2026\nactions: [{do: Begin, due: 2026-12-01}]\n---\n"
    )


NEW = "New (Serves: “Grow the field team”, DRI: Ada Reed, Status: Active, Start: 2026, End: 2026, 1 action)"

CASES: list[tuple[str, Edit, Edit, list[str]]] = [
    ("each removes one of the last two tactics of a goal",
     ("ask.md", "advances: [retention, scorecard]", "advances: [scorecard]"),
     ("train.md", "advances: [answers, retention]", "advances: [answers]"),
     ["Nothing advances this any more: “Keep more of the people we hire” (“Hire people who stay”)"]),
    ("both move a date, where git can't merge it",
     ("ask.md", "end: 2026-06-30", "end: 2026-09-30"), ("ask.md", "end: 2026-06-30", "end: 2026-10-31"),
     ["End: 30 Jun 2026 → 30 Sep 2026, 92 days later; first promised for 31 Mar 2026 | "
      "End: 30 Jun 2026 → 31 Oct 2026, 123 days later; first promised for 31 Mar 2026",
      "unmerged plans/ask.md"]),
    ("both move a date to the same day",
     ("ask.md", "end: 2026-06-30", "end: 2026-09-30"), ("ask.md", "end: 2026-06-30", "end: 2026-09-30"), []),
    ("both give a goal a date, in lines that git merges",
     ("hire.md", "    title: Pick up the phone\n", "    title: Pick up the phone\n    due: 2026-11-30\n"),
     ("hire.md", "    keep: at most\n", "    keep: at most\n    due: 2026-10-31\n"),
     ["Goal “Pick up the phone”, due: 30 Nov 2026, new | Goal “Pick up the phone”, due: 31 Oct 2026, new",
      "duplicate-key: \"due\" is given twice"]),
    ("each takes one entry out of a list",
     ("ask.md", "advances: [retention, scorecard]", "advances: [scorecard]"),
     ("ask.md", "advances: [retention, scorecard]", "advances: [retention]"), ["unmerged plans/ask.md"]),
    ("one takes out what the other depends on",
     ("train.md", TRAIN, ""), ("find.md", "dri: people-partner", "dri: people-partner\ndepends_on: [train]"),
     ['unknown-plan: no plan has the id "train"']),
    ("one takes out a plan that the other moves",
     ("find.md", "end: 2026-11-30", "end: 2026-12-31"), ("find.md", str(PLAN["find.md"]), ""),
     ["End: 30 Nov 2026 → 31 Dec 2026, 31 days later | Taken out (Serves: “Grow the field team”, DRI: People "
      "Partner, Status: Active, Start: 1 Mar 2026, End: 30 Nov 2026, 1 action)"]),
    ("one takes out a goal that the other sets",
     ("hire.md", GOAL, ""), ("hire.md", "target: 5\n", "target: 4\n"),
     ["Goal: “Answer every letter”, taken out (baseline 9 days, target 5 days, due 31 Dec 2026) | "
      "Goal “Answer every letter”, target: 5 days → 4 days, lower", "unmerged plans/hire.md"]),
    ("both add a plan of one id", ("a.md", "", new_plan("A")), ("b.md", "", new_plan("B")),
     ['duplicate-id: two plans have the id "fairs"']),
    ("both add a file of one name", ("a.md", "", new_plan("A")), ("a.md", "", new_plan("B")),
     [f"{NEW} | {NEW}", "unmerged plans/a.md"]),
    ("one gives a strategy to somebody whom the other takes out",
     ("people.yml", "vp-people: {role: VP People, team: recruiting}\n", ""),
     ("hire.md", "dri: vp-sales\ncon", "dri: vp-people\ncon"),
     ["Taken out of the people, and still answers for something: VP People (Strategy “Hire people who stay”, "
      "Strategy “Grow the field team”)", 'unknown-person: nobody has the handle "vp-people"']),
    ("a strategy ends sooner and its tactic later",
     ("hire.md", "end: 2026\n", "end: 2026-10-31\n"), ("ask.md", "end: 2026-06-30", "end: 2026-11-30"),
     ["Ends 30 Nov 2026, 30 days after what it serves: “Ask everyone the same questions”; “Hire people who "
      "stay” ends 31 Oct 2026"]),
    ("each gives somebody a fourth plan",
     ("find.md", "dri: people-partner", "dri: vp-sales"),
     ("train.md", "dri: recruiting-lead", "dri: vp-sales"),
     ["overloaded-dri: Ada Reed is the DRI of 3 open plans and goals, more than 2"]),
    ("one edits the line of what the check finds in the other",
     ("hire.md", "target: 80", "target: 85"), ("hire.md", "    baseline: 62\n", ""),
     ["unmerged plans/hire.md"]),
    ("both add a check-in, on other days",
     ("hire.md", "updates:\n", "updates:\n  - {date: 2026-10-01, readings: {retention: 75}}\n"),
     ("hire.md", "updates:\n", "updates:\n  - {date: 2026-11-01, readings: {retention: 76}}\n"),
     ["unmerged plans/hire.md"]),
]  # fmt: skip
"""What two changes do, and what is told of the two."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committed plan on `main`."""
    folder = write_site(
        tmp_path_factory.mktemp("with") / "site",
        PLAN | {"people.yml": f"{PLAN['people.yml']!s}clerk: {{role: Clerk}}\n"},
        config=CONFIG + "      dri_limit: 2\n",
    )
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


@pytest.fixture
def site(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The repository, which is left with `main` alone, and as it was."""
    monkeypatch.chdir(repository)
    start = git(repository, "rev-parse", "HEAD")
    yield repository
    git(repository, "switch", "--quiet", "--force", "main")
    git(repository, "reset", "--quiet", "--hard", start)
    names = git(repository, "for-each-ref", "--format=%(refname:short)", "refs/heads").split()
    git(repository, "branch", "--quiet", "-D", *(name for name in names if name != "main"))


def branch(site: Path, name: str, *edits: tuple[str, str, str], start: str = "main") -> str:
    """Commit some edits on a new branch; give the commit's name."""
    git(site, "switch", "--quiet", "--create", name, start)
    for path, old, new in edits:
        file = site / "plans" / path
        if not file.exists():
            file.parent.mkdir(exist_ok=True)
            file.write_text(new)
        elif not new and file.read_text() == old:
            file.unlink()
        else:
            edit(file, old, new)
    return commit(site)


def told(*arguments: str) -> Any:
    """What is done together, in JSON, as its schema describes it."""
    result = run("diff", "main", "ours", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    Draft202012Validator(json.loads(run("schema", "--diff").stdout)).validate(found)
    return found


def lines(*arguments: str) -> list[str]:
    """All that is told of one other change, each in a line."""
    (together,) = told(*arguments)["together"]
    return [
        *(f"{one['ours']} | {one['theirs']}" for one in together["clashes"]),
        *(one["text"] for one in together["consequences"]),
        *(f"{one['rule']}: {one['message']}" for one in together["findings"]),
        *(f"unmerged {path}" for path in together["unmerged"]),
    ]


@pytest.mark.parametrize(("case", "ours", "theirs", "expected"), CASES, ids=[one[0] for one in CASES])
def test_two_changes_are_told_by_what_they_do_together(
    case: str, ours: Edit, theirs: Edit, expected: list[str], site: Path
) -> None:
    """And not by what either does alone, whichever of the two is asked about the other."""
    branch(site, "ours", ours)
    branch(site, "theirs", theirs)
    assert sorted(lines("--with", "theirs")) == sorted(expected), case
    turned = [" | ".join(reversed(line.split(" | "))) for line in expected]
    git(site, "branch", "--quiet", "--move", "ours", "x")
    git(site, "branch", "--quiet", "--move", "theirs", "ours")
    assert sorted(lines("--with", "x")) == sorted(turned), case


def test_a_file_that_one_moved_is_the_same_file(site: Path) -> None:
    """What the other does to it goes with it."""
    branch(site, "ours", ("ask.md", ASK, ""), ("tactics/ask.md", "", ASK))
    branch(site, "theirs", ("ask.md", "end: 2026-06-30", "end: 2026-12-31"))
    branch(site, "third", ("hire.md", "end: 2026\n", "end: 2026-10-31\n"))
    assert lines("--with", "theirs") == []
    together = told("--with", "theirs", "--with", "third")["together"]
    assert [len(one["consequences"]) for one in together] == [0, 0, 0]  # theirs and third alone do that
    git(site, "branch", "--quiet", "--force", "ours", "third")
    branch(
        site,
        "moved",
        ("ask.md", ASK, ""),
        ("tactics/ask.md", "", ASK.replace("end: 2026-06", "end: 2026-11")),
    )
    (outlives,) = lines("--with", "moved")
    assert outlives.startswith("Ends 30 Nov 2026, 30 days after what it serves")


def test_what_only_three_do_together_is_told_of_all(site: Path) -> None:
    """Beside what two of them do."""
    branch(site, "ours", ("find.md", "dri: people-partner", "dri: clerk"))
    branch(site, "two", ("train.md", "dri: recruiting-lead", "dri: clerk"))
    branch(site, "three", ("grow.md", "dri: vp-people", "dri: clerk"))
    shown = run("diff", "main", "ours", "--with", "two", "--with", "three").stdout
    assert (
        "Together with other open changes\n"
        "  two, three\n"
        "    notice: Clerk is the DRI of 3 open plans and goals, more than 2 "
        "(plans/people.yml, overloaded-dri)\n"
        "  No further effect together with: two, three\n"
    ) in shown


def test_each_change_is_taken_from_where_it_left_the_target(site: Path) -> None:
    """What went on there meanwhile belongs to none of the two."""
    branch(site, "ours", ("ask.md", "end: 2026-06-30", "end: 2026-09-30"))
    git(site, "switch", "--quiet", "main")
    edit(site / "plans/ask.md", "We begin", "All begin")
    edit(site / "plans/hire.md", "target: 80", "target: 85")
    commit(site)
    branch(site, "theirs", ("hire.md", "target: 85", "target: 90"))
    git(site, "switch", "--quiet", "ours")
    edit(site / "plans/hire.md", "target: 80", "target: 75")
    result = run("diff", "--with", "theirs", "--fail-on", "together")
    assert result.exit_code == 1
    assert "Both change it: Strategy “Hire people who stay”. Here: Goal “Keep more" in result.stdout
    assert result.stdout.count("Both change it") == 1


def test_nothing_together_ends_with_0(site: Path) -> None:
    """And is said, so that nobody wonders whether it was looked at; nothing is written."""
    branch(site, "ours", ("ask.md", "end: 2026-06-30", "end: 2026-09-30"))
    branch(site, "theirs", ("hire.md", "target: 80", "target: 90"))
    before = git(site, "count-objects", "-v"), git(site, "status", "--porcelain", "--ignored")
    result = run("diff", "main", "ours", "--with", "theirs", "--fail-on", "together", "--format", "markdown")
    assert result.exit_code == 0
    assert "- No further effect together with: theirs\n" in result.stdout
    assert (git(site, "count-objects", "-v"), git(site, "status", "--porcelain", "--ignored")) == before


def test_what_cannot_be_compared_is_said_in_a_line(site: Path, tmp_path: Path) -> None:
    """An unknown branch, one with another past, a shallow clone."""
    branch(site, "ours", ("ask.md", "end: 2026-06-30", "end: 2026-09-30"))
    git(site, "switch", "--quiet", "--orphan", "alone")
    git(site, "commit", "--quiet", "--allow-empty", "--message", "x")
    git(site, "switch", "--quiet", "ours")
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", f"file://{site}", "clone")
    clone = ("--config-file", str(tmp_path / "clone/mkdocs.yml"))
    for arguments, expected in (
        (("main", "ours", "--with", "nobody"), "git knows no revision nobody"),
        (("main", "ours", "--with", "alone"), "alone and main have no common past"),
        (("origin/main", "origin/ours", "--with", "origin/alone", *clone), "fetch-depth: 0"),
    ):
        result = run("diff", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert expected in result.stderr
        assert len(result.stderr.splitlines()) == 1


HOSTILE = "@all <!-- x --> ![i](https://e.org/i) `#1`"


def test_requests_of_a_host_are_named_by_number_and_title(site: Path, tmp_path: Path) -> None:
    """As far as their commits are here; the others are told, and a title can forge nothing."""
    branch(site, "ours", ("hire.md", "target: 80", "target: 75"))
    head = branch(site, "theirs", ("hire.md", "target: 80", "target: 90"))
    git(site, "switch", "--quiet", "--create", "merge", "main")
    git(site, "merge", "--quiet", "--no-ff", "--no-edit", head)
    merge = git(site, "rev-parse", "HEAD")
    listed = tmp_path / "open.json"
    pulls = [
        {"number": 12, "title": HOSTILE, "head": {"sha": head}, "merge_commit_sha": merge},
        {"number": 13, "title": "Gone", "head": {"sha": "0" * 40}, "merge_commit_sha": None},
        {
            "number": 14,
            "title": "Quiet",
            "head": {"sha": git(site, "rev-parse", "main")},
            "merge_commit_sha": None,
        },
    ]
    listed.write_text(json.dumps([pulls]))
    found = told("--with-requests", str(listed))
    assert [one["number"] for both in found["together"] for one in both["others"]] == [14, 12, 14, 12]
    assert [len(one["clashes"]) for one in found["together"]] == [0, 1, 0]
    assert [one["title"] for one in found["not_compared"]] == ["Gone"]
    shown = run("diff", "main", "ours", "--with-requests", str(listed), "--format", "markdown").stdout
    assert "**#12 “" in shown
    assert not any(forged in shown for forged in ("@all", "<!-- x", "![i]", "`#1`"))
    assert "- No further effect together with: #14 “Quiet”\n- Not compared with: #13 “Gone”\n" in shown
    listed.write_text(json.dumps([{"iid": 7, "title": "On GitLab", "sha": head}]))
    assert "!7 “On GitLab”" in run("diff", "main", "ours", "--with-requests", str(listed)).stdout
    for wrong in ("no", "[1]", '[{"number": 1}]'):
        listed.write_text(wrong)
        assert run("diff", "main", "ours", "--with-requests", str(listed)).exit_code == 2
