"""All findings of a plan fixed that can be: files as they were → files as they should be.

A fix may bring to light what a mistake hid, so all is checked again until nothing more can be fixed.
Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from mkdocs_plans.edits import FileChange, edit_bytes
from mkdocs_plans.findings import Finding, Fix
from mkdocs_plans.fixes import Tries, find_fix
from mkdocs_plans.fixes.case import Case, Surroundings, read_document_at
from mkdocs_plans.load import Loaded, load
from mkdocs_plans.rules import Checked, check
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document, File, Folder

MAX_ROUNDS = 10
"""A round fixes all that it sees; what that brings to light is for the next. Few mistakes hide so deep."""


Choose = Callable[[Checked, Loaded], Checked]
"""Says which findings to fix, of all that a check of what was loaded finds."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The number of findings that are fixed, and the files that this changes, in the order of their paths."""

    findings: int
    changes: tuple[FileChange, ...]


def _all(checked: Checked, _: Loaded) -> Checked:
    return checked


def fix_plan(folder: Folder, site: Site, choose: Choose = _all) -> Fixed:
    """Fix the chosen findings of a plan."""
    drafts = _Drafts(folder, site)
    for _ in range(MAX_ROUNDS):
        if not _fix_once(drafts, site, choose):
            break
    return Fixed(drafts.fixed, tuple(drafts.changes()))


class _Drafts:
    """The files of a plan, as they were read and as they have become: a source of plan files."""

    def __init__(self, folder: Folder, site: Site) -> None:
        self._root = folder.root
        self._files = {file.path: file for file in folder.files()}
        self._people = folder.read(site.settings.people)
        self._after: dict[str, bytes] = {}
        self._claims: dict[Path, str] = {}
        self.fixed = 0

    def files(self) -> Iterator[File]:
        """Give each Markdown file as it has become."""
        for path, file in self._files.items():
            yield File(path, self._after[path]) if path in self._after else file

    def read(self, path: str) -> File | None:
        """Give the people file as it has become."""
        if self._people is None or path != self._people.path:
            return None
        return File(path, self._after[path]) if path in self._after else self._people

    def claim(self, path: str) -> bytes | None:
        """Give what a file has become, to be fixed; None where it is no file of the plan, or where
        another name for the same file was first.
        """
        file = self._file(path)
        if file is None or self._claims.setdefault((self._root / path).resolve(), path) != path:
            return None
        return self._after.get(path, file.data)

    def keep(self, path: str, data: bytes, fixed: int) -> None:
        """Keep what a file has become, and how many of its findings that fixes."""
        self._after[path] = data
        self.fixed += fixed

    def changes(self) -> Iterator[FileChange]:
        """Give each file that has become another."""
        for path, after in sorted(self._after.items()):
            if (file := self._file(path)) and file.data != after:
                yield FileChange(path, file.data, after)

    def _file(self, path: str) -> File | None:
        if self._people is not None and path == self._people.path:
            return self._people
        return self._files.get(path)


def _fix_once(drafts: _Drafts, site: Site, choose: Choose) -> bool:
    """Check, and fix what can be; whether anything could."""
    loaded = load(drafts, site)
    around = Surroundings(loaded.plan, site)
    found = (located.finding for located in choose(check(loaded, site), loaded).found)
    any_fixed = False
    for path, findings in groupby(found, key=lambda finding: finding.path):
        data = drafts.claim(path) if path in loaded.documents else None
        if data is not None:
            after, fixed = _fix_file(path, data, findings, around)
            if fixed:
                drafts.keep(path, after, fixed)
                any_fixed = True
    return any_fixed


def _fix_file(path: str, data: bytes, findings: Iterable[Finding], around: Surroundings) -> tuple[bytes, int]:
    """Fix one file's findings, one after the other, or several alike at once; give what it becomes, and how
    many were fixed.

    In a file that can't be read each fixed finding brings the next to light. What isn't tried is left, and
    told by the check that follows.
    """
    document, fixed, waiting = read_document_at(path, data, around.site), 0, list(findings)
    tries = Tries(document)
    while waiting and tries.one_more(waiting[0]):
        finding = waiting.pop(0)
        others = tuple(other for other in waiting if other.rule == finding.rule)
        fix = find_fix(Case(finding, document, around, others))
        if fix:
            left = _left(waiting, fix, document)
            fixed += 1 + len(waiting) - len(left)
            waiting, data = left, edit_bytes(data, fix)
            document = read_document_at(path, data, around.site)
            if document.findings_stop_reading:
                waiting = list(document.findings)
    return data, fixed


def _left(waiting: list[Finding], fix: Fix, document: Document) -> list[Finding]:
    """The findings that a fix of several leaves: their places aren't among its edits."""
    if len(fix) == 1:
        return waiting
    edited = {edit.span for edit in fix}
    return [finding for finding in waiting if document.locate(finding.at) not in edited]
