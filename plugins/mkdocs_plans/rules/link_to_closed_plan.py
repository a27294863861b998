"""An open plan belongs to one that is done or dropped.

A tactic's `strategy` and a strategy's `parent` must be open as long as the plan itself is open: a
draft, proposed, active or paused.

Why it matters: either work goes on for something that the organisation no longer wants, or it has ended
and nobody has said so.

Wrong:

    type: tactic
    title: Move the last desks
    strategy: close-the-old-office
    status: active

Right:

    type: tactic
    title: Move the last desks
    strategy: close-the-old-office
    status: done
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import LevelPlan, Status, Strategy
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import OPEN
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.standing import closed_above

LINKS = {"tactic": ("strategy", "the strategy it serves"), "strategy": ("parent", "its parent")}
"""The field in which a plan names the one above it, and what that is to it."""


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each open plan under a closed one."""
    above = closed_above(plan, one)
    if above is None:
        return
    field, what = LINKS[one.type]
    field = one.parent_key if isinstance(one, Strategy) else field
    status = "a draft" if one.status is Status.DRAFT else one.status
    message = f'this {one.type} is {status}, but {what}, "{above.title}", is {above.status}'
    hint = f"set `status: done` or `dropped` here, or name another `{field}`"
    related = Related(f'"{above.title}" is {above.status} here', above.path, Route.to("status"))
    yield RULE.finding(message, one.path, Route.to(field), hint, (related,))


RULE = FileRule(
    "link-to-closed-plan", Group.LINKS, Severity.WARNING, __doc__, check=check, of=LevelPlan, statuses=OPEN
)
