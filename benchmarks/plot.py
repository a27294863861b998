"""Seconds of a build by the number of plans, with our plugin and without, as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 60, 130, 20, 44
"""The picture and the margins around its axes, in pixels."""

_STYLE = """<style>
text { font: 13px system-ui, sans-serif; fill: #777 }
.axis { stroke: #9996 }
.ours { stroke: #4a5fd0; fill: #4a5fd0 }
.bare { stroke: #888; fill: #888 }
polyline { fill: none !important; stroke-width: 2 }
</style>"""

Point = tuple[int, float, float]
"""A number of plans, the seconds of our build, those of one without us."""


def plot(points: Sequence[Point]) -> str:
    """Draw the points, which are in the order of their numbers, as SVG."""
    most = max(plans for plans, *_ in points), _rounded(max(max(times) for _, *times in points))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">',
            _STYLE,
            *_axes([plans for plans, *_ in points], most),
            *_line("ours", "with mkdocs-plans", [(plans, ours) for plans, ours, _ in points], most),
            *_line("bare", "without", [(plans, bare) for plans, _, bare in points], most),
            "</svg>\n",
        ]
    )


def _rounded(seconds: float) -> int:
    step = 5 if seconds <= 50 else 50
    return ceil(seconds / step) * step


def _at(plans: float, seconds: float, most: tuple[int, int]) -> tuple[float, float]:
    x = LEFT + (WIDTH - LEFT - RIGHT) * plans / most[0]
    y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * seconds / most[1]
    return round(x, 1), round(y, 1)


def _axes(numbers: Sequence[int], most: tuple[int, int]) -> Iterator[str]:
    for fifth in range(6):
        seconds = most[1] * fifth / 5
        x, y = _at(0, seconds, most)
        yield f'<path class="axis" d="M{x} {y}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{seconds:g} s</text>'
    for number in numbers:
        if number == numbers[0] or number >= most[0] / 10:
            x, y = _at(number, 0, most)
            yield f'<text x="{x}" y="{y + 20}" text-anchor="middle">{number:,}</text>'
    x, y = _at(most[0] / 2, 0, most)
    yield f'<text x="{x}" y="{y + 38}" text-anchor="middle">plans</text>'


def _line(kind: str, name: str, points: Sequence[tuple[int, float]], most: tuple[int, int]) -> Iterator[str]:
    places = [_at(plans, seconds, most) for plans, seconds in points]
    yield f'<polyline class="{kind}" points="{" ".join(f"{x},{y}" for x, y in places)}"/>'
    yield from (f'<circle class="{kind}" cx="{x}" cy="{y}" r="3"/>' for x, y in places)
    x, y = places[-1]
    yield f'<text x="{x + 8}" y="{y + 4}">{name}</text>'
