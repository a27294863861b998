"""What is due by a day, and what is overdue: reviews, actions, goals, plans, each with its day and DRI.

Pages and the command line both start from here, so that they never name different things. A review is
due one cadence after the last check-in; actions, goals and ends are due while they are awaited, as
`standing` says. What is due before today is overdue.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from mkdocs_plans import standing
from mkdocs_plans.model import Action, Cadence, Date, Goal, LevelPlan, Status, Tactic, Team
from mkdocs_plans.model.held import ActionOf
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Reviews


class Kind(StrEnum):
    """What is to be done by the day."""

    REVIEW = "review"
    ACTION = "action"
    GOAL = "goal"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is to be done: as promised now and as promised first; `awaited` is its last
    day, None where nothing is waited for any more. `text` says in the plan's own words what has no day.
    """

    date: Date | None
    originally: Date | None
    awaited: datetime.date | None
    text: str | None = None


def end(plan: LevelPlan) -> Deadline:
    """The last day of a plan."""
    return Deadline(plan.end, plan.originally, standing.awaited_end(plan), plan.when)


def of_goal(plan: LevelPlan, goal: Goal, today: datetime.date) -> Deadline:
    """The day by which a goal is to be reached."""
    awaited = standing.awaited_goal(plan, goal, today)
    return Deadline(plan.due_of(goal), goal.originally, awaited, plan.when_of(goal))


def of_action(tactic: Tactic, action: Action, today: datetime.date) -> Deadline:
    """The day by which an action is to be done."""
    return Deadline(action.due, action.originally, standing.awaited_action(tactic, action, today))


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due: a plan itself, its review, or one of its parts.

    `day` is the last on which it is in time; `dri` who answers for it.
    """

    kind: Kind
    plan: LevelPlan
    day: datetime.date
    dri: tuple[str, ...]
    part: Goal | Action | None = None

    @property
    def title(self) -> str:
        """What it is called: a part by its own title, else as its plan."""
        if isinstance(self.part, Action):
            return self.part.do
        return (self.part or self.plan).title

    @property
    def date(self) -> Date | None:
        """The date as the author wrote it; a review's is computed."""
        if self.kind is Kind.REVIEW:
            return None
        return self.part.due if self.part else self.plan.end

    @property
    def originally(self) -> Date | None:
        """What was promised first."""
        if self.kind is Kind.REVIEW:
            return None
        return self.part.originally if self.part else self.plan.originally

    def days_late(self, today: datetime.date) -> int:
        """How many days overdue it is; 0 or less where it isn't."""
        return (today - self.day).days


def due_by(plan: Plan, cadences: Reviews, today: datetime.date, until: datetime.date) -> tuple[Due, ...]:
    """All that is overdue or due up to a day, the longest overdue first."""
    found = due_of(plan, plan.plans.values(), cadences, today)
    return tuple(one for one in found if one.day <= until)


def due_of(
    plan: Plan, among: Collection[LevelPlan], cadences: Reviews, today: datetime.date
) -> tuple[Due, ...]:
    """All that is due of some plans, in the order of the plan, the longest overdue first."""
    found = (
        *reviews(among, cadences, today),
        *actions(plan, (one for one in among if isinstance(one, Tactic)), today),
        *goals(plan, among, today),
        *ends(among),
    )
    return tuple(sorted(found, key=lambda one: one.day))


class Period(StrEnum):
    """How soon something is due."""

    OVERDUE = "overdue"
    WEEK = "this-week"
    MONTH = "this-month"
    QUARTER = "this-quarter"
    NEXT = "next-quarter"
    LATER = "later"


def periods(today: datetime.date, year_begins: int) -> dict[Period, datetime.date]:
    """The last day of each period, one after the other, those left out that are over with the one before: a
    month that ends within the week. A week ends on Sunday; quarters are those of the organisation's year,
    which begins with the month `year_begins`.
    """
    quarter = today.replace(day=1) - relativedelta(months=(today.month - year_begins) % 3)
    days = {
        Period.OVERDUE: today - datetime.timedelta(days=1),
        Period.WEEK: today + datetime.timedelta(days=6 - today.weekday()),
        Period.MONTH: today + relativedelta(day=31),
        Period.QUARTER: quarter + relativedelta(months=3, days=-1),
        Period.NEXT: quarter + relativedelta(months=6, days=-1),
        Period.LATER: datetime.date.max,
    }
    found: dict[Period, datetime.date] = {}
    for period, last in days.items():
        if not found or last > max(found.values()):
            found[period] = last
    return found


_MONTHS = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.HALF_YEARLY: 6, Cadence.YEARLY: 12}


def cadence_of(plan: LevelPlan, cadences: Reviews) -> Cadence:
    """How often a plan is reviewed: as it says itself, else as the site sets it for its type."""
    return plan.review or Cadence(getattr(cadences, plan.type))


def review_due(plan: LevelPlan, cadences: Reviews, today: datetime.date) -> datetime.date | None:
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
    months = _MONTHS.get(cadence_of(plan, cadences))
    return max(days) + (relativedelta(months=months) if months else relativedelta(weeks=1))


def reviews(plans: Iterable[LevelPlan], cadences: Reviews, today: datetime.date) -> Iterator[Due]:
    """Give the next review of each active plan, where its day is known."""
    for one in plans:
        day = review_due(one, cadences, today)
        if day is not None:
            yield Due(Kind.REVIEW, one, day, one.dri)


def actions(plan: Plan, tactics: Iterable[Tactic], today: datetime.date) -> Iterator[Due]:
    """Give the actions that are awaited by a day."""
    for tactic in tactics:
        for action in tactic.actions:
            if day := standing.awaited_action(tactic, action, today):
                yield Due(Kind.ACTION, tactic, day, plan.dri_of(tactic, action), action)


NEXT = 8
"""How many of a team's next actions are named. Our convention."""


def next_actions(plan: Plan, team: Team, today: datetime.date) -> list[ActionOf]:
    """The actions of a team that are awaited by the nearest days, overdue ones first."""
    found = [
        (day, ActionOf(tactic, action))
        for tactic in plan.tactics_of_team(team)
        for action in tactic.actions
        if (day := standing.awaited_action(tactic, action, today))
    ]
    found.sort(key=lambda row: (row[0], row[1].action.do))
    return [one for _, one in found[:NEXT]]


def goals(plan: Plan, among: Iterable[LevelPlan], today: datetime.date) -> Iterator[Due]:
    """Give the goals that are awaited by a day of their own: the others are due with their plan, which is
    named itself.
    """
    for one in among:
        for goal in one.goals:
            if goal.due and (day := standing.awaited_goal(one, goal, today)):
                yield Due(Kind.GOAL, one, day, plan.dri_of(one, goal), goal)


def ends(plans: Iterable[LevelPlan]) -> Iterator[Due]:
    """Give the strategies and tactics that are to end on a day."""
    for one in plans:
        if day := standing.awaited_end(one):
            yield Due(Kind.PLAN, one, day, one.dri)
