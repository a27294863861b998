"""A tactic has no actions.

This rule looks at active tactics. The actions of a draft or a proposal may still be missing, a paused tactic
waits, and closed ones are left alone.

Why it matters: nobody knows what to do first, and nobody can see how far the tactic has come.

Wrong:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay

Right:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Write to the first hundred, due: 2026-12-11}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Status, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, tactic: Tactic, _: Context) -> Iterator[Finding]:
    """Give each active tactic that doesn't say what is to do; one whose actions were refused does."""
    if not tactic.actions and plan.was_read(tactic, "actions"):
        message = "this tactic doesn't say what has to be done: it has no actions"
        hint = "add `actions:` and below it one line for each: `- {do: …, due: 2026-12-11}`"
        yield RULE.finding(message, tactic.path, Route.to("title"), hint)


RULE = FileRule(
    "tactic-without-action",
    Group.CONTENT,
    Severity.WARNING,
    __doc__,
    check=check,
    of=Tactic,
    statuses={Status.ACTIVE},
)
