"""A goal's readings over time against its path to the target: what `partials/goal_chart.html` draws.

The scale: from left to right the days, from the first to the last of the path and the readings, and on to
today where that is near; upwards the values, from the least to the greatest that are shown. It needn't
begin at zero: the chart is about a way between two numbers. Both run evenly. Coordinates are units of the
drawing, `WIDTH` by `HEIGHT`, counted from its upper left corner.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import dist

from mkdocs_plans import figures
from mkdocs_plans.figures import Reading
from mkdocs_plans.model import Goal, Keep, plain_text
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.time_scale import with_today
from mkdocs_plans.wording.formats import Day

WIDTH, HEIGHT = 360, 140

LEFT, RIGHT, TOP, BOTTOM = 2, 354, 34, 102
"""The sides of the part in which values are drawn; around it is room for their labels."""

_ABOVE, _BELOW = -7, 15
"""How far from its point the foot of a label stands."""

_ROOM = 0.2
"""How far the values' scale goes on beyond a line to keep to, as a share of it."""


@dataclass(frozen=True, slots=True)
class ChartLabel:
    """A text in the chart: its foot, and which of its ends stands there (`start`, `middle`, `end`)."""

    x: float
    y: float
    anchor: str
    text: str
    kind: str


Point = tuple[float, float]
"""A place in the drawing: how far to the right, how far down."""


@dataclass(frozen=True, slots=True)
class GoalChart:
    """The chart of a goal. `today` is a place from left to right, `limit` one downwards: the line to keep
    to. `fails` is the side of that line which fails: from where and how far down. `readings` has the
    newest first, each with the table that says so, if any; `words` says the whole in a sentence or two.
    """

    path: tuple[Point, ...]
    line: tuple[Point, ...]
    today: float | None
    limit: float | None
    fails: Point | None
    labels: tuple[ChartLabel, ...]
    readings: tuple[tuple[Day, str, str], ...]
    words: str


@dataclass(frozen=True, slots=True)
class ChartScale:
    """Days (as ordinals) and values → coordinates."""

    first: int
    last: int
    least: float
    greatest: float

    def x(self, day: datetime.date) -> float:
        """How far to the right a day is; where there is but one, in the middle."""
        return _between(day.toordinal(), self.first, self.last, LEFT, RIGHT)

    def y(self, value: Decimal) -> float:
        """How far down a value is; where there is but one, in the middle."""
        return _between(float(value), self.least, self.greatest, BOTTOM, TOP)

    def holds(self, day: datetime.date) -> bool:
        """Whether a day is on the scale."""
        return self.first <= day.toordinal() <= self.last


def _between(value: float, least: float, greatest: float, begins: int, ends: int) -> float:
    share = (value - least) / (greatest - least) if greatest > least else 0.5
    return round(begins + (ends - begins) * max(0.0, min(1.0, share)), 1)


def goal_chart(page: Presenter, found: GoalOf, *, is_small: bool = False) -> GoalChart | None:
    """The chart of a goal, without labels if small; None where it has no path and fewer than two readings."""
    plan, goal = found.plan, found.goal
    readings = figures.readings(plan, goal, page.today)
    way = figures.target_path(plan, goal)
    path = () if isinstance(way, figures.Unknown) else way
    if not path and len(readings) < 2:
        return None
    scale = chart_scale(path, readings, None if path else goal.target_number, page.today)
    shown = [
        (page.formats.day(reading.day), _value(page, reading, goal), _source(reading)) for reading in readings
    ]
    return GoalChart(
        path=_points(scale, path),
        line=_points(scale, readings),
        today=scale.x(page.today) if scale.holds(page.today) else None,
        limit=scale.y(goal.target_number) if not path and goal.target_number is not None else None,
        fails=_fails(scale, goal),
        labels=() if is_small else tuple(_labels(page, goal, scale, path, readings)),
        readings=tuple(reversed(shown)),
        words=_words(page, goal, path, readings),
    )


def chart_scale(
    path: Sequence[Reading], readings: Sequence[Reading], limit: Decimal | None, today: datetime.date
) -> ChartScale:
    """The scale for a path and readings (one point or more in all), and for a line to keep to, which has
    room on both sides.
    """
    points = [*path, *readings]
    days = sorted(point.day for point in points)
    first, last = with_today(days[0], days[-1], today)
    values = [float(point.value) for point in points]
    if limit is not None:
        span = max(*values, float(limit)) - min(*values, float(limit)) or abs(float(limit)) or 1.0
        values += [float(limit) - span * _ROOM, float(limit) + span * _ROOM]
    return ChartScale(first.toordinal(), last.toordinal(), min(values), max(values))


def _points(scale: ChartScale, points: Sequence[Reading]) -> tuple[Point, ...]:
    return tuple((scale.x(point.day), scale.y(point.value)) for point in points)


def _fails(scale: ChartScale, goal: Goal) -> Point | None:
    """The side of the line that a goal to keep must not be on: where it begins, and how high it is."""
    if goal.keep is None or goal.target_number is None:
        return None
    limit = scale.y(goal.target_number)
    return (limit, BOTTOM - limit) if goal.keep is Keep.AT_LEAST else (TOP, limit - TOP)


def _value(page: Presenter, reading: Reading, goal: Goal) -> str:
    return page.formats.number(reading.value, goal.unit)


def _labels(
    page: Presenter, goal: Goal, scale: ChartScale, path: Sequence[Reading], readings: Sequence[Reading]
) -> list[ChartLabel]:
    labels = [*_ends(page, goal, scale, path), *_days(page, scale)]
    line, way = _points(scale, readings), _points(scale, path)
    if not path and goal.target_number is not None:
        places = _beside(scale.y(goal.target_number), _limit(page, goal, goal.target_number))
        labels.append(_clearest(places, list(_along(line))))
    if line and not (way and dist(line[-1], way[-1]) < _LINE):  # the target's label says it there
        places = _latest(page, goal, scale, readings)
        free = [label for label in places if not any(_meet(label, other) for other in labels)]
        labels += [_clearest(free, [*_along(line), *_along(way)])] if free else []
    return labels


def _beside(limit: float, text: str) -> list[ChartLabel]:
    """What is to be kept, in each of the four places at its line, the best first."""
    return [
        ChartLabel(x, limit + side, anchor, text, "target")
        for x, anchor in ((LEFT, "start"), (RIGHT, "end"))
        for side in (_ABOVE, _BELOW)
    ]


def _clearest(places: Sequence[ChartLabel], points: Sequence[Point]) -> ChartLabel:
    """The first of the places that cover the fewest points of the lines."""
    return min(places, key=lambda label: _covered(label, points))


def _limit(page: Presenter, goal: Goal, target: Decimal) -> str:
    text = page.formats.number(target, goal.unit)
    if goal.keep is None:
        return text
    say = page.language.gettext
    is_least = goal.keep is Keep.AT_LEAST
    return say("at least %(value)s", value=text) if is_least else say("at most %(value)s", value=text)


def _ends(page: Presenter, goal: Goal, scale: ChartScale, path: Sequence[Reading]) -> list[ChartLabel]:
    """The baseline and the target, each on the outer side of the path."""
    if not path:
        return []
    rises = path[-1].value >= path[0].value
    first, last = (scale.y(point.value) for point in (path[0], path[-1]))
    return [
        ChartLabel(
            LEFT, first + (_BELOW if rises else _ABOVE), "start", _value(page, path[0], goal), "baseline"
        ),
        ChartLabel(
            scale.x(path[-1].day),
            last + (_ABOVE if rises else _BELOW),
            _anchor(scale.x(path[-1].day)),
            _value(page, path[-1], goal),
            "target",
        ),
    ]


def _latest(page: Presenter, goal: Goal, scale: ChartScale, readings: Sequence[Reading]) -> list[ChartLabel]:
    """The latest reading, in each of the four places beside its point, the best first: to the left, and on
    the side that the line doesn't come from.
    """
    latest, before = readings[-1], readings[-2] if len(readings) > 1 else readings[-1]
    x, y = scale.x(latest.day), scale.y(latest.value)
    sides = (_ABOVE, _BELOW) if latest.value >= before.value else (_BELOW, _ABOVE)
    text = _value(page, latest, goal)
    return [
        ChartLabel(x, y + side, anchor, text, "now")
        for anchor in ("end", "start")
        for side in sides
        if _is_within(ChartLabel(x, y + side, anchor, text, "now"))
    ]


def _is_within(label: ChartLabel) -> bool:
    begins, ends = _reach(label)
    return begins >= 0 and ends <= WIDTH


def _along(line: Sequence[Point]) -> Iterator[Point]:
    """Points of a line that are near enough to each other for a label not to slip between them."""
    for (x, y), (to_x, to_y) in pairwise(line):
        steps = max(1, round((to_x - x) / _LETTER))
        yield from ((x + (to_x - x) * n / steps, y + (to_y - y) * n / steps) for n in range(steps + 1))


def _days(page: Presenter, scale: ChartScale) -> list[ChartLabel]:
    """The first and the last day below, and today above."""
    first, last = (datetime.date.fromordinal(day) for day in (scale.first, scale.last))
    labels = [ChartLabel(LEFT, HEIGHT - 4, "start", page.formats.day(first).text, "day")]
    if last > first:
        labels.append(ChartLabel(RIGHT, HEIGHT - 4, "end", page.formats.day(last).text, "day"))
    if scale.holds(page.today):
        x = scale.x(page.today)
        labels.append(ChartLabel(x, 10, _anchor(x), page.language.gettext("Today"), "today"))
    return labels


def _anchor(x: float) -> str:
    """How a label stands to its point so that it stays within the drawing."""
    return "start" if x < LEFT + 60 else "end" if x > RIGHT - 60 else "middle"


_LETTER, _LINE = 6, 12
"""About how wide a letter and how high a line of a label is."""


def _meet(one: ChartLabel, other: ChartLabel) -> bool:
    """Whether two labels would lie over each other, as far as can be told without their font."""
    (from_one, to_one), (from_other, to_other) = _reach(one), _reach(other)
    return abs(one.y - other.y) < _LINE and from_one < to_other and from_other < to_one


def _covered(label: ChartLabel, points: Sequence[Point]) -> int:
    """How many of the points a label would lie over."""
    begins, ends = _reach(label)
    above, below = label.y - _LINE, label.y + 3
    return sum(begins <= x <= ends and above <= y <= below for x, y in points)


def _reach(label: ChartLabel) -> tuple[float, float]:
    width = _LETTER * len(label.text)
    begins = label.x - {"start": 0.0, "middle": width / 2, "end": float(width)}[label.anchor]
    return begins, begins + width


def _words(page: Presenter, goal: Goal, path: Sequence[Reading], readings: Sequence[Reading]) -> str:
    """What the chart shows, in words."""
    say, day = page.language.gettext, page.formats.day
    words = [say("Chart: %(goal)s.", goal=plain_text(goal.measure or goal.title))]
    if path:
        words.append(
            say(
                "The path leads from %(baseline)s on %(start)s to %(target)s on %(due)s.",
                baseline=_value(page, path[0], goal),
                start=day(path[0].day).text,
                target=_value(page, path[-1], goal),
                due=day(path[-1].day).text,
            )
        )
    if readings:
        latest = readings[-1]
        words.append(
            say(
                "Latest reading: %(value)s on %(day)s.",
                value=_value(page, latest, goal),
                day=day(latest.day).text,
            )
        )
    return " ".join(words)


def _source(reading: Reading) -> str:
    """The table that says what was measured, with its note; nothing where a check-in does."""
    return ": ".join(filter(None, (reading.source, reading.note))) if reading.source else ""
