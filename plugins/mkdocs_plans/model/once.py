"""Figures of goals that are worked out once: a build asks for each some eighty times."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from mkdocs_plans.model.parts import Goal
from mkdocs_plans.model.plans import LevelPlan

T = TypeVar("T")
OfGoal = Callable[[LevelPlan, Goal, datetime.date], T]

_MOST_KEPT = 50_000


def once(figure: OfGoal[T]) -> OfGoal[T]:
    """Work out a figure of a goal once. Goals are told apart as objects, which takes no reading of what they
    say; they are kept, so that no other is taken for one.
    """
    known: dict[tuple[int, int, datetime.date], tuple[T, LevelPlan, Goal]] = {}

    @wraps(figure)
    def ask(plan: LevelPlan, goal: Goal, today: datetime.date) -> T:
        key = id(plan), id(goal), today
        found = known.get(key)
        if found is None:
            if len(known) >= _MOST_KEPT:
                known.clear()
            found = known[key] = figure(plan, goal, today), plan, goal
        return found[0]

    return ask
