"""A plan has ended but isn't closed.

The last day of `end` is over, but the plan is still proposed, active or paused. Drafts are left alone.

Why it matters: readers can't tell whether the plan was completed, was given up, or goes on.

Wrong:

    type: tactic
    title: Look back on the autumn campaign
    strategy: hire-salespeople-who-stay
    status: active
    start: 2026-09-01
    end: 2026-10-30

Right:

    type: tactic
    title: Look back on the autumn campaign
    strategy: hire-salespeople-who-stay
    status: done
    start: 2026-09-01
    end: 2026-10-30
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan, Status
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import keep_promise
from mkdocs_plans.rules._scope import RUNNING
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.standing import has_ended


def check(plan: Plan, one: LevelPlan, context: Context) -> Iterator[Finding]:
    """Give each plan whose end has passed and whose status doesn't say so."""
    if has_ended(one, context.today):
        message = f"this {one.type} ended {one.end} and is still {one.status}"
        hint = "set `status` to done or dropped, or move `end`" + keep_promise(one.originally is None)
        yield RULE.finding(message, one.path, Route.to("end"), hint)


RULE = FileRule(
    "ended-but-open",
    Group.DATES,
    Severity.NOTICE,
    __doc__,
    check=check,
    of=LevelPlan,
    statuses=RUNNING | {Status.PROPOSED},
)
