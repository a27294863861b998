"""The files of a plan in a folder on disk."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Protocol

from pathspec.gitignore import GitIgnoreSpec

from mkdocs_plans.bounds import MAX_ENTRIES
from mkdocs_plans.disk import read_file
from mkdocs_plans.findings import Finding, Span
from mkdocs_plans.reading_rules.files import UNREADABLE_FILE

MAX_BYTES = 5 * 1024 * 1024
"""A plan file is written by people, and so is the people file; a larger one is a mistake."""

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""The file name endings that MkDocs takes for Markdown (`mkdocs/utils/__init__.py`)."""

STRAY = (".txt", ".text", ".yml", ".yaml", ".md", ".markdown", ".mdx", ".md~")
"""Endings, in any case, of files that may be meant for plan files, and that MkDocs takes for no Markdown."""

_PLAN = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n)?(?:[\w-]+:.*\r?\n){0,9}?"
    rb"type:[ \t]*(?:mission|vision|values|theme|strategy|tactic|team)[ \t]*\r?(?:\n|$)"
)

_ALWAYS_EXCLUDED = (".*", "/templates/")
"""What MkDocs excludes whatever the site says (`mkdocs/structure/files.py`)."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a plan: its path relative to `docs_dir`, with `/`, and its bytes; or, in place of
    the bytes, the finding that says why they can't be had.
    """

    path: str
    data: bytes = b""
    finding: Finding | None = None


class Source(Protocol):
    """Where a plan's files come from."""

    def files(self) -> Iterator[File]:
        """Give every Markdown file that the site would have, in the order of their paths."""

    def read(self, path: str) -> File | None:
        """Give one file; None where there is none of that name."""


@dataclass(frozen=True)
class Exclusions:
    """The site's `exclude_docs` (and, in a build, `draft_docs`): gitignore patterns, a line each."""

    patterns: Sequence[str] = ()

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        return GitIgnoreSpec.from_lines([*_ALWAYS_EXCLUDED, *self.patterns])

    @cached_property
    def _takes_back(self) -> bool:
        return any(pattern.lstrip().startswith("!") for pattern in self.patterns)

    def exclude(self, path: str) -> bool:
        """Whether a file is left out of the site, as MkDocs decides it."""
        return self._spec.match_file(path)

    def exclude_all_below(self, path: str) -> bool:
        """Whether nothing below a folder can be in the site, so that it need not be entered."""
        # git never looks into a folder that is excluded. MkDocs matches each file by itself, so that a
        # pattern with `!` brings back files below such a folder.
        return not self._takes_back and self._spec.match_file(path + "/")


class _TooManyError(Exception):
    """A folder holds more than is looked at."""


@dataclass(frozen=True)
class Folder:
    """A folder on disk. Links that lead out of it are findings, and are not followed."""

    root: Path
    exclusions: Exclusions = field(default_factory=Exclusions)

    def files(self) -> Iterator[File]:
        """Give every Markdown file below the folder, in the order of their paths."""
        left = iter(range(MAX_ENTRIES))
        try:
            yield from self._walk(self.root, "", frozenset({self._real_root}), left)
        except _TooManyError:
            message = f"the folder holds more than {MAX_ENTRIES} files and folders, and not all are read"
            hint = "name a smaller one as `docs_dir`, or leave out folders with `exclude_docs`"
            yield File(".", finding=UNREADABLE_FILE.finding(message, ".", Span(), hint))

    def read(self, path: str) -> File | None:
        """Give one file, whatever the site excludes; None where there is none of that name."""
        file = self.root / path
        return self._file(os.fspath(file), path, is_link=True) if os.path.lexists(file) else None

    def _walk(self, folder: Path, prefix: str, seen: frozenset[str], left: Iterator[int]) -> Iterator[File]:
        """Give the files of one folder and of those in it. `left` is used up by a number an entry;
        _TooManyError where none is left.
        """
        try:
            with os.scandir(folder) as scan:
                entries = sorted(_counted(scan, left), key=lambda entry: entry.name)
        except OSError as error:
            yield _unread(prefix.removesuffix("/") or ".", f"the folder can't be read: {error.strerror}")
            return
        for entry in entries:
            path = prefix + entry.name
            if not is_utf8(entry.name):
                yield from misnamed(prefix, entry.name)
                continue
            if _is_folder(entry):
                if not self.exclusions.exclude_all_below(path):
                    yield from self._walk_folder(entry, path, seen, left)
            elif entry.name.endswith(MARKDOWN) and not self.exclusions.exclude(path):
                yield self._file(entry.path, path, is_link=entry.is_symlink())
            elif not _is_file(entry):
                if not self.exclusions.exclude(path):
                    yield _unread(path, "this is not a regular file: a build would fail on it or never end")
            elif entry.name.lower().endswith(STRAY) and not self.exclusions.exclude(path):
                yield from self._stray(entry.path, path)

    def _walk_folder(
        self, entry: os.DirEntry[str], path: str, seen: frozenset[str], left: Iterator[int]
    ) -> Iterator[File]:
        if entry.is_symlink():
            target = os.path.realpath(entry.path)
            if not Path(target).is_relative_to(self._real_root):
                yield File(path, finding=link_finding(path))
                return
            # A link to a folder that it is in would lead on without end.
            if target in seen:
                return
            seen |= {target}
        yield from self._walk(Path(entry.path), path + "/", seen, left)

    def _file(self, place: str, path: str, *, is_link: bool) -> File:
        if is_link and self._leads_out(Path(place)):
            return File(path, finding=link_finding(path))
        try:
            return File(path, read_file(place, MAX_BYTES))
        except OSError as error:
            return _unread(path, f"the file can't be read: {error.strerror}")

    def _stray(self, place: str, path: str) -> Iterator[File]:
        """Give a file that holds a plan's front matter, and that nobody reads by its name."""
        try:
            is_plan = _PLAN.match(read_file(place, MAX_BYTES)[:2_000]) is not None
        except OSError:
            return
        if is_plan:
            message = "this holds the front matter of a plan, and isn't read: its name doesn't end in `.md`"
            hint = f"rename it to {PurePosixPath(path).stem.removesuffix('.md')}.md"
            yield File(path, finding=UNREADABLE_FILE.finding(message, path, Span(), hint))

    def _leads_out(self, path: Path) -> bool:
        return not Path(os.path.realpath(path)).is_relative_to(self._real_root)

    @cached_property
    def _real_root(self) -> str:
        return os.path.realpath(self.root)


def _counted(scan: Iterator[os.DirEntry[str]], left: Iterator[int]) -> Iterator[os.DirEntry[str]]:
    for entry in scan:
        if next(left, None) is None:
            raise _TooManyError
        yield entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether there is a file that can be copied, and no pipe, device or link to nothing or to itself."""
    try:
        return entry.is_file()
    except OSError:
        return False


def is_utf8(name: str) -> bool:
    """Whether a name is in UTF-8: no page can be called otherwise."""
    # Python reads the bytes of a name that are no UTF-8 as these code points, which no text can hold.
    return name.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in name)


def misnamed(prefix: str, name: str) -> Iterator[File]:
    """A Markdown file or a folder whose name isn't UTF-8, as a finding: no page can have its address."""
    if name.endswith(MARKDOWN) or "." not in name:
        shown = prefix + name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        message = "this file's name isn't in UTF-8, so no page can be called so"
        hint = "give it another name"
        yield File(shown, finding=UNREADABLE_FILE.finding(message, shown, Span(), hint))


def _unread(path: str, message: str) -> File:
    return File(path, finding=UNREADABLE_FILE.finding(message, path, Span()))


@dataclass(frozen=True)
class Overlaid:
    """A source with other files above it, by path, and without those that are `gone`: what is above takes the
    place of its own, or stands beside them.
    """

    below: Source
    above: Mapping[str, bytes]
    gone: frozenset[str] = frozenset()

    def files(self) -> Iterator[File]:
        """Give each Markdown file, in the order of their paths."""
        hidden = self.gone | self.above.keys()
        kept = (file for file in self.below.files() if file.path not in hidden)
        made = (File(path, data) for path, data in self.above.items() if path.endswith(MARKDOWN))
        yield from sorted((*kept, *made), key=lambda file: file.path.split("/"))

    def read(self, path: str) -> File | None:
        """Give one file."""
        return File(path, self.above[path]) if path in self.above else self.below.read(path)


def link_finding(path: str) -> Finding:
    """The finding for a link that leads out of the plan's folder."""
    message = "this is a link to a file outside the plan's folder"
    hint = "put the file itself here"
    return UNREADABLE_FILE.finding(message, path, Span(), hint)
