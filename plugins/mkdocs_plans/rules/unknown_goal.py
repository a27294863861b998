"""A tactic advances a goal that its plan doesn't have.

An entry of `advances` is the id of a goal of the tactic's own strategy, or `plan-id#goal-id` for a goal
of another plan.

Why it matters: the goal that was meant is left with nothing that advances it, and nobody sees why.

Wrong:

    advances: [first-year-retension]

Right:

    advances: [first-year-retention]
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity, did_you_mean
from mkdocs_plans.model import GoalReference, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rules.context import Context

SEVERITY = Severity.ERROR


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each entry of `advances` whose plan is there and whose goal isn't."""
    for tactic in plan.tactics.values():
        for index, reference in enumerate(tactic.advances):
            yield from _check(plan, tactic, reference, Route.to("advances", index))


def _check(plan: Plan, tactic: Tactic, reference: GoalReference, at: Route) -> Iterator[Finding]:
    holder_id = reference.plan or tactic.strategy
    if holder_id is None or f"{holder_id}.goals" in plan.incomplete or plan.goal_of(tactic, reference):
        return
    holder = plan.plans.get(holder_id)
    if holder is None:
        return  # unknown-strategy says so
    message = f'"{holder.title}" has no goal "{reference.goal}"'
    hint = did_you_mean(reference.goal, [goal.id for goal in holder.goals])
    yield Finding("unknown-goal", message, tactic.path, at, hint or _elsewhere(plan, reference))


def _elsewhere(plan: Plan, reference: GoalReference) -> str:
    found = next((p for p in plan.plans.values() if p.goal(reference.goal)), None)
    return f"write {found.id}#{reference.goal}, if that one is meant" if found else ""
