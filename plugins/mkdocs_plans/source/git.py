"""Git, as we run it: what it answers, and what it means by refusing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from mkdocs_plans.errors import ToolError

DAMAGED = "the repository is damaged, or was cloned in part; `git fsck` says more"


def ask_git(
    folder: Path, *arguments: str, stdin: bytes = b"", variables: Mapping[str, str] | None = None
) -> bytes:
    """Run git and give what it prints. ToolError, with what to do, where it fails."""
    try:
        command = ["git", "-C", str(folder), *arguments]
        variables = {**environment(folder), **(variables or {})}
        done = subprocess.run(command, input=stdin, capture_output=True, check=False, env=variables)
    except OSError as error:
        raise ToolError(_NO_GIT) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise ToolError(
            _in_other_words(said, folder)
            or f"git knows no revision {arguments[-1].removesuffix('^{commit}')}"
        )
    return done.stdout


_OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX")
"""What git tells the hooks and commands that it runs of the repository at hand."""


def environment(folder: Path) -> dict[str, str]:
    """The variables for a run of git: it speaks English, so that what it says is understood. What it is told
    of a repository is for the folder that we run in: another one that stands in a repository is that one's.
    """
    variables = {**os.environ, "LC_ALL": "C"}
    if "GIT_DIR" not in variables:
        return variables
    if any((above / ".git").exists() for above in (folder.resolve(), *folder.resolve().parents)):
        return {name: value for name, value in variables.items() if name not in _OWN}
    told = {"GIT_DIR": variables["GIT_DIR"], "GIT_WORK_TREE": variables.get("GIT_WORK_TREE", ".")}
    return {**variables, **{name: os.fspath(Path(value).resolve()) for name, value in told.items()}}


_NO_GIT = "git isn't installed or can't be run, and is needed to read a revision"


def _in_other_words(said: str, folder: Path) -> str:
    """What git says, so that it helps; as it says it, where that is clear."""
    if "not a git repository" in said:
        return f"{folder} isn't in a git repository"
    if "dubious ownership" in said:
        trust = next((line.strip() for line in said.splitlines() if "safe.directory" in line), "")
        return f"git doesn't read this repository, which belongs to another user: to trust it, run `{trust}`"
    if "unable to read" in said or "ould not read" in said:
        return f"git says: {_plain(said)}; {DAMAGED}"
    return f"git says: {_plain(said)}" if said else ""


def _plain(said: str) -> str:
    """What git says, in one line."""
    return "; ".join(line.removeprefix("fatal: ") for line in said.splitlines() if line.strip())


def place_below(top: Path, folder: Path) -> str:
    """The way from the top of a repository to a folder in it, as git writes it: `site/plans/`, empty for the
    top itself.
    """
    try:
        place = folder.resolve().relative_to(top.resolve()).as_posix()
    except ValueError as error:
        raise ToolError(f"{folder} isn't in {top}, which git was told to work in (GIT_WORK_TREE)") from error
    return "" if place == "." else place + "/"
