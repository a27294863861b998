"""The current branch: where it left the one that it will be merged into, and what to hand a change in on."""

from __future__ import annotations

import datetime
from itertools import chain, count
from pathlib import Path

from mkdocs_plans.errors import ToolError
from mkdocs_plans.source.git import ask_git

DEFAULT_BRANCHES = ("origin/HEAD", "origin/main", "main", "master")
"""The names under which the default branch is looked for."""

SHALLOW = "this clone has only the newest commits: fetch them all (with actions/checkout, `fetch-depth: 0`)"
"""What to do where the past is cut off."""


def left_default_branch(folder: Path) -> str:
    """Name the commit where the current branch left the default branch; the default branch itself where
    the two have no common past.

    ToolError where there is no such branch, or the clone is too shallow to tell.
    """
    name = target_branch(folder)
    commit = _ask(folder, "merge-base", name, "HEAD")
    if commit is None and is_shallow(folder):
        raise ToolError(SHALLOW)
    return commit or name


def target_branch(folder: Path) -> str:
    """Name the default branch, which changes are compared with. ToolError where there is none."""
    ask_git(folder, "rev-parse", "--git-dir")  # says it where there is none
    for name in DEFAULT_BRANCHES:
        if resolve(folder, name) is not None:
            return name
    if is_shallow(folder):
        raise ToolError(SHALLOW)
    names = ", ".join(DEFAULT_BRANCHES)
    raise ToolError(
        f"there is no default branch ({names}): name what to compare with, as `plans diff HEAD~1`"
    )


def left_by(folder: Path, target: str, branch: str) -> str:
    """Name the commit where a branch left its target. ToolError where the two have no common past, or the
    clone is too shallow to tell.
    """
    commit = _ask(folder, "merge-base", "--end-of-options", target, branch)
    if commit is None:
        more = f": {SHALLOW}" if is_shallow(folder) else ""
        raise ToolError(f"{branch} and {target} have no common past{more}")
    return commit


def known_revision(folder: Path, name: str, hint: str = "") -> str:
    """Give the name of a revision back; `-` is the branch that was checked out before, as git has it.

    ToolError where there is no such revision, with the hint, or what helps where the clone is a shallow one.
    """
    name = "@{-1}" if name == "-" else name
    if resolve(folder, name) is None:
        ask_git(folder, "rev-parse", "--git-dir")  # says it where there is none
        more = SHALLOW if is_shallow(folder) else hint
        raise ToolError("; ".join(filter(None, [f"git knows no revision {name}", more])))
    return name


def left_revision(folder: Path, name: str, head: str = "HEAD") -> str:
    """Name the commit where the current branch, or another `head`, left a revision, so that what went on
    there since is no part of the change; the revision's own commit where the two have no common past.

    ToolError where there is no git, no repository or no such revision, or the clone is too shallow to
    tell.
    """
    known = known_revision(folder, name)
    commit = _ask(folder, "merge-base", "--end-of-options", known, head)
    if commit is None and is_shallow(folder):
        raise ToolError(SHALLOW)
    return commit or ask_git(folder, *_commit_of(known)).decode().strip()


def default_branch(folder: Path) -> str | None:
    """Name the branch that changes are merged into: the remote's, else the one by its usual name, else the
    current one. None where there is no commit yet.
    """
    if resolve(folder, "HEAD") is None:
        return None
    remote = _ask(folder, "symbolic-ref", "--short", "--quiet", "refs/remotes/origin/HEAD")
    if remote:
        return remote.removeprefix("origin/")
    there = _branches(folder)
    return next((name for name in DEFAULT_BRANCHES if name in there), None) or current_branch(folder)


def current_branch(folder: Path) -> str | None:
    """Name the current branch, which may have no commit yet; None outside of git, or where HEAD is none."""
    return _ask(folder, "symbolic-ref", "--short", "--quiet", "HEAD") or None


def is_local_branch(folder: Path, name: str) -> bool:
    """Whether a branch is here, and not only where it was fetched from."""
    return _ask(folder, "show-ref", "--verify", "--quiet", f"refs/heads/{name}") is not None


def remote_of(folder: Path) -> str | None:
    """Name the repository that branches are pushed to; None where there is none."""
    names = (_ask(folder, "remote") or "").split()
    return "origin" if "origin" in names else next(iter(names), None)


def remote_address(folder: Path) -> str:
    """The address of that repository, as git has it; empty where there is none."""
    name = remote_of(folder)
    return (_ask(folder, "remote", "get-url", name) or "") if name else ""


def top_of(folder: Path) -> Path | None:
    """The top of the repository that holds a folder."""
    top = _ask(folder, "rev-parse", "--show-toplevel")
    return Path(top) if top else None


def free_branch(folder: Path, name: str, day: datetime.date) -> str | None:
    """Give a name that no branch has, here or where it may be pushed to: this one, else with the day and
    a number behind it. None outside of git.
    """
    if _ask(folder, "rev-parse", "--show-toplevel") is None:
        return None
    dated, there = f"{name}-{day}", _branches(folder)
    names = chain((name, dated), (f"{dated}-{number}" for number in count(2)))
    return next(one for one in names if one not in there)


def _branches(folder: Path) -> set[str]:
    """The names of all branches, those of remotes without the remote's."""
    here = _ask(folder, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads") or ""
    remote = _ask(folder, "for-each-ref", "--format=%(refname:lstrip=3)", "refs/remotes") or ""
    return {*here.splitlines(), *remote.splitlines()}


def _commit_of(name: str) -> tuple[str, ...]:
    """What to ask git for the commit of a revision."""
    return "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"


def resolve(folder: Path, name: str) -> str | None:
    """The commit of a revision; None where there is none."""
    return _ask(folder, *_commit_of(name))


def is_shallow(folder: Path) -> bool:
    """Whether a clone was made without the older commits."""
    return _ask(folder, "rev-parse", "--is-shallow-repository") == "true"


def _ask(folder: Path, *arguments: str) -> str | None:
    """What git answers; None where it refuses."""
    try:
        return ask_git(folder, *arguments).decode().strip()
    except ToolError:
        return None
