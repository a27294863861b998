"""A strategy or a tactic has no DRI.

This rule looks at active and paused plans. A draft or a proposal can do without, and closed plans are left
alone. A tactic doesn't inherit its strategy's DRI, because somebody must agree to take it on. Goals and
actions need none of their own: they have their plan's.

Why it matters: what nobody answers for doesn't get done, and nobody is asked why.

Wrong:

    type: tactic
    title: Sort the applications by hand
    strategy: hire-salespeople-who-stay

Right:

    type: tactic
    title: Sort the applications by hand
    strategy: hire-salespeople-who-stay
    dri: recruiting-lead
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import RUNNING
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, one: LevelPlan, context: Context) -> Iterator[Finding]:
    """Give each running plan that names no DRI; one whose `dri` was refused isn't at fault."""
    if not one.dri and plan.was_read(one, "dri"):
        message = f"nobody answers for this {one.type}: it has no DRI"
        hint = f"add `dri: ` with the handle of one person from {context.settings.people}"
        yield RULE.finding(message, one.path, Route.to("dri"), hint)


RULE = FileRule(
    "missing-dri", Group.PEOPLE, Severity.WARNING, __doc__, check=check, of=LevelPlan, statuses=RUNNING
)
