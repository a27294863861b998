"""How a change that is written is handed in: commands for git, one a line, that any shell takes alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs_plans.cli.site import shown_path
from mkdocs_plans.settings import Site
from mkdocs_plans.source import current_branch, default_branch, free_branch, is_local_branch, remote_of
from mkdocs_plans.wording.terminal_text import printable

_PLAIN = re.compile(r"[\w./\\:@+=-]+")

_SPECIAL = re.compile(r"[$`\"!]")
"""What shells act on between double quotes. Single quotes, which cmd doesn't know, are for these alone."""


PREFIX = "update-"
"""Begins the names of the branches that check-ins are handed in on."""


def quoted(word: str) -> str:
    """A word as sh, PowerShell and cmd read it."""
    if _PLAIN.fullmatch(word):
        return word
    if _SPECIAL.search(word):
        return "'" + word.replace("'", "'\\''") + "'"
    return f'"{word}"'


def list_hand_in_lines(site: Site, paths: Sequence[str], name: str, message: str) -> list[str]:
    """The commands that hand changed files in: from the default branch on a branch of their own, which is
    left again, else on the current one. Nothing is pushed where there is no remote. Empty outside of git.

    `paths` are relative to `docs_dir`; `name` is the branch's, if it is free.
    """
    folder = site.docs_dir
    branch = free_branch(folder, name, site.today)
    if branch is None:
        return []
    files = " ".join(quoted(printable(shown_path(path, site))) for path in paths)
    base, remote = _base(folder, name), remote_of(folder)
    return [
        *([f"git switch -c {branch} {base}"] if base else []),
        f"git add {files}",
        f"git commit -m {quoted(message)} {files}",
        *([f"git push -u {quoted(remote)} HEAD"] if remote else []),
        *([f"git switch {quoted(str(default_branch(folder)))}"] if base else []),
    ]


def _base(folder: Path, name: str) -> str | None:
    """What a new branch begins at, as git is told: the default branch. None where the change belongs on the
    current branch: it is the author's own, or there is no commit yet.
    """
    default, current = default_branch(folder), current_branch(folder)
    is_anothers = current is not None and current.startswith(PREFIX) and not current.startswith(name)
    if default is None or (current not in {None, default} and not is_anothers):
        return None
    is_here = is_local_branch(folder, default)
    return quoted(default) if is_here else f"--no-track {quoted(f'{remote_of(folder)}/{default}')}"


def describe_hand_in(lines: Sequence[str]) -> str:
    """What is said below a change that is written; empty where there is nothing to run."""
    return "".join(("\nTo hand it in:", *(f"\n  {line}" for line in lines))) if lines else ""
