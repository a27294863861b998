"""How often the plan names each id, whether or not there is such a thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mkdocs_plans.model import Action, Goal, LevelPlan, Strategy, Tactic
from mkdocs_plans.plan import Plan

Use = tuple[str, str]
"""What is named, by kind (`plan`, `goal`, `theme`, `team`, `person`) and id (a goal's with its plan's)."""


def uses(plan: Plan) -> Counter[Use]:
    """Count what a plan names."""
    counted: Counter[Use] = Counter()
    for each in plan.plans.values():
        counted.update(_of_level_plan(each))
    for team in plan.teams.values():
        counted.update(_named("team", team.parent))
        counted.update(_named("person", team.lead))
    for person in plan.people.values():
        counted.update(_named("team", person.team))
    return counted


def goal_of(plan: str | None, goal: str) -> Use:
    """A goal, as it is counted."""
    return "goal", f"{plan}#{goal}"


def _of_level_plan(plan: LevelPlan) -> Iterator[Use]:
    yield from _named("team", plan.team)
    yield from _named("plan", *plan.depends_on)
    yield from (goal_of(plan.id, goal) for update in plan.updates for goal in update.readings)
    parts: list[LevelPlan | Goal | Action] = [plan, *plan.goals]
    if isinstance(plan, Strategy):
        yield from _named("theme", plan.theme)
        yield from _named("plan", plan.parent)
    if isinstance(plan, Tactic):
        yield from _named("plan", plan.strategy)
        yield from _advanced(plan)
        parts += plan.actions
    for part in parts:
        yield from _named("person", part.dri, *part.contributors)


def _advanced(tactic: Tactic) -> Iterator[Use]:
    for reference in tactic.advances:
        yield goal_of(reference.plan or tactic.strategy, reference.goal)
        yield from _named("plan", reference.plan)


def _named(kind: str, *ids: str | None) -> Iterator[Use]:
    return ((kind, each) for each in ids if each)
