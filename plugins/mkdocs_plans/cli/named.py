"""What a user names in the command line: a plan, a goal, a theme, a team, a person."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plans.model import ids_called
from mkdocs_plans.outputs.plan import Named
from mkdocs_plans.plan import GoalOf, Plan


def named(plan: Plan, name: str) -> list[Named]:
    """All that a name may mean: an id, `plan#goal`, a handle; where nothing has it, the goals of that id."""
    before, _, goal_id = name.rpartition("#")
    holders = ids_called(before, plan.plans) if before else []
    holder = plan.plans[holders[0]] if len(holders) == 1 else None
    if holder is not None:
        goals = ids_called(goal_id, holder.goals)
        return [GoalOf(holder, goal) for goal in holder.goals if goal.id in goals]
    had = (plan.plans.get(name), plan.themes.get(name), plan.teams.get(name), plan.people.get(name))
    found: list[Named] = [one for one in had if one is not None]
    return found or [one for one in _goals(plan) if one.goal.id == name] or _called(plan, name)


def _called(plan: Plan, name: str) -> list[Named]:
    """All that have a name as their title, number or file; a person by name, role or address."""
    found: list[Named] = [plan.plans[id_] for id_ in ids_called(name, plan.plans)]
    found += (plan.themes[id_] for id_ in ids_called(name, plan.themes))
    found += (plan.teams[id_] for id_ in ids_called(name, plan.teams))
    found += (plan.people[handle] for handle in ids_called(name, plan.people))
    return found or [one for one in _goals(plan) if ids_called(name, [one.goal])]


def names_of(plan: Plan) -> list[str]:
    """All that can be named."""
    goals = (f"{one.plan.id}#{one.goal.id}" for one in _goals(plan))
    return [*plan.plans, *goals, *plan.themes, *plan.teams, *plan.people]


def _goals(plan: Plan) -> Iterator[GoalOf]:
    return (GoalOf(one, goal) for one in plan.plans.values() for goal in one.goals)
