"""Plans as bars over time: what `partials/timeline.html` draws.

A picture is a grid of rows, one a plan. Places in it are percent of its width, from its beginning, so that
it fits any width and runs from right to left where text does. A bar runs from the plan's first day to its
last one. Nothing is guessed: where one of the two isn't set the bar fades away on that side, after today
where the plan is under way, and a plan with neither has no bar.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_plans import figures, standing
from mkdocs_plans.model import LevelPlan, Strategy
from mkdocs_plans.model.dates import fiscal_year
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.pieces import MOST_IN_ROW, Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.time_scale import QUARTER, YEAR, Period, TimeScale, time_scale
from mkdocs_plans.wording.formats import Day, Share
from mkdocs_plans.wording.phrases import When

FADE = Decimal(12)
"""How long a bar fades where it isn't known when a plan begins or ends, in percent of the picture."""

_LONGEST_QUARTER = 4
"""The characters for which a quarter has room on a phone: `Q1`, and not `1-й кв.`, which is just `1` then."""

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, in percent of the picture but for `slip`.

    `fades` names the side (`start`, `end`) of which the day isn't set. `slip` is the part of the bar, at
    its end, that comes after what was first promised, in percent of the bar; `until` is the place that
    was first promised where the plan now ends before it. `is_turned`: the plan ends before it starts.
    """

    begins: Decimal
    ends: Decimal
    fades: str = ""
    slip: Decimal | None = None
    until: Decimal | None = None
    is_turned: bool = False

    @property
    def length(self) -> Decimal:
        """The bar's length."""
        return self.ends - self.begins


@dataclass(frozen=True, slots=True)
class Line:
    """From the end of a plan that must come first to the start of one that depends on it.

    It leaves the row `upper` or `lower` (`is_up`) and runs along that row between `begins` and `ends`, then
    down or up to the other; `is_back` where the one that depends starts first.
    """

    upper: int
    lower: int
    begins: Decimal
    ends: Decimal
    is_up: bool
    is_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Item):
    """A plan as a row: its bar, and the same in words. `kind` is that of its health, else of its status."""

    plan: LevelPlan
    kind: str
    is_strategy: bool
    bar: Bar
    is_late: bool
    goals_due: tuple[Decimal, ...]
    start: Day | None
    end: When
    originally: Day | None
    progress: Share | None
    after: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The scale as it stands above the rows: where its periods and the years that have room for it begin,
    with their names; its marks, and whether each begins a year; today, or in words on which side of it
    today is.
    """

    periods: tuple[tuple[Decimal, str], ...]
    years: tuple[tuple[Decimal, str], ...]
    marks: tuple[tuple[Decimal, bool], ...]
    today: Decimal | None
    beyond: str


@dataclass(frozen=True, slots=True)
class SmallTimeline:
    """A picture of one strategy with its tactics; `legend` names the signs that it uses."""

    axis: Axis
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    legend: tuple[str, ...]


def has_dates(plan: LevelPlan) -> bool:
    """Whether there is a bar to draw."""
    return plan.start is not None or plan.end is not None


def scale_of(plans: Iterable[LevelPlan], today: datetime.date, year_begins: int = 1) -> TimeScale | None:
    """The scale for a picture of these plans; None where none of them has dates."""
    days = [day for plan in plans if has_dates(plan) for day in _days(plan)]
    return time_scale(days, today, year_begins) if days else None


def _days(plan: LevelPlan) -> Iterator[datetime.date]:
    if plan.start is not None:
        yield plan.start.first
    for date in (plan.end, plan.originally):
        if date is not None:
            yield date.last


def bar(plan: LevelPlan, scale: TimeScale, today: datetime.date) -> Bar | None:
    """The bar of a plan; None where it has no dates."""
    if plan.start is None or plan.end is None:
        return _open_bar(plan, scale, today)
    begins, ends = scale.start_of(plan.start.first), scale.end_of(plan.end.last)
    if plan.end.last < plan.start.first:
        return Bar(scale.start_of(plan.end.last), scale.end_of(plan.start.first), is_turned=True)
    slipped = figures.slip(plan.end, plan.originally)
    if not slipped or plan.originally is None:
        return Bar(begins, ends)
    promised = scale.end_of(plan.originally.last)
    if slipped < 0:
        return Bar(begins, ends, until=promised)
    part = (ends - max(begins, promised)) / (ends - begins) if ends > begins else 1
    return Bar(begins, ends, slip=round(_HUNDRED * part, 1))


def _open_bar(plan: LevelPlan, scale: TimeScale, today: datetime.date) -> Bar | None:
    if plan.start is not None:
        begins = scale.start_of(plan.start.first)
        lasts = max(begins, scale.end_of(today)) if plan.status.is_under_way else begins
        return Bar(begins, min(_HUNDRED, lasts + FADE), fades="end")
    if plan.end is not None:
        ends = scale.end_of(plan.end.last)
        return Bar(max(Decimal(0), ends - FADE), ends, fades="start")
    return None


def row(page: Presenter, plan: LevelPlan, scale: TimeScale) -> Row:
    """A plan that has dates as a row."""
    drawn = bar(plan, scale, page.today)
    assert drawn is not None
    late = standing.is_overdue(standing.awaited_end(plan), page.today)
    health, status = page.health(plan), page.status(plan)
    kept = (goal for goal in plan.goals if not figures.is_dropped(goal, page.today))
    goals = (goal.due.last for goal in kept if goal.due and scale.holds(goal.due.last))
    return Row(
        link=page.link(plan),
        status=status,
        health=health,
        plan=plan,
        kind=health.kind if health else status.kind,
        is_strategy=isinstance(plan, Strategy),
        bar=drawn,
        is_late=late and not drawn.is_turned,
        goals_due=tuple(sorted({scale.end_of(day) for day in goals})),
        start=page.date(plan.start),
        end=page.end(plan),
        originally=page.date(plan.originally),
        progress=page.share(figures.plan_progress(plan, page.today).share),
        after=tuple(map(page.link, page.plan.dependencies_of(plan))),
    )


def lines(page: Presenter, rows: Mapping[int, Row]) -> tuple[Line, ...]:
    """The lines between the rows of a picture, which are given by their numbers: to each from as many as it
    names.
    """
    places = {shown.plan.id: (number, shown.bar) for number, shown in rows.items()}
    return tuple(
        _line(*places[other.id], number, after)
        for number, after in places.values()
        for other in page.plan.dependencies_of(rows[number].plan)[:MOST_IN_ROW]
        if other.id in places and places[other.id][0] != number
    )


def _line(first_row: int, first: Bar, row: int, after: Bar) -> Line:
    """From one bar's end to the other's start; from the first's own start where the other begins before
    that.
    """
    is_back = after.begins < first.begins
    leaves = first.begins if is_back else min(first.ends, after.begins)
    return Line(
        upper=min(first_row, row),
        lower=max(first_row, row),
        begins=min(leaves, after.begins),
        ends=max(leaves, after.begins),
        is_up=row < first_row,
        is_back=is_back,
    )


def axis(page: Presenter, scale: TimeScale) -> Axis:
    """The scale as it stands above the rows."""
    today = scale.start_of(page.today) if scale.holds(page.today) else None
    periods, years = list(scale.periods), list(scale.years)
    strong = {year.begins for year in years}
    return Axis(
        periods=tuple((one.begins, _name(page, one, scale.months, scale.year_begins)) for one in periods),
        years=tuple(
            (year.begins, _name(page, year, YEAR, scale.year_begins))
            for year in years
            if year.ends - year.begins > 5
        ),
        marks=tuple((period.begins, period.begins in strong) for period in periods if period.begins),
        today=today,
        beyond="" if today is not None else _beyond(page, scale),
    )


def _name(page: Presenter, period: Period, months: int, year_begins: int) -> str:
    """A period's name: a fiscal quarter is named as the one of the calendar that has its number."""
    day = period.day
    if months >= YEAR and year_begins > 1:
        return fiscal_year(day, year_begins)
    if months == QUARTER:
        day = day.replace(month=(day.month - year_begins) % YEAR + 1)
    name = page.formats.short_period(day, months)
    is_long = months == QUARTER and len(name) > _LONGEST_QUARTER
    return str((day.month - 1) // QUARTER + 1) if is_long else name


def _beyond(page: Presenter, scale: TimeScale) -> str:
    is_after = page.today.toordinal() >= scale.ends
    say = page.language.gettext
    return say("Today is after what is shown.") if is_after else say("Today is before what is shown.")


def legend(rows: Sequence[Row], drawn: Sequence[Line], axis: Axis) -> tuple[str, ...]:
    """The signs that a picture uses and that want a word."""
    bars = [shown.bar for shown in rows]
    signs = {
        "today": axis.today is not None,
        "done": any(shown.progress and shown.progress.percent for shown in rows),
        "slip": any(one.slip is not None for one in bars),
        "until": any(one.until is not None for one in bars),
        "late": any(shown.is_late for shown in rows),
        "fades": any(one.fades for one in bars),
        "turned": any(one.is_turned for one in bars),
        "goal": any(shown.goals_due for shown in rows),
        "line": bool(drawn),
    }
    return tuple(sign for sign, is_used in signs.items() if is_used)


def small_timeline(page: Presenter, strategy: Strategy) -> SmallTimeline | None:
    """A strategy's tactics on a picture of their own, below its own bar; None where no tactic has dates."""
    dated = [tactic for tactic in page.plan.tactics_of(strategy) if has_dates(tactic)]
    if not dated:
        return None
    plans: list[LevelPlan] = [*([strategy] if has_dates(strategy) else []), *dated]
    scale = scale_of(plans, page.today, page.site.settings.fiscal_year_start)
    assert scale is not None
    rows = tuple(row(page, plan, scale) for plan in plans)
    drawn = lines(page, dict(enumerate(rows, 2)))  # the first row holds the scale
    above = axis(page, scale)
    return SmallTimeline(above, rows, drawn, legend(rows, drawn, above))
