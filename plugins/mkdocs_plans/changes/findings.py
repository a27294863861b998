"""The findings that only one of two states of a plan has.

A finding is old where an equal one was there before: of the same rule, in the same file, about the same
field, with the same message and the same text underlined. It doesn't matter on what line it is, nor what
its file is called now: files are the same by the id of what they hold, else by path, by title, by their
whole text, or as what is most alike. Quotes around a value don't matter. Where there are more equal findings
than before, those on lines that the change left alone are the old ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mkdocs_plans.changes.matching import Key, pairs
from mkdocs_plans.findings import Located, Route
from mkdocs_plans.load import Loaded
from mkdocs_plans.model import PlanFile
from mkdocs_plans.rules import Checked


@dataclass(frozen=True, slots=True)
class State:
    """A plan as it was loaded, and what checking it gave."""

    loaded: Loaded
    checked: Checked


def brought_in(before: State, now: State) -> Checked:
    """Give what `now` has that `before` hadn't: findings, and findings that are left out."""
    new = _NewFindings(before.loaded, now.loaded)
    ignored = [[one.found for one in state.checked.ignored] for state in (before, now)]
    left_out = set(map(id, new.among(*ignored)))
    return Checked(
        new.among(before.checked.found, now.checked.found),
        tuple(one for one in now.checked.ignored if id(one.found) in left_out),
    )


def exchanged(before: State, now: State) -> tuple[tuple[Located, ...], tuple[Located, ...]]:
    """Give the findings that only `now` has, and those that only `before` had. One that is there in both and
    only written otherwise in the file, as in quotes, is neither.
    """
    old_paths = same_files(before.loaded, now.loaded)

    def read(located: Located) -> Hashable:
        return located.finding.rule, located.finding.path, located.finding.message

    def read_then(located: Located) -> Hashable:
        path = located.finding.path
        return located.finding.rule, old_paths.get(path, path), located.finding.message

    new, gone = brought_in(before, now).found, brought_in(now, before).found
    return _without(new, read_then, map(read, gone)), _without(gone, read, map(read_then, new))


def _without(
    found: Iterable[Located], key: Callable[[Located], Hashable], others: Iterable[Hashable]
) -> tuple[Located, ...]:
    """The findings less one for each of the others that is equal."""
    left = Counter(others)
    kept = []
    for located in found:
        known = key(located)
        if not left[known]:
            kept.append(located)
        left[known] = max(0, left[known] - 1)
    return tuple(kept)


class _NewFindings:
    """Looks for the findings that one state of a plan has more of than the state before it."""

    def __init__(self, before: Loaded, now: Loaded) -> None:
        self._before = before
        self._now = now
        self._old_paths = same_files(before, now)
        self._kept_lines: dict[str, frozenset[int]] = {}

    def among(self, before: Iterable[Located], now: Sequence[Located]) -> tuple[Located, ...]:
        """The findings of `now` that there are more of than in `before`, in their order."""
        old = _grouped(before, lambda located: _key(located, located.finding.path))
        groups = _grouped(now, lambda located: _key(located, self._old_path(located)))
        new: list[Located] = []
        for key, group in groups.items():
            number = len(group) - len(old.get(key, ()))
            if number > 0:
                new += sorted(group, key=self._is_kept)[:number] if key in old else group
        are_new = set(map(id, new))
        return tuple(located for located in now if id(located) in are_new)

    def _old_path(self, located: Located) -> str:
        path = located.finding.path
        return self._old_paths.get(path, path)

    def _is_kept(self, located: Located) -> bool:
        """Whether a finding is on a line that was there before."""
        path = located.finding.path
        if path not in self._kept_lines:
            old = self._before.documents.get(self._old_path(located))
            new = self._now.documents.get(path)
            self._kept_lines[path] = _kept_lines(old.text, new.text) if old and new else frozenset()
        return located.span.line in self._kept_lines[path]


def _kept_lines(before: str, now: str) -> frozenset[int]:
    """The numbers of the lines that a text has kept."""
    blocks = SequenceMatcher(None, before.split("\n"), now.split("\n")).get_matching_blocks()
    return frozenset(line for block in blocks for line in range(block.b + 1, block.b + block.size + 1))


def _key(located: Located, path: str) -> Hashable:
    """What makes two findings equal. Of the way to a field its position in lists doesn't count."""
    finding, span = located.finding, located.span
    steps = finding.at.steps if isinstance(finding.at, Route) else ()
    field = tuple(step for step in steps if isinstance(step, str))
    underlined = located.line[span.column - 1 : span.end_column - 1].strip("\"'")  # quotes mean nothing
    return finding.rule, path, field, finding.message, underlined


def _grouped(
    findings: Iterable[Located], key: Callable[[Located], Hashable]
) -> Mapping[Hashable, list[Located]]:
    groups: dict[Hashable, list[Located]] = defaultdict(list)
    for located in findings:
        groups[key(located)].append(located)
    return groups


# --- which files are the same ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Document:
    """A file's text, and what it holds where that could be read."""

    path: str
    text: str
    file: PlanFile | None


_KEYS: tuple[Key[_Document], ...] = (
    lambda document: document.file and (document.file.type, document.file.id, document.path),
    lambda document: document.file and (document.file.type, document.file.id),
    lambda document: document.path,
    lambda document: document.file and (document.file.type, document.file.title),
    lambda document: document.text,
)


def same_files(before: Loaded, now: Loaded) -> dict[str, str]:
    """Give the path that each file had before, by its path now; new files are left out."""
    found = pairs(_documents(before), _documents(now), _KEYS, lambda document: document.text)
    return {pair.now.path: pair.before.path for pair in found if pair.before and pair.now}


def _documents(loaded: Loaded) -> list[_Document]:
    files = loaded.plan.by_path
    return [_Document(path, one.text, files.get(path)) for path, one in loaded.documents.items()]
