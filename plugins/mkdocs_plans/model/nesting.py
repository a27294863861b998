"""How deep what stands below something stands: strategies below strategies, teams below teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar

from mkdocs_plans.bounds import MAX_DEPTH


class Nested(Protocol):
    """What may stand below another of its kind."""

    @property
    def parent(self) -> str | None:
        """The id of the one above."""


N = TypeVar("N", bound=Nested)


def find_too_deep(files: Mapping[str, N]) -> Iterator[N]:
    """Give those that a tree would have to be cut at, so that no part of it is deeper than can be shown."""
    for name, depth in count_depths({key: file.parent for key, file in files.items()}).items():
        if depth > MAX_DEPTH and depth % MAX_DEPTH == 1:
            yield files[name]


def count_depths(above: Mapping[str, str | None]) -> dict[str, int]:
    """Say of each name, by the one above it, how many stand in its line, itself counted; 0 for those
    of a circle, or below one.
    """
    # In loops and not by recursion, which ends at a thousand: a plan may be wrong to any depth. Each name is
    # walked over once, as what stands above a known one is known.
    depths: dict[str, int] = {}
    for name in above:
        way: dict[str, None] = {}
        current: str | None = name
        while current is not None and current in above and current not in depths and current not in way:
            way[current] = None
            current = above[current]
        depth = 0 if current in way else depths.get(current or "", 0)
        is_circle = current in way or (current in depths and depth == 0)
        for each in reversed(way):
            depth = 0 if is_circle else depth + 1
            depths[each] = depth
    return depths
