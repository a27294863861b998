"""`plans log` and `plans slips`, in a repository whose past is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.history.life import COMMITTER, Life, check_in, move, rename
from tests.small_site import STRATEGY, TACTIC, write_site


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """A repository of four changes."""
    life = Life(tmp_path_factory.mktemp("log") / "repository")
    life.begin()
    day = life.events[0][0].replace(month=9)
    life.change(day, [move("aaa", 30), check_in("bbb", day)])
    life.change(day.replace(month=10), [rename("aaa", "renamed")])
    life.change(day.replace(month=11), [move("aaa", 20)])
    life.write()
    return life


@pytest.fixture
def site(life: Life, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its folder, where the commands run."""
    monkeypatch.chdir(life.folder)
    return life.folder


def test_the_log_tells_what_changed_and_when(site: Path) -> None:
    """The newest change first, each plan with its edits in the words of the report."""
    said = run("log", "--most", "3").output
    days = ["2 Nov 2025", "2 Oct 2025", "2 Sep 2025"]
    assert [line[:10] for line in said.splitlines() if line[:1].isdigit()][:3] == days
    assert "Promise lowered: End: 30 Apr 2026 → 20 May 2026, 20 days later" in said
    assert "Tactic aaa plans/tactics/tactic-a.md" in said
    assert "1 older change isn’t shown." in said


def test_the_log_of_one_plan_follows_it_through_a_rename(site: Path) -> None:
    """By the id of now and by the one before, with nothing of other plans."""
    found = json.loads(run("log", "renamed", "--format", "json").output)
    assert [len(one["plans"]) for one in found["changes"]] == [1, 1, 1, 1]
    assert [one["plans"][0]["id"] for one in found["changes"]] == [
        "renamed",
        "renamed",
        "tactic-a",
        "tactic-a",
    ]
    assert found == json.loads(run("log", "tactic-a", "--format", "json").output)
    assert found["is_complete"]
    assert found["older"] == 0


def test_the_log_can_be_cut_by_day_and_written_as_markdown(site: Path) -> None:
    """`--since` keeps that day, of a period the first; headings are days with their commits."""
    said = run("log", "--since", "2025-10-02", "--format", "markdown").output
    assert said.startswith("## What changed in the plan\n\n### 2 Nov 2025 · `")
    assert "### 2 Oct 2025" in said
    assert "### 2 Sep 2025" not in said
    assert run("log", "--since", "2025-Q4", "--format", "markdown").output == said
    assert '"last quarter" isn\'t a day such as' in run("log", "--since", "last quarter").output


def test_slips_tell_every_day_that_a_date_had(site: Path) -> None:
    """First promised, each day since with its change, and how much in all; the same in each format."""
    said = run("slips").output
    assert said.startswith("1 date moved, 50 days later in all\n")
    assert "Tactic: Tactic aaa, moved 2 times, 50 days later in all" in said
    assert "31 Mar 2026  first promised" in said
    [slip] = json.loads(run("slips", "--format", "json").output)["slips"]
    assert (slip["first"], slip["first_by_git"], slip["now"], slip["days"]) == (
        "2026-03-31", "2026-03-31", "2026-05-20", 50,
    )  # fmt: skip
    assert [(one["date"], one["on"]) for one in slip["moves"]] == [
        ("2026-04-30", "2025-09-02"), ("2026-05-20", "2025-11-02"),
    ]  # fmt: skip
    assert "  - 20 May 2026, 2 Nov 2025, `" in run("slips", "--format", "markdown").output


def test_what_is_not_committed_is_told_as_such(site: Path) -> None:
    """A date that moved on disk alone has moved, and not in the history."""
    file = site / "plans/tactics/renamed.md"
    before = file.read_text("utf-8")
    file.write_text(before.replace("end: 2026-05-20", "end: 2026-06-01"), "utf-8")
    try:
        assert "1 Jun 2026   not in the history yet" in run("slips").output
    finally:
        file.write_text(before, "utf-8")


def test_the_check_compares_first_promises_where_it_is_asked_to(site: Path) -> None:
    """With git's date and change; else git isn't asked, and no `ignore` is taken for needless."""
    file = site / "plans/tactics/renamed.md"
    before = file.read_text("utf-8")
    file.write_text(before.replace("end: 2026", "originally: 2026-04-30\nend: 2026"), "utf-8")
    try:
        asked = run("check", "--history", "--format", "json")
        [found] = [one for one in json.loads(asked.stdout)["findings"] if "promise" in one["rule"]]
        assert (found["rule"], found["severity"]) == ("first-promise-differs", "notice")
        assert "first for 2026-04-30, but git had 2026-03-31 first, on 2025-06-02 (" in found["message"]
        assert "first-promise" in run("check", "--history", "--since", "HEAD").output
        assert "first-promise" not in run("check").output
        ignoring = "ignore: {first-promise-differs: A slip of the pen.}\noriginally: 2026-04-30\nend: 2026"
        file.write_text(before.replace("end: 2026", ignoring), "utf-8")
        for options in ("--history", "--no-history"):
            said = run("check", options).output
            assert "first-promise" not in said.replace("1 ignored", "")
    finally:
        file.write_text(before, "utf-8")


def test_no_committer_is_named(site: Path) -> None:
    """Not in any format."""
    for command in ("log", "slips"):
        for format_ in ("text", "markdown", "json"):
            said = run(command, "--format", format_).output.casefold()
            assert not any(part in said for part in ("zebulon", "quill", COMMITTER.casefold()))


def test_an_unknown_id_is_refused_with_the_nearest(site: Path) -> None:
    """As every command does it."""
    result = run("log", "renamd")
    assert result.exit_code == 2
    assert 'did you mean "renamed"?' in result.output


def test_without_git_the_log_says_so_and_slips_tell_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`originally` is known without a repository."""
    tactic = TACTIC.replace("dri:", "end: 2026-06-30\noriginally: 2026-03-31\ndri:")
    write_site(tmp_path, {"hire.md": STRATEGY, "ask.md": tactic})
    monkeypatch.chdir(tmp_path)
    result = run("log")
    assert result.exit_code == 2
    assert "isn't in a git repository" in result.output
    assert run("check", "--history").exit_code == 2  # it is asked for what nobody can tell
    result = run("slips")
    assert result.exit_code == 0
    assert "Ask every candidate the same questions, moved once, 91 days later" in result.output
    assert "There is no history to read" in result.output
