"""A plan is dropped, but no check-in says why; or a goal is dropped, but has no note.

This rule looks at strategies and tactics whose `status` is `dropped`: the newest of their `updates` needs a
`note`. An update that reports the plan as `on-track` was written earlier, and doesn't count. A goal that is
`dropped` needs a `note` of its own.

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
from mkdocs_plans.model import Health, LevelPlan, Status
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import goals_of
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give a dropped plan whose last word isn't there, and each such goal."""
    if one.status is Status.DROPPED and plan.was_read(one, "status", "updates") and not _says_why(one):
        message = f"this {one.type} is dropped, but no check-in says why"
        hint = "add one to `updates`, with its `date` and a `note` that says why"
        yield RULE.finding(message, one.path, Route.to("status"), hint)
    for index, goal in goals_of(plan, one):
        if goal.dropped is not None and goal.note is None:
            message = f'the goal "{goal.title}" is dropped, and nothing says why'
            at = Route.to("goals", index, "dropped")
            yield RULE.finding(message, one.path, at, "add `note: ` with the reason")


def _says_why(one: LevelPlan) -> bool:
    newest = max(one.updates, key=lambda update: update.date.last, default=None)
    # "On track" beside the note of a dropped plan is the check-in before the decision, not its reason.
    return newest is not None and newest.note is not None and newest.health is not Health.ON_TRACK


RULE = FileRule("dropped-without-note", Group.GOALS, Severity.WARNING, __doc__, check=check, of=LevelPlan)
