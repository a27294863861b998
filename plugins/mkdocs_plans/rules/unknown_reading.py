"""An update has a reading of a goal that its plan doesn't have.

`readings` names goals by their ids, and they must be goals of the same plan, whatever its status. A tactic's
updates have readings of the tactic's own goals. Readings of its strategy's goals belong in the strategy's
updates.

Why it matters: the number is lost, and the goal that was meant looks as if nobody had measured it.

Wrong:

    type: strategy
    title: Sell abroad
    goals:
      - id: offices
        title: Open offices abroad
        baseline: 4
        target: 6
    updates:
      - {date: 2026-11-10, readings: {ofices: 5}}

Right:

    type: strategy
    title: Sell abroad
    goals:
      - id: offices
        title: Open offices abroad
        baseline: 4
        target: 6
    updates:
      - {date: 2026-11-10, readings: {offices: 5}}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan, Tactic, ids_called
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from mkdocs_plans.spelling import did_you_mean
from mkdocs_plans.standing import readings_of_no_goal


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each reading of a goal that isn't there; a plan whose goals weren't all read may have it."""
    for one in plan.plans.values():
        if plan.was_read(one, "goals") and plan.was_read(one, "updates"):
            for index, goal_id in readings_of_no_goal(one):
                message = f'"{one.title}" has no goal "{goal_id}"'
                at = Route.to_key("updates", index, "readings", goal_id)
                yield RULE.finding(message, one.path, at, _hint(plan, one, goal_id))
    yield from _in_tables(plan)


def _in_tables(plan: Plan) -> Iterator[Finding]:
    """Give each reading of a table whose plan or goal isn't there."""
    for reading in plan.stray_readings:
        one = plan.plans.get(reading.plan)
        if one is None and not plan.has_unread(reading.plan):
            message = f'no strategy or tactic has the id "{reading.plan}"'
            called = ids_called(reading.plan, plan.plans)
            hint = f"write {' or '.join(called)}" if called else did_you_mean(reading.plan, plan.plans)
            yield RULE.finding(message, reading.path, reading.plan_at, hint or "write the id of one")
        elif one is not None and plan.was_read(one, "goals"):
            message = f'"{one.title}" has no goal "{reading.goal}"'
            yield RULE.finding(message, reading.path, reading.goal_at, _hint(plan, one, reading.goal))


def _hint(plan: Plan, one: LevelPlan, goal_id: str) -> str:
    strategy = plan.strategy_of(one) if isinstance(one, Tactic) else None
    if strategy and strategy.goal(goal_id):
        return "that is a goal of its strategy: write the reading into an update there"
    if called := ids_called(goal_id, one.goals):
        return f"write {' or '.join(called)}"
    ids = [goal.id for goal in one.goals]
    known = f"its goals are {', '.join(ids)}" if ids else "it has no goals: add one, or remove the reading"
    return did_you_mean(goal_id, ids) or known


RULE = PlanRule("unknown-reading", Group.GOALS, Severity.ERROR, __doc__, check=check)
