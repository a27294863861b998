"""Progress, expected progress, pace, health, slip: the arithmetic, each in one place.

A figure that can't be told is an `Unknown`, which says why; it is never zero and never enters a mean.
Progress and expected progress are exact shares (0 to 1, as fractions). What is shown of a share is its
whole percent; pace is the difference of what is shown, in points, so that what a reader subtracts agrees,
and health is judged by it. Thresholds are this product's convention.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from mkdocs_plans.model import Action, Date, Goal, Health, Keep, LevelPlan, Tactic
from mkdocs_plans.model.dates import has_happened
from mkdocs_plans.model.once import once

ON_TRACK_FROM = -10
"""Pace from which a plan counts as on track: at most 10 points behind. Our convention."""

AT_RISK_FROM = -25
"""Pace from which a plan counts as at risk: at most 25 points behind. Our convention."""

ONE, ZERO = Fraction(1), Fraction(0)


class Unknown(StrEnum):
    """Why a figure isn't known."""

    IN_WORDS = "a goal with no number, which is met or isn't"
    NO_TARGET = "a goal to keep with no number"
    NO_BASELINE = "a goal with a target and no baseline"
    NOTHING_TO_REACH = "a target that is the baseline"
    NO_READING = "no reading on or before today"
    NO_DUE = "neither the goal nor its plan has a last day"
    NO_START = "the plan has no start"
    DUE_BY_START = "due on or before the plan's start"
    DROPPED = "a goal that was dropped"
    TO_KEEP = "a goal to keep, which has no progress"
    NO_GOAL = "a strategy with no goal"
    NO_ACTION = "a tactic with no action, or all dropped"
    NO_DUE_ACTION = "no action of the tactic has a due day"


Progress: TypeAlias = Fraction | Unknown
"""A share of a whole, 0 to 1."""

Points: TypeAlias = int | Unknown
"""A difference of two shares in whole points of a hundred."""


def percent(share: Fraction) -> int:
    """A share as it is shown, in whole percent: only what is reached is 100."""
    part, whole = share.as_integer_ratio()  # to multiply fractions takes ten times as long
    return part * 100 // whole if part < whole else 100


@dataclass(frozen=True, slots=True)
class Reading:
    """A goal's value on a day; `source` is the table that says so, with its note, where no check-in does."""

    day: datetime.date
    value: Decimal
    source: str = ""
    note: str | None = None


@once
def readings(plan: LevelPlan, goal: Goal, today: datetime.date) -> tuple[Reading, ...]:
    """The readings of a goal up to today, oldest first. Of two updates of one day the upper one is newer,
    as it is for health. What a table says is older than what a check-in says of the same day.
    """
    tables = (
        Reading(one.day, one.value, one.path, one.note)
        for one in plan.measured
        if one.goal == goal.id and one.day <= today
    )
    updates = (
        Reading(update.date.last, update.readings[goal.id])
        for update in reversed(plan.updates)
        if goal.id in update.readings and update.date.last <= today
    )
    return tuple(sorted((*tables, *updates), key=lambda reading: reading.day))


def current(plan: LevelPlan, goal: Goal, today: datetime.date) -> Reading | None:
    """The current value of a goal: its latest reading on or before today."""
    found = readings(plan, goal, today)
    return found[-1] if found else None


def is_met(goal: Goal, today: datetime.date) -> bool:
    """Whether the day on which the goal was met has come."""
    return has_happened(goal.met, today)


@once
def goal_progress(plan: LevelPlan, goal: Goal, today: datetime.date) -> Progress:
    """Progress of a goal to reach: 1 if it is met, else (current − baseline) / (target − baseline), held
    within 0 and 1. This holds as well where lower is better, for then both differences are negative.

    Unknown with no reading, with no baseline, for a goal in words that isn't met, and for one that was
    dropped. A goal to keep has none.
    """
    if goal.keep is None and is_met(goal, today):
        return ONE
    way = Unknown.DROPPED if is_dropped(goal, today) else _way(goal)
    if isinstance(way, Unknown):
        return way
    reading = current(plan, goal, today)
    return Unknown.NO_READING if reading is None else _share(reading.value, *way)


def _way(goal: Goal) -> tuple[Decimal, Decimal] | Unknown:
    """A goal's baseline and its target, between which progress is made."""
    if goal.keep is not None:
        return Unknown.TO_KEEP
    baseline, target = goal.baseline_number, goal.target_number
    if target is None:
        return Unknown.IN_WORDS
    if baseline is None:
        return Unknown.NO_BASELINE
    return Unknown.NOTHING_TO_REACH if baseline == target else (baseline, target)


def is_reached(plan: LevelPlan, goal: Goal, today: datetime.date) -> bool:
    """Whether a goal is met, or its progress is all there is: it needs no more work."""
    return is_met(goal, today) or goal_progress(plan, goal, today) == ONE


def goal_kept(plan: LevelPlan, goal: Goal, today: datetime.date) -> Health | Unknown:
    """How a goal to keep stands: on track where it is held at its latest reading (the limit itself still
    holds), at risk where it isn't, off track where it wasn't at the one before either.
    """
    target = goal.target_number
    if is_dropped(goal, today):
        return Unknown.DROPPED
    if target is None:
        return Unknown.NO_TARGET
    held = [_holds(goal.keep, reading.value, target) for reading in readings(plan, goal, today)[-2:]]
    if not held:
        return Unknown.NO_READING
    if held[-1]:
        return Health.ON_TRACK
    return Health.AT_RISK if any(held) or len(held) == 1 else Health.OFF_TRACK


def is_held(plan: LevelPlan, goal: Goal, today: datetime.date) -> bool:
    """Whether a goal to keep is held at its latest reading."""
    return goal.keep is not None and goal_kept(plan, goal, today) is Health.ON_TRACK


def _holds(keep: Keep | None, value: Decimal, target: Decimal) -> bool:
    return value <= target if keep is Keep.AT_MOST else value >= target


def _share(value: Decimal | Fraction, baseline: Decimal, target: Decimal) -> Fraction:
    """How far a value is on the way, held within 0 and 1. In whole numbers, as fractions take longer."""
    (now, now_of), (begins, begins_of) = value.as_integer_ratio(), baseline.as_integer_ratio()
    ends, ends_of = target.as_integer_ratio()
    gone = (now * begins_of - begins * now_of) * ends_of
    whole = (ends * begins_of - begins * ends_of) * now_of
    if whole < 0:
        gone, whole = -gone, -whole
    return ZERO if gone <= 0 else ONE if gone >= whole else Fraction(gone, whole)


def goals_to_reach(plan: LevelPlan, today: datetime.date) -> tuple[Goal, ...]:
    """The goals of a plan that aren't ones to keep, without those that were dropped."""
    return tuple(goal for goal in plan.goals if goal.keep is None and not is_dropped(goal, today))


def goals_to_keep(plan: LevelPlan, today: datetime.date) -> tuple[Goal, ...]:
    """The goals of a plan to keep, likewise."""
    return tuple(goal for goal in plan.goals if goal.keep is not None and not is_dropped(goal, today))


@dataclass(frozen=True, slots=True)
class MeanProgress:
    """A progress made of several, and of how many of them: `known` of `total`. Where it is None, `reasons`
    says why.
    """

    share: Fraction | None
    known: int
    total: int
    reasons: tuple[Unknown, ...] = ()


def strategy_progress(strategy: LevelPlan, today: datetime.date) -> MeanProgress:
    """Progress of a strategy: the plain mean over its goals to reach whose progress is known.

    Goals to keep and dropped ones, tactics and sub-strategies don't enter: doing things is not reaching them.
    """
    shares = [goal_progress(strategy, goal, today) for goal in goals_to_reach(strategy, today)]
    known = [share for share in shares if isinstance(share, Fraction)]
    if known:
        return MeanProgress(sum(known, ZERO) / len(known), len(known), len(shares))
    return MeanProgress(None, 0, len(shares), _reasons(shares) or (Unknown.NO_GOAL,))


def _reasons(found: Iterable[object]) -> tuple[Unknown, ...]:
    """Why some figures aren't known, each reason once."""
    return tuple(dict.fromkeys(one for one in found if isinstance(one, Unknown)))


@dataclass(frozen=True, slots=True)
class Kept:
    """Of how many goals to keep how many are held, and how many have no reading yet."""

    held: int
    unread: int
    total: int


def goals_kept(plan: LevelPlan, today: datetime.date) -> Kept:
    """Count a plan's goals to keep by whether they are held."""
    found = [goal_kept(plan, goal, today) for goal in goals_to_keep(plan, today)]
    unread = sum(isinstance(one, Unknown) for one in found)
    return Kept(found.count(Health.ON_TRACK), unread, len(found))


def tactic_progress(tactic: Tactic, today: datetime.date) -> MeanProgress:
    """Progress of a tactic: actions done by today ÷ actions not dropped. Unknown with no actions."""
    counted = [action for action in tactic.actions if not is_dropped(action, today)]
    done = sum(is_done(action, today) for action in counted)
    if not counted:
        return MeanProgress(None, 0, 0, (Unknown.NO_ACTION,))
    return MeanProgress(Fraction(done, len(counted)), done, len(counted))


def plan_progress(plan: LevelPlan, today: datetime.date) -> MeanProgress:
    """Progress of a strategy or a tactic."""
    return tactic_progress(plan, today) if isinstance(plan, Tactic) else strategy_progress(plan, today)


def is_done(action: Action, today: datetime.date) -> bool:
    """Whether the day on which the action was done has come."""
    return has_happened(action.done, today)


def is_dropped(part: Goal | Action, today: datetime.date) -> bool:
    """Whether the day on which a goal or an action was dropped has come."""
    return has_happened(part.dropped, today)


def is_settled(action: Action, today: datetime.date) -> bool:
    """Whether nothing is left to do: the action is done or dropped."""
    return is_done(action, today) or is_dropped(action, today)


@once
def expected_goal_progress(plan: LevelPlan, goal: Goal, today: datetime.date) -> Progress:
    """Where a goal should stand on the day of its latest reading, 0 to 1.

    On the straight line from (the plan's start, baseline) to (due, target), through those of its `targets`
    that lie between. Unknown without one of these, without a reading, and for a goal to keep.
    """
    path = target_path(plan, goal)
    if isinstance(path, Unknown):
        return path
    reading = current(plan, goal, today)
    if reading is None:
        return Unknown.NO_READING
    return _share(_on_path(path, reading.day), path[0].value, path[-1].value)


def target_path(plan: LevelPlan, goal: Goal) -> tuple[Reading, ...] | Unknown:
    """The points from the baseline at the plan's start to the target at the due day, in time. A goal
    without a due day of its own is due with its plan. A step of `targets` outside that time is left out,
    and so are one in words and the lower of two of one day.
    """
    way = _way(goal)
    if isinstance(way, Unknown):
        return way
    due = plan.due_of(goal)
    if due is None:
        return Unknown.NO_DUE
    if plan.start is None:
        return Unknown.NO_START
    first, last = Reading(plan.start.first, way[0]), Reading(due.last, way[1])
    if last.day <= first.day:
        return Unknown.DUE_BY_START
    # Reversed, because of two of one day the last one stays in a mapping.
    steps = {day.last: value for day, value in reversed(goal.targets.items()) if isinstance(value, Decimal)}
    between = (Reading(day, steps[day]) for day in sorted(steps) if first.day < day < last.day)
    return first, *between, last


def _on_path(path: Sequence[Reading], day: datetime.date) -> Fraction:
    """The path's value on a day; before its first point the first value, after its last the last."""
    if day <= path[0].day:
        return Fraction(path[0].value)
    for before, after in pairwise(path):
        if day <= after.day:
            gone = Fraction((day - before.day).days, (after.day - before.day).days)
            begins, ends = Fraction(before.value), Fraction(after.value)
            return begins + (ends - begins) * gone
    return Fraction(path[-1].value)


def goal_pace(plan: LevelPlan, goal: Goal, today: datetime.date) -> Points:
    """Pace of a goal: shown progress minus shown expected progress, at the day of the latest reading."""
    return _pace(goal_progress(plan, goal, today), expected_goal_progress(plan, goal, today))


def _pace(progress: Progress, expected: Progress) -> Points:
    """The difference of what is shown. What is at 100 % isn't behind, though nobody can say where it should
    be: then its pace is 0.
    """
    if isinstance(progress, Unknown):
        return progress
    if isinstance(expected, Unknown):
        return 0 if progress == ONE else expected
    return points_between(progress, expected)


def points_between(progress: Fraction, expected: Fraction) -> int:
    """The points between two shares as they are shown, so that what a reader subtracts agrees."""
    return percent(progress) - percent(expected)


def expected_tactic_progress(tactic: Tactic, today: datetime.date) -> Progress:
    """The share of a tactic's actions (those not dropped) that were due by today.

    Unknown with no actions, and where none has a due day: then nothing can be expected.
    """
    counted = [action for action in tactic.actions if not is_dropped(action, today)]
    if not counted:
        return Unknown.NO_ACTION
    days = [action.due.last for action in counted if action.due is not None]
    return Fraction(sum(day <= today for day in days), len(counted)) if days else Unknown.NO_DUE_ACTION


def tactic_pace(tactic: Tactic, today: datetime.date) -> Points:
    """Pace of a tactic: shown progress minus shown expected progress."""
    progress = tactic_progress(tactic, today).share
    return _pace(Unknown.NO_ACTION if progress is None else progress, expected_tactic_progress(tactic, today))


def paces(plan: LevelPlan, today: datetime.date) -> tuple[Points, ...]:
    """What the pace of a plan is the worst of: a strategy's goals to reach, or a tactic's actions."""
    if isinstance(plan, Tactic):
        return (tactic_pace(plan, today),)
    return tuple(goal_pace(plan, goal, today) for goal in goals_to_reach(plan, today))


def health_from_pace(points: int) -> Health:
    """The class of a pace: −10 points or better on track, −25 or better at risk, else off track."""
    if points >= ON_TRACK_FROM:
        return Health.ON_TRACK
    return Health.AT_RISK if points >= AT_RISK_FROM else Health.OFF_TRACK


@dataclass(frozen=True, slots=True)
class HealthFigure:
    """A plan's health: what the latest update reports, and what follows from the figures.

    `reasons` says why none follows from them: empty where one does, and where the plan isn't under way.
    """

    reported: Health | None = None
    computed: Health | None = None
    pace: int | None = None
    reasons: tuple[Unknown, ...] = ()

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

    Reported is that of the latest update, on or before today, that gives a health. Computed is the worst
    of what follows from pace and from each goal to keep.
    """
    if not plan.status.is_under_way:
        return HealthFigure()
    past = [u for u in plan.updates if u.health is not None and u.date.last <= today]
    latest = max(past, key=lambda update: update.date.last, default=None)
    found = paces(plan, today)
    kept = [goal_kept(plan, goal, today) for goal in goals_to_keep(plan, today)]
    known = [points for points in found if isinstance(points, int)]
    classes = [*map(health_from_pace, known), *(one for one in kept if isinstance(one, Health))]
    computed = max(classes, key=list(Health).index, default=None)
    reasons = () if classes else _reasons((*found, *kept)) or (Unknown.NO_GOAL,)
    return HealthFigure(latest.health if latest else None, computed, min(known, default=None), reasons)


def slip(date: Date | None, originally: Date | None) -> int | None:
    """Slip in days: a date minus its `originally`, as ends; below 0 if earlier, None without either."""
    return None if date is None or originally is None else (date.last - originally.last).days
