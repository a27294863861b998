"""What a user names in the command line: a plan, a goal, a theme, a team, a person."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plans.model import LevelPlan, Person, Team, Theme
from mkdocs_plans.plan import GoalOf, Plan

Named = LevelPlan | GoalOf | Theme | Team | Person


def named(plan: Plan, name: str) -> list[Named]:
    """All that a name may mean: an id, `plan#goal`, a handle; where nothing has it, the goals of that id."""
    before, _, goal_id = name.rpartition("#")
    holder = plan.plans.get(before)
    if holder is not None:
        goal = holder.goal(goal_id)
        return [GoalOf(holder, goal)] if goal else []
    had = (plan.plans.get(name), plan.themes.get(name), plan.teams.get(name), plan.people.get(name))
    found: list[Named] = [one for one in had if one is not None]
    return found or [one for one in _goals(plan) if one.goal.id == name]


def names_of(plan: Plan) -> list[str]:
    """All that can be named."""
    goals = (f"{one.plan.id}#{one.goal.id}" for one in _goals(plan))
    return [*plan.plans, *goals, *plan.themes, *plan.teams, *plan.people]


def _goals(plan: Plan) -> Iterator[GoalOf]:
    return (GoalOf(one, goal) for one in plan.plans.values() for goal in one.goals)
