"""The files of a plan in a git revision, read without a checkout."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mkdocs_plans.errors import ToolError
from mkdocs_plans.source.folder import MARKDOWN, Exclusions, File, is_utf8, link_finding, misnamed
from mkdocs_plans.source.git import DAMAGED, ask_git, place_below

_PLAN = "^type: *(mission|vision|values|theme|strategy|tactic|team)[[:space:]]*$"
"""The line by which `git grep` finds plan files: to read all of a commit takes much longer."""

# The modes that git has for a symbolic link, whose content is the path that it leads to, and for files. A
# submodule has another one, and no content.
_LINK = "120000"
_BLOBS = {"100644", "100755", _LINK}


@dataclass(frozen=True)
class Revision:
    """A folder as it stands in a git revision.

    `root` is the folder in the working tree (which need not exist there any more), `name` whatever
    `git rev-parse` takes. Where the revision doesn't have the folder, there are no files; where it
    `follows` a folder that moved, those of the one folder of plan files that is gone by now. ToolError
    where git is missing, there is no repository, or no such revision.
    """

    root: Path
    name: str
    exclusions: Exclusions = field(default_factory=Exclusions)
    follows: bool = False

    def files(self) -> Iterator[File]:
        """Give every Markdown file of the revision's folder, in the order of their paths."""
        wanted = [
            path
            # By its parts, as walking a folder gives it: as a text, `a-b.md` would stand before `a/b.md`.
            for path in sorted(self._entries, key=lambda path: path.split("/"))
            if path.endswith(MARKDOWN) and not self.exclusions.exclude(path)
        ]
        for path in (path for path in wanted if not is_utf8(path)):
            yield from misnamed("", path)
        wanted = [path for path in wanted if is_utf8(path)]
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

    @property
    def place(self) -> str:
        """The way from the top of the repository to the folder as it stood then: `site/plans/`."""
        return self._listed[0]

    @property
    def has_files(self) -> bool:
        """Whether there was anything in the folder."""
        return bool(self._listed[1])

    @property
    def paths(self) -> Collection[str]:
        """The paths of all its files, relative to the folder."""
        return self._entries.keys()

    @property
    def moved_from(self) -> str:
        """Where the folder stood then, if that was elsewhere than now."""
        return self.place if self.place != place_below(self.top, self.root) else ""

    @cached_property
    def top(self) -> Path:
        """The top of the repository."""
        there = next(folder for folder in (self.root, *self.root.parents) if folder.is_dir())
        return Path(ask_git(there, "rev-parse", "--show-toplevel").decode().strip())

    @cached_property
    def commit(self) -> str:
        """The commit of the revision."""
        # A revision may be called as an option is, `--output=…`, and a name may be a tag, which isn't its
        # commit.
        end = ("--end-of-options", f"{self.name}^{{commit}}")
        return ask_git(self.top, "rev-parse", "--verify", "--quiet", *end).decode().strip()

    @cached_property
    def _listed(self) -> tuple[str, bytes]:
        """Where the folder stood, and what git lists there."""
        place = place_below(self.top, self.root)
        listing = self._listing(place)
        if not listing and self.follows:
            moved = plan_folders(self.top, self.commit)
            if len(moved) == 1 and moved[0] and not (self.top / moved[0]).exists():
                return f"{moved[0]}/", self._listing(f"{moved[0]}/")
        return place, listing

    def _listing(self, place: str) -> bytes:
        # With `-z`, because git else writes a name with an umlaut in quotes and octal codes.
        return ask_git(self.top, "ls-tree", "-r", "-z", self.commit, "--", place or ".")

    @cached_property
    def _entries(self) -> dict[str, tuple[str, str]]:
        """Mode and object name of each file of the folder, by path relative to it."""
        prefix, listing = self._listed
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
        answer = ask_git(self.top, "cat-file", "--batch", stdin="\n".join(blobs).encode())
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


def plan_folders(top: Path, commit: str) -> list[str]:
    """The folders in which plan files stood in a commit, from the top of the repository: the outermost ones
    alone.
    """
    endings = (f"*{ending}" for ending in MARKDOWN)
    try:
        answer = ask_git(top, "grep", "-l", "-z", "-I", "-E", _PLAN, commit, "--", *endings)
    except ToolError:  # none, or that can't be told
        return []
    paths = (name.partition(":")[2] for name in answer.decode("utf-8", "replace").split("\0") if name)
    found: list[str] = []
    for place in sorted({posixpath.dirname(path) for path in paths}):
        if not any(place == above or place.startswith(f"{above}/") or not above for above in found):
            found.append(place)
    return found


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
