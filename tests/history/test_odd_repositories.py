"""Repositories of shapes that people have: each is told rightly, or said to be what it is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_plans.cli import main
from tests.small_site import CONFIG, STRATEGY, TACTIC, write_site
from tests.source.test_revision import git

SITE = CONFIG.replace("today: 2026-11-23", "timezone: UTC")
FILES = {"hire.md": STRATEGY, "ask.md": TACTIC.replace("dri:", "end: 2026-06-30\ndri:")}


def commit(folder: Path, time: str) -> None:
    """Commit all that is there, at a time."""
    git(folder, "add", "--all")
    os.environ["GIT_COMMITTER_DATE"] = time
    try:
        git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change the plan")
    finally:
        del os.environ["GIT_COMMITTER_DATE"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A plan whose end moved in March, in a folder that is a repository."""
    folder = write_site(tmp_path / "site", FILES, config=SITE)
    git(folder, "init", "--quiet", "--initial-branch", "trunk")
    commit(folder, "2026-01-02T12:00:00Z")
    replace(folder / "plans/ask.md", "2026-06-30", "2026-09-30")
    commit(folder, "2026-03-02T12:00:00Z")
    return folder


def replace(file: Path, old: str, new: str) -> None:
    """Change a text in a file."""
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command in a folder; it never fails by itself."""

    def run(folder: Path, *arguments: str) -> Result:
        monkeypatch.chdir(folder)
        result = CliRunner().invoke(main, arguments)
        assert "plans itself failed" not in result.output
        return result

    return run


def days(result: Result) -> list[str]:
    """The days of the changes that a log tells, the newest first."""
    return [change["day"] for change in json.loads(result.stdout)["changes"]]


Run = Callable[..., Result]
MOVED = ["2026-03-02", "2026-01-02"]


def test_a_folder_that_moved_is_followed(site: Path, run: Run) -> None:
    """Its log and its slips go on before the move, which changes nothing; states before it are read there."""
    git(site, "mv", "plans", "strategy")
    replace(site / "mkdocs.yml", "docs_dir: plans", "docs_dir: strategy")
    (site / "strategy/hire.md").unlink()
    commit(site, "2026-04-02T12:00:00Z")
    log = json.loads(run(site, "log", "--format", "json").stdout)["changes"]
    assert [change["day"] for change in log] == ["2026-04-02", *MOVED]
    assert [plan["id"] for plan in log[0]["plans"]] == ["hire"]
    [slip] = json.loads(run(site, "slips", "--format", "json").stdout)["slips"]
    assert (slip["first_by_git"], slip["now"]) == ("2026-06-30", "2026-09-30")
    shown = run(site, "show", "ask", "--at", "2026-01-31")
    assert "30 Jun 2026" in shown.stdout
    assert "the plan stood in plans/ in " in shown.stderr
    assert "30 Jun 2026 → 30 Sep 2026" in run(site, "diff", "2026-01-31").stdout


def test_a_clock_that_went_wrong_where_a_folder_moved_counts_there_alone(site: Path, run: Run) -> None:
    """One before the move that is later than it came when the one before that did."""
    git(site, "mv", "plans", "strategy")
    replace(site / "mkdocs.yml", "docs_dir: plans", "docs_dir: strategy")
    (site / "strategy/hire.md").unlink()
    commit(site, "2026-02-02T12:00:00Z")
    replace(site / "strategy/ask.md", "2026-09-30", "2026-10-31")
    commit(site, "2026-05-02T12:00:00Z")
    assert days(run(site, "log", "--format", "json")) == [
        "2026-05-02", "2026-02-02", "2026-01-02", "2026-01-02"
    ]  # fmt: skip


def test_a_clock_that_went_wrong_counts_for_no_other_commit(site: Path, run: Run) -> None:
    """Too early, too late, or later than there are days: each came when the one before it did."""
    for time in ("1971-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "2026-05-02T12:00:00Z"):
        replace(site / "plans/ask.md", "same", "very same")
        commit(site, time)
    assert days(run(site, "log", "--format", "json")) == ["2026-05-02", "2026-03-02", "2026-03-02", *MOVED]
    assert "30 Jun 2026 → 30 Sep 2026" in run(site, "diff", "2026-01-31").stdout
    tree, parent = git(site, "rev-parse", "HEAD^{tree}"), git(site, "rev-parse", "HEAD")
    late = "A <a@example.org> 99999999999999 +0000"
    text = f"tree {tree}\nparent {parent}\nauthor {late}\ncommitter {late}\n\nx\n"
    (site / "commit").write_text(text, "utf-8")
    name = git(site, "hash-object", "-t", "commit", "-w", "--literally", "commit")
    git(site, "reset", "--quiet", "--hard", name)
    assert run(site, "diff", "2026-01-31").exit_code == 0


def test_an_address_in_a_name_is_never_shown(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside a name, in brackets or alone; of one alone, what stands before its host is the name."""
    replace(site / "mkdocs.yml", "timezone: UTC", "timezone: UTC\n      history_names: true")
    for name in ("Ada Ames (ada@makers.example)", "ada@makers.example Ada", "ada.ames@makers.example"):
        monkeypatch.setenv("GIT_AUTHOR_NAME", name)
        replace(site / "plans/ask.md", "same", "very same")
        commit(site, "2026-05-02T12:00:00Z")
    changes = json.loads(run(site, "log", "--format", "json").stdout)["changes"]
    assert [change["author"] for change in changes[:3]] == ["ada.ames", "Ada", "Ada Ames"]


def test_a_name_that_is_no_text_is_no_page(site: Path, run: Run) -> None:
    """The history passes over it; a state that has it says so."""
    named = Path(os.fsdecode(os.fsencode(site / "plans") + b"/b\xe4d.md"))
    named.write_text(FILES["ask.md"].replace("Ask", "Bad"), "utf-8")
    commit(site, "2026-04-02T12:00:00Z")
    named.unlink()
    commit(site, "2026-05-02T12:00:00Z")
    assert days(run(site, "log", "--format", "json")) == MOVED
    assert "Bad" not in run(site, "diff", "2026-04-30").stdout


def test_what_git_tells_its_hooks_is_for_their_folder(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the plan isn't at the top; a repository that only a variable names is read all the same."""
    monkeypatch.setenv("GIT_DIR", ".git")
    assert days(run(site, "log", "--format", "json")) == MOVED
    (site / ".git").rename(site / "elsewhere")
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    assert days(run(site, "log", "--format", "json")) == MOVED
    monkeypatch.setenv("GIT_WORK_TREE", os.fspath(site.parent / "other"))
    (site.parent / "other").mkdir()
    said = run(site, "log")
    assert (said.exit_code, "GIT_WORK_TREE" in said.output) == (2, True)


def test_a_users_own_settings_change_nothing(site: Path, run: Run) -> None:
    """Of colours, names, orders and patterns."""
    settings = {
        "color.ui": "always", "diff.orderFile": "nowhere", "diff.renames": "copies", "core.abbrev": "4",
        "format.pretty": "oneline", "log.showSignature": "true", "grep.patternType": "fixed",
    }  # fmt: skip
    for name, value in settings.items():
        git(site, "config", name, value)
    assert days(run(site, "log", "--format", "json")) == MOVED
    assert "30 Jun 2026 → 30 Sep 2026" in run(site, "diff", "2026-01-31").stdout


def test_a_plan_in_another_repository_than_its_site_is_compared(site: Path, tmp_path: Path, run: Run) -> None:
    """By the settings of now: those of then aren't in that repository."""
    folder = write_site(tmp_path / "front", config=SITE.replace("docs_dir: plans", "docs_dir: ../site/plans"))
    git(folder, "init", "--quiet")
    commit(folder, "2026-01-02T12:00:00Z")
    assert "30 Jun 2026 → 30 Sep 2026" in run(folder, "diff", "2026-01-31").stdout
    assert "30 Jun 2026 → 30 Sep 2026" in run(folder, "diff", "HEAD~1").stdout


def test_what_git_refuses_is_told_so_that_it_helps(site: Path, run: Run) -> None:
    """A damaged repository, and settings that can't be read; each command says the same."""
    blob = git(site, "rev-parse", "HEAD~1:plans")
    (site / ".git/objects" / blob[:2] / blob[2:]).unlink()
    for command in ("log", "show ask --at 2026-01-31", "diff HEAD~1"):
        said = run(site, *command.split())
        assert (said.exit_code, "`git fsck` says more" in said.output) == (2, True)
    (site / ".git/config").write_text("[core\nbroken", "utf-8")
    for command in ("log", "show ask --at HEAD", "diff", "check --since HEAD"):
        said = run(site, *command.split())
        assert (said.exit_code, "git says: bad config line 1" in said.output) == (2, True)
