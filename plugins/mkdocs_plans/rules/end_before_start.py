"""A plan ends before it starts, or an action is due before it does.

`end` means the last day of a period, and `start` the first: a plan can start and end in the same period. This
rule looks at plans of any status, because timelines and the archive show their dates.

Why it matters: the plan can't be drawn, and nobody can say how much of its time is gone.

Wrong:

    type: strategy
    title: Open a second warehouse
    start: 2027-01-11
    end: 2026-06-30

Right:

    type: strategy
    title: Open a second warehouse
    start: 2027-01-11
    end: 2027-06-30
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import actions_of
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.standing import ends_before_start


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each plan and each action whose dates are the wrong way round."""
    if ends_before_start(one):
        message = f"this {one.type} ends ({one.end}) before it starts ({one.start})"
        hint = "correct `end`, or `start`"
        related = Related("it starts here", one.path, Route.to("start"))
        yield RULE.finding(message, one.path, Route.to("end"), hint, (related,))
    for index, action in actions_of(plan, one):
        if action.start and action.due and action.due.last < action.start.first:
            message = f"this action is due ({action.due}) before it starts ({action.start})"
            related = Related("it starts here", one.path, Route.to("actions", index, "start"))
            at = Route.to("actions", index, "due")
            yield RULE.finding(message, one.path, at, "correct `due`, or `start`", (related,))


RULE = FileRule("end-before-start", Group.DATES, Severity.ERROR, __doc__, check=check, of=LevelPlan)
