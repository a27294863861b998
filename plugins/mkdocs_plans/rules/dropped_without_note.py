"""A plan is dropped, but no check-in says why.

This rule looks at strategies and tactics whose `status` is `dropped`: the newest of their `updates` needs a
`note`. An update that reports the plan as `on-track` was written earlier, and doesn't count.

Why it matters: whoever relied on the plan learns nothing from its end, and the next one begins with the same
mistake.

Wrong:

    type: strategy
    title: Sell abroad
    status: dropped

Right:

    type: strategy
    title: Sell abroad
    status: dropped
    updates:
      - date: 2026-06-30
        note: Two countries refused us the licence.
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Health, Status
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import select_plans
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each dropped plan whose last word isn't there."""
    for one in select_plans(plan, plan.plans, {Status.DROPPED}):
        newest = max(one.updates, key=lambda update: update.date.last, default=None)
        # "On track" beside the note of a dropped plan is the check-in before the decision, not its reason.
        says_why = newest is not None and newest.note is not None and newest.health is not Health.ON_TRACK
        if plan.was_read(one, "updates") and not says_why:
            message = f"this {one.type} is dropped, but no check-in says why"
            hint = "add one to `updates`, with its `date` and a `note` that says why"
            yield RULE.finding(message, one.path, Route.to("status"), hint)


RULE = PlanRule("dropped-without-note", Group.GOALS, Severity.WARNING, __doc__, check=check)
