"""A day stands for what the default branch had when it was over."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mkdocs_plans.errors import ToolError
from mkdocs_plans.load import base_named, state_named
from mkdocs_plans.settings import Site, find_site
from tests.cli.command import run
from tests.history.life import Life, at, git, move


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """A repository whose tactic moves in September and in November, once at night."""
    life = Life(tmp_path_factory.mktemp("days") / "repository")
    life.begin()
    life.change(datetime.date(2025, 9, 2), [move("aaa", 30)])
    tactic = life.plan["aaa"]
    late: dict[str, str | None] = {
        f"plans/{tactic.path}": tactic.written().replace("2026-04-30", "2026-05-31")
    }
    life.commit(at(datetime.date(2025, 9, 30), 23), late)  # in Berlin it is October
    life.write()
    git(life.folder, "branch", "2025-09-10", "HEAD~1")
    return life


@pytest.fixture
def site(life: Life, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Its site, where the commands run."""
    monkeypatch.chdir(life.folder)
    return find_site(life.folder)


@pytest.mark.parametrize(
    ("name", "commit"),
    [
        ("2025-06-02", "HEAD~2"), ("2025-09-01", "HEAD~2"), ("2025-08", "HEAD~2"), ("2025-Q2", "HEAD~2"),
        ("2025-09-02", "HEAD~1"), ("2025-09-30", "HEAD~1"), ("2025-Q3", "HEAD~1"),
        ("2025-10-01", "HEAD"), ("2026-12-01", "HEAD"),
    ],
)  # fmt: skip
def test_a_day_is_the_state_at_its_end(name: str, commit: str, site: Site) -> None:
    """Where the site is; a period is its last day."""
    wanted = git(site.root, "rev-parse", commit)
    assert state_named(site, name).revision == wanted
    assert base_named(site, name) == wanted


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2025-06-01", "on 2025-06-01 there was no commit yet: the first one of main is of 2025-06-02"),
        ("2026-12-02", "2026-12-02 isn't over yet: today is 2026-12-01"),
        ("2026-Q4", "2026-Q4 isn't over yet"),
        ("2025-02-30", "git knows no revision 2025-02-30"),
    ],
)
def test_a_day_without_a_state_is_refused(name: str, said: str, site: Site) -> None:
    """Before the first commit, after today, and where there is no such day."""
    with pytest.raises(ToolError, match=said):
        state_named(site, name)


def test_a_shallow_clone_says_that_it_is_one(life: Life, tmp_path: Path) -> None:
    """With what to do."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{life.folder}", str(tmp_path / "clone"))
    with pytest.raises(ToolError, match="only the newest commits: fetch them all"):
        state_named(find_site(tmp_path / "clone"), "2025-09-02")


def test_days_are_compared(site: Site) -> None:
    """One with the files of now, or two: as a sum, to which nobody is asked to agree."""
    said = run("diff", "2025-09-02").output
    assert "30 Apr 2026 → 31 May 2026, 31 days later" in said
    assert said.startswith("The net change lowers 1 promise\n") and "Who should" not in said
    said = run("diff", "2025-06-30", "2025-09-30").output
    assert "31 Mar 2026 → 30 Apr 2026, 30 days later" in said
    assert run("diff", "2025-10-01").output == "No change of plan\n"
    assert run("check", "--since", "2025-10-01").exit_code in {0, 1}


def test_a_branch_of_that_name_is_taken_and_said(site: Site) -> None:
    """What git knows by a name isn't changed by our days."""
    result = run("diff", "2025-09-10")
    assert "2025-09-10 is a branch or a tag here, and is taken for that, not for the day" in result.stderr
    assert "30 Apr 2026 → 31 May 2026" in result.stdout


def test_a_plan_is_shown_as_it_was(site: Site) -> None:
    """With its dates of then, judged by that day; a revision is judged by the day of its commit."""
    assert "31 Mar 2026" in run("show", "tactic-a", "--at", "2025-07-31").stdout
    said = run("show", "tactic-a", "--at", "2025-Q3").stdout
    assert "30 Apr 2026" in said
    assert "1 Feb 2025, 241 days overdue" in said  # its review, by the last day of the quarter
    assert (
        run("show", "tactic-a", "--at", "HEAD~1").stdout
        == run("show", "tactic-a", "--at", "2025-09-02").stdout
    )
    result = run("show", "tactic-a", "--at", "2025-06-01")
    assert result.exit_code == 2
    assert "there was no commit yet" in result.stderr
