"""What is due by a day, and what is overdue: reviews, actions, goals, plans, each with its day and DRI.

Pages and the command line both start from here, so that they never name different things. A review is
due one cadence after the last check-in; an action and a goal are due while they are open in a plan under
way; an open plan is due on its last day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plans import figures
from mkdocs_plans.model import Action, Cadence, Date, Goal, LevelPlan, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Reviews


class Kind(StrEnum):
    """What is to be done by the day."""

    REVIEW = "review"
    ACTION = "action"
    GOAL = "goal"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due: a plan itself, its review, or one of its parts.

    `day` is the last on which it is in time; `dri` the handle of who answers for it.
    """

    kind: Kind
    plan: LevelPlan
    day: datetime.date
    dri: str | None
    part: Goal | Action | None = None

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
    found = (
        *reviews(plan.plans.values(), cadences, today),
        *actions(plan, plan.tactics.values(), today),
        *goals(plan, today),
        *ends(plan.plans.values()),
    )
    return tuple(sorted((one for one in found if one.day <= until), key=lambda one: one.day))


def review_due(plan: LevelPlan, cadences: Reviews, today: datetime.date) -> datetime.date | None:
    """The day by which a plan is to be reviewed, as often as it says itself, else the site."""
    return figures.review_due(plan, Cadence(getattr(cadences, plan.type)), today)


def reviews(plans: Iterable[LevelPlan], cadences: Reviews, today: datetime.date) -> Iterator[Due]:
    """Give the next review of each active plan, where its day is known."""
    for one in plans:
        day = review_due(one, cadences, today)
        if day is not None:
            yield Due(Kind.REVIEW, one, day, one.dri)


def actions(plan: Plan, tactics: Iterable[Tactic], today: datetime.date) -> Iterator[Due]:
    """Give the actions with a day, neither done nor dropped, of those tactics that are under way."""
    for tactic in tactics:
        for action in tactic.actions if tactic.status.is_under_way else ():
            if action.due and not figures.is_settled(action, today):
                yield Due(Kind.ACTION, tactic, action.due.last, plan.dri_of(tactic, action), action)


def goals(plan: Plan, today: datetime.date) -> Iterator[Due]:
    """Give the goals with a day of their own, not yet reached (or, if to keep, not held), of the plans
    under way.
    """
    for one in plan.plans.values():
        for goal in one.goals if one.status.is_under_way else ():
            if goal.due and figures.goal_progress(one, goal, today) != 1:
                yield Due(Kind.GOAL, one, goal.due.last, plan.dri_of(one, goal), goal)


def ends(plans: Iterable[LevelPlan]) -> Iterator[Due]:
    """Give the open strategies and tactics that have a last day."""
    for one in plans:
        if one.status.is_open and one.end:
            yield Due(Kind.PLAN, one, one.end.last, one.dri)
