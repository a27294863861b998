"""Which plans a rule asks something of, by their status; and what of them was read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from mkdocs_plans.findings import Route
from mkdocs_plans.model import Action, Goal, LevelPlan, Status, Tactic
from mkdocs_plans.plan import Plan

OPEN = frozenset(status for status in Status if status.is_open)
"""What a plan says must fit together, even in a draft or a proposal."""

RUNNING = frozenset(status for status in Status if status.is_under_way)
"""Somebody has said yes to these plans: they need an owner and dates, and can be late."""

P = TypeVar("P", bound=LevelPlan)


def select_plans(plan: Plan, plans: Mapping[str, P], statuses: Collection[Status]) -> Iterator[P]:
    """Give the plans of these statuses. One whose `status` was refused may have any, and isn't asked."""
    return (one for one in plans.values() if one.status in statuses and plan.was_read(one, "status"))


def places_of_dris(holder: LevelPlan | Goal | Action, *steps: str | int) -> Iterator[tuple[str, Route]]:
    """Give who is written as the DRI of a plan, a goal or an action, each with the place."""
    for index, name in enumerate(holder.dri):
        yield name, Route((*steps, "dri", index) if len(holder.dri) > 1 else (*steps, "dri"))


def goals_of(plan: Plan, one: LevelPlan) -> Iterator[tuple[int, Goal]]:
    """Give the goals of a plan with their positions in the file, where all were read."""
    return enumerate(one.goals if plan.was_read(one, "goals") else ())


def open_goals(plan: Plan, one: LevelPlan) -> Iterator[tuple[int, Goal]]:
    """Give the goals that are neither met nor dropped. A day that hasn't come is a slip, and
    done-in-future's to find.
    """
    return ((index, goal) for index, goal in goals_of(plan, one) if not goal.is_settled)


def actions_of(plan: Plan, one: LevelPlan) -> Iterator[tuple[int, Action]]:
    """Give the actions of a tactic with their positions in the file, where all were read."""
    return enumerate(one.actions if isinstance(one, Tactic) and plan.was_read(one, "actions") else ())


def open_actions(plan: Plan, one: LevelPlan) -> Iterator[tuple[int, Action]]:
    """Give the actions that are neither done nor dropped, on whatever day."""
    every = actions_of(plan, one)
    return ((index, action) for index, action in every if action.done is None and action.dropped is None)
