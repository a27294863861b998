"""How deep what stands below something stands: strategies below strategies, teams below teams."""

from collections.abc import Mapping


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
