"""The files of a plan in a git revision, read without a checkout."""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mkdocs_plans.errors import ToolError
from mkdocs_plans.source.folder import MARKDOWN, Exclusions, File, link_finding

DAMAGED = "the repository is damaged, or was cloned in part; `git fsck` says more"

# The modes that git has for a symbolic link, whose content is the path that it leads to, and for files. A
# submodule has another one, and no content.
_LINK = "120000"
_BLOBS = {"100644", "100755", _LINK}


@dataclass(frozen=True)
class Revision:
    """A folder as it stands in a git revision.

    `root` is the folder in the working tree (which need not exist there any more), `name` whatever
    `git rev-parse` takes. Where the revision doesn't have the folder, there are no files. ToolError
    where git is missing, there is no repository, or no such revision.
    """

    root: Path
    name: str
    exclusions: Exclusions = field(default_factory=Exclusions)

    def files(self) -> Iterator[File]:
        """Give every Markdown file of the revision's folder, in the order of their paths."""
        wanted = [
            path
            # By its parts, as walking a folder gives it: as a text, `a-b.md` would stand before `a/b.md`.
            for path in sorted(self._entries, key=lambda path: path.split("/"))
            if path.endswith(MARKDOWN) and not self.exclusions.exclude(path)
        ]
        contents = self._contents([self._entries[path][1] for path in wanted])
        for path, data in zip(wanted, contents, strict=True):
            found = self.contents(path) if self._entries[path][0] == _LINK else data
            yield File(path, finding=link_finding(path)) if found is None else File(path, found)

    def read(self, path: str) -> File | None:
        """Give one file; None where the revision has none of that name."""
        if path not in self._entries:
            return None
        data = self.contents(path)
        return File(path, finding=link_finding(path)) if data is None else File(path, data)

    def contents(self, path: str) -> bytes | None:
        """Give one file's bytes; None where the revision has no such file, or a link leads out."""
        seen = set()
        while path in self._entries and path not in seen:
            seen.add(path)
            mode, blob = self._entries[path]
            data = self._contents([blob])[0]
            if mode != _LINK:
                return data
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), _name(data)))
        return None

    @cached_property
    def _repository(self) -> Path:
        there = next(folder for folder in (self.root, *self.root.parents) if folder.is_dir())
        return Path(ask_git(there, "rev-parse", "--show-toplevel").decode().strip())

    @cached_property
    def _commit(self) -> str:
        # A revision may be called as an option is, `--output=…`, and a name may be a tag, which isn't its
        # commit.
        end = ("--end-of-options", f"{self.name}^{{commit}}")
        return ask_git(self._repository, "rev-parse", "--verify", "--quiet", *end).decode().strip()

    @cached_property
    def _entries(self) -> dict[str, tuple[str, str]]:
        """Mode and object name of each file of the folder, by path relative to it."""
        prefix = place_below(self._repository, self.root)
        # With `-z`, because git else writes a name with an umlaut in quotes and octal codes.
        listing = ask_git(self._repository, "ls-tree", "-r", "-z", self._commit, "--", prefix or ".")
        entries = {}
        for row in filter(None, listing.split(b"\0")):
            facts, _, name = row.partition(b"\t")
            mode, _, blob = facts.decode().split()
            if mode in _BLOBS:
                entries[_name(name).removeprefix(prefix)] = mode, blob
        return entries

    def _contents(self, blobs: list[str]) -> list[bytes]:
        """Read blobs in one call. `git cat-file --batch` answers `NAME blob SIZE`, the bytes, a line
        end.
        """
        answer = ask_git(self._repository, "cat-file", "--batch", stdin="\n".join(blobs).encode())
        contents, at = [], 0
        for blob in blobs:
            end = answer.find(b"\n", at)
            facts = answer[at:end].split() if end >= 0 else []
            if len(facts) != 3:  # "NAME missing"
                raise ToolError(f"git can't read the object {blob} of {self.name}: {DAMAGED}")
            size = int(facts[2])
            contents.append(answer[end + 1 : end + 1 + size])
            at = end + size + 2
        return contents


def _name(name: bytes) -> str:
    """A name as git holds it, which may be any bytes."""
    return name.decode("utf-8", "surrogateescape")


def place_below(top: Path, folder: Path) -> str:
    """The way from the top of a repository to a folder in it, as git writes it: `site/plans/`, empty for the
    top itself.
    """
    place = folder.resolve().relative_to(top.resolve()).as_posix()
    return "" if place == "." else place + "/"


def commit_of(folder: Path) -> str | None:
    """The commit that a folder's repository stands at; None where it is in none, or there is no git."""
    if not any((above / ".git").exists() for above in (folder, *folder.parents)):
        return None
    try:
        return ask_git(folder, "rev-parse", "--verify", "--quiet", "HEAD").decode().strip()
    except ToolError:
        return None


def fork_point(folder: Path, name: str, head: str = "HEAD") -> str:
    """Name the commit where the current branch, or another `head`, left a revision, so that what went on
    there since is no part of the change; the revision itself where the two have no common past, or it isn't
    known.
    """
    try:
        return ask_git(folder, "merge-base", "--end-of-options", name, head).decode().strip()
    except ToolError:
        return name


def ask_git(
    folder: Path, *arguments: str, stdin: bytes = b"", variables: Mapping[str, str] | None = None
) -> bytes:
    """Run git and give what it prints. ToolError, with what to do, where it fails."""
    try:
        command = ["git", "-C", str(folder), *arguments]
        environment = {**os.environ, **PLAIN_WORDS, **(variables or {})}
        done = subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment)
    except OSError as error:
        raise ToolError(_NO_GIT) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise ToolError(
            _in_other_words(said, folder)
            or f"git knows no revision {arguments[-1].removesuffix('^{commit}')}"
        )
    return done.stdout


PLAIN_WORDS = {"LC_ALL": "C"}
"""What has git speak English, so that what it says is understood."""

_NO_GIT = "git isn't installed or can't be run, and is needed to read a revision"


def _in_other_words(said: str, folder: Path) -> str:
    """What git says, so that it helps; as it says it, where that is clear."""
    if "not a git repository" in said:
        return f"{folder} isn't in a git repository"
    if "dubious ownership" in said:
        trust = next((line.strip() for line in said.splitlines() if "safe.directory" in line), "")
        return f"git doesn't read this repository, which belongs to another user: to trust it, run `{trust}`"
    return said
