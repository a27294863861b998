"""What the last build left of its pages: their keys, and what each was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from functools import cached_property
from typing import Any

from mkdocs_plans.plugin.incremental.reads import Read


class Before:
    """The state that a build left; an empty one is that of none, or says nothing of this one."""

    def __init__(self, state: Mapping[str, Any]) -> None:
        self.is_known = bool(state)
        self.whole: str | None = state.get("whole")
        """All that the plan said."""
        self.pages: Mapping[str, Any] = state.get("pages", {})
        """Of each page, by its path: its key, the numbers of its lookups, how it looks, its file's stamp."""
        self._answers = state.get("reads", ())

    @cached_property
    def _reads(self) -> list[Read]:
        return [(name, tuple(key) if isinstance(key, list) else key) for name, key, _ in self._answers]

    def changed(self, answer: Callable[[Read], str], among: Set[Read] | None) -> set[int]:
        """The numbers of the lookups that now give something else: among some, or among all."""
        return {
            number
            for number, (read, (_, _, before)) in enumerate(zip(self._reads, self._answers, strict=True))
            if (among is None or read in among) and answer(read) != before
        }

    def answers(self, changed: Set[Read] | None) -> dict[Read, str]:
        """What the lookups gave, but for those that changed; of none where that isn't known."""
        if changed is None:
            return {}
        pairs = zip(self._reads, self._answers, strict=True)
        return {read: answer for read, (_, _, answer) in pairs if read not in changed}

    def numbered(
        self, paths: Iterable[str], found: Mapping[str, Set[Read]]
    ) -> tuple[dict[Read, int], dict[str, list[int]]]:
        """The lookups with their numbers, and which belong to each page: what was `found` while it was made,
        or else those of before, as they are where no page was made.
        """
        if not found:
            numbers = {read: number for number, read in enumerate(self._reads)}
            return numbers, {path: self.pages[path][1] for path in paths}
        numbers = {}
        of_pages = {}
        for path in paths:
            reads = found.get(path)
            if reads is None:
                reads = {self._reads[number] for number in self.pages[path][1]}
            of_pages[path] = [numbers.setdefault(read, len(numbers)) for read in reads]
        return numbers, of_pages
