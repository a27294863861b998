"""Where a branch left a revision, in real repositories."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mkdocs_plans.errors import ToolError
from mkdocs_plans.source import (
    current_branch,
    default_branch,
    free_branch,
    is_local_branch,
    left_revision,
    remote_address,
    remote_of,
    top_of,
)
from tests.source.test_revision import commit, git


@pytest.fixture
def branches(tmp_path: Path) -> tuple[Path, str]:
    """A repository whose branches `main` and `ours` both went on, and the commit where they parted."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    parted = commit(tmp_path)
    for name in ("ours", "theirs"):
        git(tmp_path, "switch", "--quiet", "--create", name, parted)
        (tmp_path / name).touch()  # or two commits of one second would be the same
        commit(tmp_path)
    git(tmp_path, "branch", "--quiet", "--force", "main", "theirs")
    git(tmp_path, "switch", "--quiet", "ours")
    return tmp_path, parted


def test_a_branch_is_compared_with_where_it_left_another(branches: tuple[Path, str]) -> None:
    """Not with what went on there since."""
    folder, parted = branches
    assert left_revision(folder, "main") == parted


def test_an_earlier_commit_of_the_branch_is_itself(branches: tuple[Path, str]) -> None:
    """As is a tag on its way."""
    folder, parted = branches
    git(folder, "tag", "2026", "HEAD~1")
    assert left_revision(folder, "2026") == left_revision(folder, "HEAD~1") == parted


def test_what_has_no_common_past_is_taken_as_it_is(branches: tuple[Path, str]) -> None:
    """It is all that there is to compare with."""
    folder, _ = branches
    git(folder, "switch", "--quiet", "--orphan", "alone")
    alone = commit(folder)
    git(folder, "switch", "--quiet", "ours")
    assert left_revision(folder, "alone") == alone


@pytest.mark.parametrize("name", ["nowhere", "--all", "main:README.md", ""])
def test_what_is_no_revision_is_refused(name: str, branches: tuple[Path, str]) -> None:
    """An option for git among it, which git is never given as one."""
    with pytest.raises(ToolError, match="git knows no revision"):
        left_revision(branches[0], name)


def test_a_cut_history_is_refused_where_it_hides_the_common_past(
    branches: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With what to fetch."""
    cut = tmp_path_factory.mktemp("cut")
    git(cut, "clone", "--quiet", "--depth", "1", "--no-single-branch", f"file://{branches[0]}", "clone")
    with pytest.raises(ToolError, match="fetch-depth: 0"):
        left_revision(cut / "clone", "origin/main")


def test_the_default_branch_is_the_one_of_the_usual_name(branches: tuple[Path, str]) -> None:
    """Else the current one, where nothing tells; a branch that is checked out nowhere is none."""
    folder, _ = branches
    assert (default_branch(folder), current_branch(folder)) == ("main", "ours")
    git(folder, "branch", "--quiet", "--move", "main", "trunk")
    assert default_branch(folder) == "ours"
    git(folder, "switch", "--quiet", "--detach")
    assert (default_branch(folder), current_branch(folder)) == (None, None)


def test_the_default_branch_is_the_remotes(
    branches: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever it is called."""
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "--quiet", str(branches[0]), ".")
    git(clone, "switch", "--quiet", "main")
    assert default_branch(clone) == "ours"
    assert (remote_of(clone), remote_address(clone)) == ("origin", str(branches[0]))
    assert is_local_branch(clone, "ours")
    assert not is_local_branch(clone, "theirs")


def test_a_free_branch_is_one_that_nobody_has(
    branches: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Neither here nor where it is pushed to: with the day, then with a number too."""
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "--quiet", str(branches[0]), ".")
    day = datetime.date(2026, 11, 23)
    assert free_branch(clone, "new", day) == "new"
    assert free_branch(clone, "theirs", day) == "theirs-2026-11-23"
    git(clone, "branch", "theirs-2026-11-23")
    assert free_branch(clone, "theirs", day) == "theirs-2026-11-23-2"


def test_outside_of_git_there_is_no_branch(tmp_path: Path) -> None:
    """Nor anybody to hand anything in to."""
    assert (default_branch(tmp_path), current_branch(tmp_path)) == (None, None)
    assert (remote_of(tmp_path), remote_address(tmp_path), top_of(tmp_path)) == (None, "", None)
    assert free_branch(tmp_path, "new", datetime.date(2026, 11, 23)) is None
