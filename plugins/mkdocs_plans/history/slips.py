"""Every date that moved: what was promised first, each day since, and the change that moved it.

What was promised first is what the file says (`originally`), else the first day that the default branch had.
A draft promises nothing yet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plans.history.event import Event
from mkdocs_plans.history.history import History
from mkdocs_plans.model import Action, Date, Goal, LevelPlan, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rules.plan_rule import key_of
from mkdocs_plans.standing import is_published


@dataclass(frozen=True, slots=True)
class Moved:
    """A day that a date moved to, None where there is no day any more; and the change that moved it. There is
    none where the date had moved before it came to the default branch (`is_before`), or isn't there yet.
    """

    date: Date | None
    event: Event | None
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A date that moved: the end of a plan, or the day of one of its goals or actions. `first` is what was
    promised first; `by_git` is what git has for that, None where its history doesn't reach so far.
    """

    plan: LevelPlan
    part: Goal | Action | None
    first: Date
    moves: tuple[Moved, ...]
    by_git: Date | None = None

    @property
    def is_disputed(self) -> bool:
        """Whether the file says another day for the first promise than git has."""
        return self.by_git is not None and self.by_git.last != self.first.last

    @property
    def now(self) -> Date | None:
        """The day of now."""
        return self.moves[-1].date

    @property
    def days(self) -> int | None:
        """By how many days it is later than first promised; below 0: earlier. None where it has no day."""
        return (self.now.last - self.first.last).days if self.now else None

    @property
    def title(self) -> str:
        """What the goal or action is called; else the plan."""
        if self.part is None:
            return self.plan.title
        return self.part.title if isinstance(self.part, Goal) else self.part.do


@dataclass(frozen=True, slots=True)
class _Point:
    """A date as it was from a change on, with the first promise as it was written."""

    date: Date | None
    originally: Date | None
    event: Event


Series = dict[tuple[str, str], list[_Point]]
"""Each date of a plan as it was from change to change, by the kind and the id of the part that it is of."""


def find_slips(plan: Plan, history: History) -> tuple[Slip, ...]:
    """Give every date of a plan that moved, in the order of the plan. Without a history these are the ones
    whose first promise is written.
    """
    return tuple(slip for one in plan.plans.values() if is_published(one) for slip in _slips(one, history))


def _slips(plan: LevelPlan, history: History) -> Iterator[Slip]:
    series = series_of(plan, history)
    for part in parts_of(plan):
        date, written = (plan.end, plan.originally) if part is None else (part.due, part.originally)
        points = series.get(key_of(plan, part)[1:], [])
        seen = (points[0].originally or points[0].date) if points else None
        first = written or seen
        if first and (moves := tuple(_moves((seen or first).last, points, date))):
            is_known = bool(points) and points[0].event is not history.base
            yield Slip(plan, part, first, moves, seen if is_known else None)


def _moves(first: datetime.date, points: Sequence[_Point], now: Date | None) -> Iterator[Moved]:
    """Give each day that a date had after its first one."""
    last: datetime.date | None = first
    known = [Moved(point.date, point.event) for point in points]
    if known:
        known[0] = Moved(known[0].date, None, is_before=True)
    for moved in (*known, Moved(now, None, is_before=not known)):
        day = moved.date.last if moved.date else None
        if day != last:
            yield moved
            last = day


def parts_of(plan: LevelPlan) -> Iterator[Goal | Action | None]:
    """All that a plan promises for a day: None is its own end."""
    yield None
    yield from plan.goals
    yield from plan.actions if isinstance(plan, Tactic) else ()


def series_of(plan: LevelPlan, history: History) -> Series:
    """The dates of a plan, each through all changes; one that came back is the same."""
    lineage = history.lineages.of_file(plan)
    there: Series = {}
    gone: Series = {}
    for event, step in lineage.steps if lineage else ():
        found: Series = {}
        for dated in step.dates:
            key = (dated.part, dated.id if dated.part else "")
            before = (dated.part, dated.was or dated.id) if dated.part else key
            points = there.pop(before, None) or gone.pop(key, None) or []
            if points or dated.date:
                points.append(_Point(dated.date, dated.originally, event))
            found[key] = points
        gone |= there
        there = found
    return {**gone, **there}
