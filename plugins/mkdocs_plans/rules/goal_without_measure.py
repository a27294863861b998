"""Nobody could tell when a goal is reached.

A goal needs a `measure` or a `target`. Without them, it needs a `due` day of its own, and `met` once it is
met. A goal that has a `baseline`, a `unit`, `targets` or `keep` is measured, and needs a `target`. This rule
looks at active and paused plans. A draft or a proposal can do without, and closed plans are left alone.

Why it matters: some will say that the goal was reached and others that it wasn't, and both are right.

Wrong:

    type: strategy
    title: Sell abroad
    goals:
      - title: Be better known abroad

Right:

    type: strategy
    title: Sell abroad
    goals:
      - title: Be better known abroad
        measure: Clinics abroad that have heard of us
        unit: percent
        baseline: 12
        target: 30
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Goal, LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import RUNNING, open_goals
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each open goal of a running plan that has neither a measure nor a day."""
    for index, goal in open_goals(plan, one):
        if goal.target is not None:
            continue
        at = Route.to("goals", index, "title")
        if numbers := _numbers(goal):
            message = f'the goal "{goal.title}" has {numbers[0]} but no `target`'
            yield RULE.finding(message, one.path, at, "add `target: ` and a number")
        elif goal.measure is None and goal.due is None and goal.when is None:
            message = f'nobody could tell when the goal "{goal.title}" is reached'
            hint = "add `measure`, `baseline` and `target`, or the day it is `due`"
            yield RULE.finding(message, one.path, at, hint)


def _numbers(goal: Goal) -> list[str]:
    """What the goal has of a number to reach: such a goal is measured, and its target was forgotten."""
    names = ("baseline", "targets", "unit", "keep")
    return [f"`{name}`" for name in names if getattr(goal, name) not in (None, {})]


RULE = FileRule(
    "goal-without-measure",
    Group.GOALS,
    Severity.WARNING,
    __doc__,
    check=check,
    of=LevelPlan,
    statuses=RUNNING,
)
