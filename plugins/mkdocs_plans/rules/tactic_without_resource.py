"""A tactic doesn't say what it needs.

This rule is off until a site turns it on with `rules: {tactic-without-resource: notice}`. It looks at active
tactics. The needs of a draft or a proposal may still be unknown, a paused tactic waits, and closed ones are
left alone.

Why it matters: people find out only when the work should begin that nobody has granted what it needs.

Wrong:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay

Right:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    resources:
      - An hour a day of both recruiters
      - {name: Search licence, cost: 1200 EUR}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Status, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, tactic: Tactic, _: Context) -> Iterator[Finding]:
    """Give each active tactic that names no resource; one whose resources were refused does."""
    if not tactic.resources and plan.was_read(tactic, "resources"):
        message = "this tactic doesn't say what it needs: it has no resources"
        hint = "add `resources:` and below it one line for each: `- Interview guide`"
        yield RULE.finding(message, tactic.path, Route.to("title"), hint)


RULE = FileRule(
    "tactic-without-resource",
    Group.CONTENT,
    Severity.NOTICE,
    __doc__,
    check=check,
    of=Tactic,
    statuses={Status.ACTIVE},
    is_off=True,
)
