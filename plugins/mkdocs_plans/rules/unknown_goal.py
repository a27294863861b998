"""A tactic advances a goal that its plan doesn't have.

An entry of `advances` is the id of a goal of the tactic's own strategy, or `plan-id#goal-id` for a goal
of another plan.

Why it matters: the goal that was meant is left with nothing that advances it, and nobody sees why.

Wrong:

    type: tactic
    title: Visit every clinic
    strategy: hire-salespeople-who-stay
    advances: [first-year-retension]

Right:

    type: tactic
    title: Visit every clinic
    strategy: hire-salespeople-who-stay
    advances: [first-year-retention]
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import GoalReference, LevelPlan, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import hint_for
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each entry of `advances` whose plan is there and whose goal isn't."""
    for tactic in plan.tactics.values():
        for index, reference in enumerate(tactic.advances):
            yield from _check(plan, tactic, reference, Route.to("advances", index))


def _check(plan: Plan, tactic: Tactic, reference: GoalReference, at: Route) -> Iterator[Finding]:
    holder = plan.plans.get(reference.plan or tactic.strategy or "")
    if holder is None:
        return  # unknown-strategy says so
    if not plan.was_read(holder, "goals") or plan.goal_of(tactic, reference):
        return
    message = f'"{holder.title}" has no goal "{reference.goal}"'
    yield RULE.finding(message, tactic.path, at, _hint(plan, holder, reference.goal, at))


def _hint(plan: Plan, holder: LevelPlan, goal_id: str, at: Route) -> str:
    """The goal that is meant, which may be another plan's of exactly that name."""
    # Exactly that id in another plan is likelier than a near one here: `advances` often names a goal alone
    # where the strategy's id belongs before it.
    other = next((one for one in plan.plans.values() if one.goal(goal_id)), None)
    if other:
        return f'write {other.id}#{goal_id}, if the goal of "{other.title}" is meant'
    goals = {goal.id: goal for goal in holder.goals}
    otherwise = f"it has no goals: add this one to {holder.path}, or remove it here"
    return hint_for(goal_id, goals, at, otherwise)


RULE = PlanRule("unknown-goal", Group.LINKS, Severity.ERROR, __doc__, check=check)
