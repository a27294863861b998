"""All findings of a plan mended that can be: files as they were → files as they should be.

A fix may bring to light what a mistake hid, so all is checked again until nothing more can be mended.
Nothing is written here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from mkdocs_plans.edits.text import edited_bytes
from mkdocs_plans.findings import Finding
from mkdocs_plans.fixes import Tries, fix_for
from mkdocs_plans.fixes.case import Around, Case, read
from mkdocs_plans.load import Loaded, load
from mkdocs_plans.rules import Checked, check
from mkdocs_plans.settings import Site
from mkdocs_plans.source import File, Folder

MAX_ROUNDS = 10
"""A round mends all that it sees; what that brings to light is for the next. Few mistakes hide so deep."""


Choose = Callable[[Checked, Loaded], Checked]
"""Says which findings to mend, of all that a check of what was loaded finds."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the plan as it was read and as it is mended, with the number of findings that were."""

    path: str
    before: bytes
    after: bytes
    mended: int


def _all(checked: Checked, _: Loaded) -> Checked:
    return checked


def mend(folder: Folder, site: Site, choose: Choose = _all) -> tuple[Change, ...]:
    """Mend the chosen findings of a plan; give the files that this changes, in the order of their paths."""
    drafts = _Drafts(folder, site)
    for _ in range(MAX_ROUNDS):
        if not _mend_once(drafts, site, choose):
            break
    return tuple(drafts.changes())


class _Drafts:
    """The files of a plan, as they were read and as they have become: a source of plan files."""

    def __init__(self, folder: Folder, site: Site) -> None:
        self._root = folder.root
        self._files = {file.path: file for file in folder.files()}
        self._people = folder.read(site.settings.people)
        self._after: dict[str, bytes] = {}
        self._mended: Counter[str] = Counter()
        self._claims: dict[Path, str] = {}

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
        """Give what a file has become, to be mended; None where it is no file of the plan, or where
        another name for the same file was first.
        """
        file = self._file(path)
        if file is None or self._claims.setdefault((self._root / path).resolve(), path) != path:
            return None
        return self._after.get(path, file.data)

    def keep(self, path: str, data: bytes, mended: int) -> None:
        """Keep what a file has become, and how many of its findings that mends."""
        self._after[path] = data
        self._mended[path] += mended

    def changes(self) -> Iterator[Change]:
        """Give each file that has become another."""
        for path, after in sorted(self._after.items()):
            if (file := self._file(path)) and file.data != after:
                yield Change(path, file.data, after, self._mended[path])

    def _file(self, path: str) -> File | None:
        if self._people is not None and path == self._people.path:
            return self._people
        return self._files.get(path)


def _mend_once(drafts: _Drafts, site: Site, choose: Choose) -> bool:
    """Check, and mend what can be; whether anything could."""
    loaded = load(drafts, site)
    around = Around(loaded.plan, site)
    found = (located.finding for located in choose(check(loaded, site), loaded).found)
    any_mended = False
    for path, findings in groupby(found, key=lambda finding: finding.path):
        data = drafts.claim(path) if path in loaded.documents else None
        if data is not None:
            after, mended = _mended(path, data, findings, around)
            if mended:
                drafts.keep(path, after, mended)
                any_mended = True
    return any_mended


def _mended(path: str, data: bytes, findings: Iterable[Finding], around: Around) -> tuple[bytes, int]:
    """Mend one file's findings, one after the other; give what it becomes, and how many were mended.

    In a file that can't be read each mended finding brings the next to light. What isn't tried is left, and
    told by the check that follows.
    """
    document, mended, waiting = read(path, data, around.site), 0, list(findings)
    tries = Tries(document)
    while waiting and tries.one_more(waiting[0]):
        fix = fix_for(Case(waiting.pop(0), document, around))
        if fix:
            data, mended = edited_bytes(data, fix), mended + 1
            document = read(path, data, around.site)
            if document.findings_stop_reading:
                waiting = list(document.findings)
    return data, mended
