"""What a change brings in: the findings of a plan that it didn't have before.

A finding is old where an equal one was there before: of the same rule, in the same file, about the same
field, with the same message and the same text underlined. It doesn't matter on what line it is, nor what
its file is called now: files are the same by the id of what they hold, else by path, by title, by their
whole text, or as what is most alike. Quotes around a value don't matter. Where there are more equal findings
than before, those on lines that the change left alone are the old ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mkdocs_plans.findings import Located, Route
from mkdocs_plans.load import Loaded
from mkdocs_plans.rules import Checked

ALIKE = 60
"""From how alike two texts are (rapidfuzz's `ratio`, 0 to 100) they are taken for one file."""

MOST_COMPARISONS = 40_000
"""Up to how many pairs of files are compared, so that this never grows with the square of the plan."""

LONGEST = 1_000
"""How many characters of each text are compared."""


@dataclass(frozen=True, slots=True)
class State:
    """A plan as it was loaded, and what checking it gave."""

    loaded: Loaded
    checked: Checked


def brought_in(before: State, now: State) -> Checked:
    """Give what `now` has that `before` hadn't: findings, and findings that are left out."""
    change = _Change(before.loaded, now.loaded)
    found = change.new(before.checked.found, now.checked.found)
    left_out = change.new(
        [ignored.found for ignored in before.checked.ignored],
        [ignored.found for ignored in now.checked.ignored],
    )
    are_new = set(map(id, left_out))
    return Checked(found, tuple(one for one in now.checked.ignored if id(one.found) in are_new))


class _Change:
    """Compares the findings of two states of a plan."""

    def __init__(self, before: Loaded, now: Loaded) -> None:
        self._before = before
        self._now = now
        self._old_paths = same_files(before, now)
        self._kept_lines: dict[str, frozenset[int]] = {}

    def new(self, before: Iterable[Located], now: Sequence[Located]) -> tuple[Located, ...]:
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


def same_files(before: Loaded, now: Loaded) -> dict[str, str]:
    """Give the path that each file had before, by its path now; new files are left out."""
    found: dict[str, str] = {}
    new, old = list(now.documents), list(before.documents)
    for name in (_by_id, _by_path, _by_title, _by_text):
        named = _unique(before, old, name)
        for known, path in _unique(now, new, name).items():
            if known in named:
                found[path] = named[known]
        taken = set(found.values())
        new, old = [path for path in new if path not in found], [path for path in old if path not in taken]
    return found | _most_alike(before, old, now, new)


def _most_alike(before: Loaded, old: Sequence[str], now: Loaded, new: Sequence[str]) -> dict[str, str]:
    """Give the old path of each file that moved and was edited too: that of the text that is most alike."""
    if not old or not new or len(old) * len(new) > MOST_COMPARISONS:
        return {}
    from rapidfuzz import fuzz  # noqa: PLC0415 - most changes rename nothing

    def likeness(path: str, then: str) -> float:
        texts = now.documents[path].text[:LONGEST], before.documents[then].text[:LONGEST]
        return fuzz.ratio(*texts, score_cutoff=ALIKE)

    scored = sorted((-likeness(path, then), path, then) for path in new for then in old)
    found: dict[str, str] = {}
    for score, path, then in scored:
        if score and path not in found and then not in found.values():
            found[path] = then
    return found


Name = Callable[[Loaded, str], Hashable]


def _unique(loaded: Loaded, paths: Iterable[str], name: Name) -> dict[Hashable, str]:
    """Give the paths by name, without those that share one or have none."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for path in paths:
        groups[name(loaded, path)].append(path)
    return {known: group[0] for known, group in groups.items() if known is not None and len(group) == 1}


def _by_id(loaded: Loaded, path: str) -> Hashable:
    file = loaded.plan.by_path.get(path)
    return (file.type, file.id) if file else None


def _by_path(_: Loaded, path: str) -> Hashable:
    return path


def _by_title(loaded: Loaded, path: str) -> Hashable:
    file = loaded.plan.by_path.get(path)
    return (file.type, file.title) if file else None


def _by_text(loaded: Loaded, path: str) -> Hashable:
    return loaded.documents[path].text
