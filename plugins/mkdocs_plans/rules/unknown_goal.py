"""A plan advances or serves a goal that isn't there.

An entry of a tactic's `advances` is the id of a goal of the tactic's own strategy, or `plan-id#goal-id` for a
goal of another plan. What a strategy `serves` is a goal of its parent, as `parent-id#goal-id`, or as
`goal-id` where `parent` stands beside it.

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
from mkdocs_plans.model import GoalReference, LevelPlan, Strategy, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import hint_for
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.spelling import FEW


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each entry of `advances` and each `serves` whose plan is there and whose goal isn't."""
    for index, reference in enumerate(one.advances if isinstance(one, Tactic) else ()):
        yield from _check(plan, one, reference, Route.to("advances", index))
    serves = one.serves if isinstance(one, Strategy) else None
    if serves and isinstance(one, Strategy):
        if one.parent and one.goals_named:
            yield from _check(plan, one, serves, Route.to("serves"))
        elif plan.was_read(one, "parent"):
            is_other = one.parent and serves.plan
            yield (_of_another if is_other else _without_parent)(plan, one, serves)


def _check(plan: Plan, one: LevelPlan, reference: GoalReference, at: Route) -> Iterator[Finding]:
    holder = plan.plans.get(reference.plan or one.above_id or "")
    if holder is None:
        return  # unknown-strategy says so
    if not plan.was_read(holder, "goals") or plan.goal_of(one, reference):
        return
    message = f'"{holder.title}" has no goal "{reference.goal}"'
    yield RULE.finding(message, one.path, at, _hint(plan, holder, reference.goal, at))


def _of_another(plan: Plan, strategy: Strategy, serves: GoalReference) -> Finding:
    """That a strategy serves a goal of a strategy which isn't its parent."""
    message = f'`serves` names a goal of "{serves.plan}", and this strategy\'s parent is "{strategy.parent}"'
    parent = plan.strategies.get(strategy.parent or "")
    named = _few_goals(parent) if parent else ""
    near = f"name a goal of its parent: {named}" if named else "remove `serves`"
    hint = f"write `parent: {serves.plan}`, or {near}"
    return RULE.finding(message, strategy.path, Route.to("serves"), hint)


def _without_parent(plan: Plan, strategy: Strategy, serves: GoalReference) -> Finding:
    """That a strategy serves a goal, and nothing says whose."""
    others = [one for one in plan.strategies.values() if one is not strategy and one.goal(serves.goal)]
    parent = next((one.id for one in others), "parent-id")
    message = "this strategy has no parent whose goal it could serve"
    hint = f"write `serves: {parent}#{serves.goal}`, which says the parent too"
    return RULE.finding(message, strategy.path, Route.to("serves"), hint)


def _few_goals(holder: LevelPlan) -> str:
    """The goals of a plan as `serves` may name them, where they are few."""
    written = [f"{holder.id}#{goal.id}" for goal in holder.goals]
    return " or ".join(written[:FEW]) + " …" * (len(written) > FEW)


def _hint(plan: Plan, holder: LevelPlan, goal_id: str, at: Route) -> str:
    """The goal that is meant, which may be another plan's of exactly that name."""
    # Exactly that id in another plan is likelier than a near one here: `advances` often names a goal alone
    # where the strategy's id belongs before it.
    others = plan.strategies if at.steps[0] == "serves" else plan.plans
    other = next((one for one in others.values() if one.goal(goal_id)), None)
    if other:
        return f'write {other.id}#{goal_id}, if the goal of "{other.title}" is meant'
    goals = {goal.id: goal for goal in holder.goals}
    otherwise = f"it has no goals: add this one to {holder.path}, or remove it here"
    return hint_for(goal_id, goals, at, otherwise)


RULE = FileRule("unknown-goal", Group.LINKS, Severity.ERROR, __doc__, check=check, of=LevelPlan)
