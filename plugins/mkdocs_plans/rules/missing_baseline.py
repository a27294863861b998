"""A goal has a target to reach, but no starting number.

This rule looks at goals that aren't met, in active and paused plans. A goal with a `target` needs a
`baseline`, from which its progress is measured, unless it is a goal to `keep`. A draft or a proposal can do
without, and closed plans are left alone.

Why it matters: nobody can say how far the goal has come, and whether more or less is better. Its progress
isn't known until it is met.

Wrong:

    type: strategy
    title: Sell abroad
    goals:
      - title: Open offices abroad
        target: 6
        due: 2027-06-30

Right:

    type: strategy
    title: Sell abroad
    goals:
      - title: Open offices abroad
        baseline: 4
        target: 6
        due: 2027-06-30
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import RUNNING, open_goals
from mkdocs_plans.rules.plan_rule import Context, FileRule

_HINT = "add `baseline: ` with the number it starts from, or `keep: at least` (`at most`) if it is to be held"


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each open goal of a running plan that has a target and can't be counted."""
    for index, goal in open_goals(plan, one):
        if goal.is_measured and goal.keep is None and goal.baseline is None:
            message = f'the goal "{goal.title}" has a target but no baseline: its progress isn\'t known'
            at = Route.to("goals", index, "target")
            yield RULE.finding(message, one.path, at, _HINT)


RULE = FileRule(
    "missing-baseline", Group.GOALS, Severity.WARNING, __doc__, check=check, of=LevelPlan, statuses=RUNNING
)
