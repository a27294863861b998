"""A goal's target is the same as its baseline.

This rule looks at the goals of all plans, whatever their status, except goals to keep: they may already be
where they should stay.

Why it matters: the goal asks for nothing, and the site can't say how far it has come.

Wrong:

    type: strategy
    title: Be present in more cities
    goals:
      - title: Open offices abroad
        unit: offices
        baseline: 4
        target: 4

Right:

    type: strategy
    title: Be present in more cities
    goals:
      - title: Open offices abroad
        unit: offices
        baseline: 4
        target: 6
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.model.in_words import say_number_or_words
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import goals_of
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each goal that begins where it should get to."""
    for index, goal in goals_of(plan, one):
        if goal.target is None or goal.target != goal.baseline or goal.keep is not None:
            continue
        target = say_number_or_words(goal.target)
        message = f"the target is {target}, and so is the baseline: there is nothing to reach"
        hint = "correct one of the two; if it is to be held, add `keep: at least` or `keep: at most`"
        related = Related("the baseline is here", one.path, Route.to("goals", index, "baseline"))
        at = Route.to("goals", index, "target")
        yield RULE.finding(message, one.path, at, hint, (related,))


RULE = FileRule("target-equals-baseline", Group.GOALS, Severity.ERROR, __doc__, check=check, of=LevelPlan)
