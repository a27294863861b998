"""Progress, expected progress, pace, health, slip, reviews, costs: the arithmetic, each in one place.

Every figure may be unknown (None), which is never zero and never enters a mean. Progress and expected
progress are shares (0 to 1, as Decimal, exact for the decimal numbers that plans hold); pace is a
difference of two shares. Thresholds are this product's convention.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from mkdocs_plans.model import (
    Action,
    Amount,
    Cadence,
    Date,
    Goal,
    Health,
    Keep,
    LevelPlan,
    Resource,
    Status,
    Strategy,
    Tactic,
)

ON_TRACK_FROM = Decimal("-0.10")
"""Pace from which a plan counts as on track: at most 10 points behind. Our convention."""

AT_RISK_FROM = Decimal("-0.25")
"""Pace from which a plan counts as at risk: at most 25 points behind. Our convention."""

ONE, ZERO = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Reading:
    """A goal's value on a day."""

    day: datetime.date
    value: Decimal


def readings(plan: LevelPlan, goal: Goal, today: datetime.date) -> tuple[Reading, ...]:
    """The readings of a goal up to today, oldest first. Of two updates of one day the upper one is newer,
    as it is for health.
    """
    found = (
        Reading(update.date.last, update.readings[goal.id])
        for update in reversed(plan.updates)
        if goal.id in update.readings and update.date.last <= today
    )
    return tuple(sorted(found, key=lambda reading: reading.day))


def current(plan: LevelPlan, goal: Goal, today: datetime.date) -> Reading | None:
    """The current value of a goal: its latest reading on or before today."""
    found = readings(plan, goal, today)
    return found[-1] if found else None


def is_met(goal: Goal, today: datetime.date) -> bool:
    """Whether the day on which the goal was met has come."""
    return goal.met is not None and goal.met.last <= today


def goal_progress(plan: LevelPlan, goal: Goal, today: datetime.date) -> Decimal | None:
    """Progress of a goal, 0 to 1.

    1 if met. A goal to keep is held (1) or not (0) at its latest reading. Else
    (current − baseline) / (target − baseline), held within 0 and 1; this holds as well where lower is
    better, for then both differences are negative. Where baseline equals target, the target is
    reached (1) or not (0). Unknown with no reading. With no baseline, a goal is met or it isn't: 1
    or 0. A goal without a number is 0 until it is met.
    """
    if is_met(goal, today):
        return ONE
    if goal.target is None:
        return ZERO
    reading = current(plan, goal, today)
    if goal.keep is not None:
        return None if reading is None else Decimal(_holds(goal.keep, reading.value, goal.target))
    if goal.baseline is None:
        return ZERO
    return None if reading is None else _share(reading.value, goal.baseline, goal.target)


def is_reached(plan: LevelPlan, goal: Goal, today: datetime.date) -> bool:
    """Whether a goal needs no more work: one to keep always does."""
    return goal.keep is None and goal_progress(plan, goal, today) == 1


def _holds(keep: Keep, value: Decimal, target: Decimal) -> bool:
    return value >= target if keep is Keep.AT_LEAST else value <= target


def _share(value: Decimal, baseline: Decimal, target: Decimal) -> Decimal:
    if baseline == target:
        return Decimal(value == target)
    return max(ZERO, min(ONE, (value - baseline) / (target - baseline)))


@dataclass(frozen=True, slots=True)
class MeanProgress:
    """The mean progress of what is known (None where nothing is), and of how many it is the mean."""

    share: Decimal | None
    known: int
    total: int


def strategy_progress(strategy: Strategy, today: datetime.date) -> MeanProgress:
    """Progress of a strategy: the plain mean over its goals whose progress is known.

    Tactics and sub-strategies don't enter: doing things is not reaching them.
    """
    shares = [goal_progress(strategy, goal, today) for goal in strategy.goals]
    known = [share for share in shares if share is not None]
    mean = sum(known, ZERO) / len(known) if known else None
    return MeanProgress(mean, len(known), len(shares))


def tactic_progress(tactic: Tactic, today: datetime.date) -> MeanProgress:
    """Progress of a tactic: actions done by today ÷ actions not dropped. Unknown with no actions."""
    counted = [action for action in tactic.actions if not is_dropped(action, today)]
    done = sum(is_done(action, today) for action in counted)
    share = Decimal(done) / len(counted) if counted else None
    return MeanProgress(share, done, len(counted))


def is_done(action: Action, today: datetime.date) -> bool:
    """Whether the day on which the action was done has come."""
    return action.done is not None and action.done.last <= today


def is_dropped(action: Action, today: datetime.date) -> bool:
    """Whether the day on which the action was dropped has come."""
    return action.dropped is not None and action.dropped.last <= today


def is_settled(action: Action, today: datetime.date) -> bool:
    """Whether nothing is left to do: the action is done or dropped."""
    return is_done(action, today) or is_dropped(action, today)


def is_overdue(action: Action, today: datetime.date) -> bool:
    """Whether an action was due before today and isn't settled."""
    return action.due is not None and action.due.last < today and not is_settled(action, today)


def overdue_actions(tactic: Tactic, today: datetime.date) -> tuple[Action, ...]:
    """The overdue actions of a tactic that is under way."""
    if not tactic.status.is_under_way:
        return ()
    return tuple(action for action in tactic.actions if is_overdue(action, today))


def expected_goal_progress(plan: LevelPlan, goal: Goal, today: datetime.date) -> Decimal | None:
    """Where a goal should stand on the day of its latest reading, 0 to 1.

    On the straight line from (the plan's start, baseline) to (due, target), through `targets` in
    order. Unknown without a reading, a baseline, a target, a start or a due day, for a goal to keep,
    and where the path doesn't run forward in time.
    """
    reading = current(plan, goal, today)
    path = target_path(plan, goal)
    if reading is None or goal.baseline is None or goal.target is None or not path:
        return None
    return _share(_on_path(path, reading.day), goal.baseline, goal.target)


def target_path(plan: LevelPlan, goal: Goal) -> tuple[Reading, ...]:
    """The points from the baseline at the plan's start to the target at the due day; empty where one
    of them isn't known, or they don't follow each other in time. A goal without a due day of its own
    is due with its plan.
    """
    due = goal.due or plan.end
    if goal.keep or not plan.start or not due or goal.baseline is None or goal.target is None:
        return ()
    points = [Reading(plan.start.first, goal.baseline)]
    between = [Reading(day.last, value) for day, value in goal.targets.items()]
    points += sorted(between, key=lambda point: point.day)
    if points[-1].day != due.last or len(points) == 1:
        points.append(Reading(due.last, goal.target))
    days = [point.day for point in points]
    return tuple(points) if all(a < b for a, b in pairwise(days)) else ()


def _on_path(path: Sequence[Reading], day: datetime.date) -> Decimal:
    """The path's value on a day; before its first point the first value, after its last the last."""
    if day <= path[0].day:
        return path[0].value
    for before, after in pairwise(path):
        if day <= after.day:
            gone = Decimal((day - before.day).days) / (after.day - before.day).days
            return before.value + (after.value - before.value) * gone
    return path[-1].value


def goal_pace(plan: LevelPlan, goal: Goal, today: datetime.date) -> Decimal | None:
    """Pace of a goal: progress minus expected progress, both at the day of the latest reading.

    A goal that is met or reached is not behind: 0 at the worst. A goal to keep is at 0 where it is
    held, else as far behind as can be (−1). Else unknown where progress or expected progress is.
    """
    share = goal_progress(plan, goal, today)
    if goal.keep is not None and not is_met(goal, today):
        return None if share is None else share - 1
    expected = expected_goal_progress(plan, goal, today)
    if share is None or expected is None:
        return ZERO if share == ONE else None
    return max(ZERO, share - expected) if share == ONE else share - expected


def strategy_pace(strategy: Strategy, today: datetime.date) -> Decimal | None:
    """Pace of a strategy: that of its worst goal. Unknown where no goal's is known."""
    paces = (goal_pace(strategy, goal, today) for goal in strategy.goals)
    return min((pace for pace in paces if pace is not None), default=None)


def expected_tactic_progress(tactic: Tactic, today: datetime.date) -> Decimal | None:
    """The share of a tactic's actions (those not dropped) that were due by today.

    Unknown with no actions, and where none has a due day: then nothing can be expected.
    """
    counted = [action for action in tactic.actions if not is_dropped(action, today)]
    if not any(action.due for action in counted):
        return None
    due = sum(1 for a in counted if a.due is not None and a.due.last <= today)
    return Decimal(due) / len(counted)


def tactic_pace(tactic: Tactic, today: datetime.date) -> Decimal | None:
    """Pace of a tactic: progress minus expected progress."""
    share = tactic_progress(tactic, today).share
    expected = expected_tactic_progress(tactic, today)
    return None if share is None or expected is None else share - expected


def pace(plan: LevelPlan, today: datetime.date) -> Decimal | None:
    """Pace of a strategy or a tactic."""
    if isinstance(plan, Strategy):
        return strategy_pace(plan, today)
    return tactic_pace(plan, today) if isinstance(plan, Tactic) else None


def health_from_pace(points: Decimal) -> Health:
    """The class of a pace: −10 points or better on track, −25 or better at risk, else off track."""
    if points >= ON_TRACK_FROM:
        return Health.ON_TRACK
    return Health.AT_RISK if points >= AT_RISK_FROM else Health.OFF_TRACK


@dataclass(frozen=True, slots=True)
class HealthFigure:
    """A plan's health: what the latest update reports, and what follows from pace."""

    reported: Health | None = None
    computed: Health | None = None
    pace: Decimal | None = None

    @property
    def value(self) -> Health | None:
        """The health to show: the reported one, else the computed one, else unknown."""
        return self.reported or self.computed

    @property
    def differs(self) -> bool:
        """Whether both are known and aren't the same."""
        return None not in {self.reported, self.computed} and self.reported != self.computed


def health(plan: LevelPlan, today: datetime.date) -> HealthFigure:
    """Health of a plan. Only active and paused plans have one.

    Reported is that of the latest update, on or before today, that gives a health.
    """
    if not plan.status.is_under_way:
        return HealthFigure()
    past = [u for u in plan.updates if u.health is not None and u.date.last <= today]
    latest = max(past, key=lambda update: update.date.last, default=None)
    points = pace(plan, today)
    computed = None if points is None else health_from_pace(points)
    return HealthFigure(latest.health if latest else None, computed, points)


def slip(date: Date | None, originally: Date | None) -> int | None:
    """Slip in days: a date minus its `originally`, both as ends. Negative where it was brought
    forward; unknown without either.
    """
    return None if date is None or originally is None else (date.last - originally.last).days


_MONTHS = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.HALF_YEARLY: 6, Cadence.YEARLY: 12}


def review_due(plan: LevelPlan, cadence: Cadence, today: datetime.date) -> datetime.date | None:
    """The day by which a plan is to be reviewed: its latest update (or its start) plus the cadence.

    Only active plans are asked. Unknown with neither update nor start.
    """
    if plan.status is not Status.ACTIVE:
        return None
    days = [update.date.last for update in plan.updates if update.date.last <= today]
    if plan.start is not None:
        days = days or [plan.start.first]
    if not days:
        return None
    months = _MONTHS.get(plan.review or cadence)
    return max(days) + (relativedelta(months=months) if months else relativedelta(weeks=1))


def costs(resources: Iterable[Resource]) -> dict[str, Decimal]:
    """The costs of resources, summed for each currency and never converted; currencies in order."""
    sums: Counter[str] = Counter()
    for resource in resources:
        if isinstance(resource.cost, Amount):
            sums[resource.cost.currency] += resource.cost.value  # type: ignore[assignment]
    return {currency: Decimal(sums[currency]) for currency in sorted(sums)}


@dataclass(frozen=True, slots=True)
class HealthCounts:
    """How many plans there are of each health, the unknown among them, and the worst of them.

    Only active and paused plans are counted. `worst` is the plan whose health is worst, of those the
    one whose pace is worst; None where no plan's health is known or all are on track.
    """

    on_track: int
    at_risk: int
    off_track: int
    unknown: int
    worst: LevelPlan | None

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.on_track + self.at_risk + self.off_track + self.unknown


def count_health(plans: Iterable[LevelPlan], health_of: Callable[[LevelPlan], HealthFigure]) -> HealthCounts:
    """Count plans by health: never an average of averages."""
    counted = [(plan, health_of(plan)) for plan in plans if plan.status.is_under_way]
    number = Counter(figure.value for _, figure in counted)
    order = list(Health)
    bad = [
        (-order.index(figure.value), figure.pace or ZERO, index, plan)
        for index, (plan, figure) in enumerate(counted)
        if figure.value is not None and figure.value is not Health.ON_TRACK
    ]
    worst = min(bad, key=lambda row: row[:3])[3] if bad else None
    counts = number[Health.ON_TRACK], number[Health.AT_RISK], number[Health.OFF_TRACK]
    return HealthCounts(*counts, number[None], worst)
