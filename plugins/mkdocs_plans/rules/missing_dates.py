"""A plan doesn't say when it starts, or when it ends.

This rule looks at active and paused strategies and tactics. A draft or a proposal can leave it open, and
closed plans are left alone. A plan that lacks both is reported once. Where a plan has no last day, say in
words when it ends: `when: ongoing`.

Why it matters: the plan is missing from every timeline, nobody sees when it is late, and its goals' pace
can't be told.

Wrong:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    start: 2026-10-05

Right:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    start: 2026-10-05
    end: 2026-Q4
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import RUNNING
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.unread import FieldName


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each running plan without its dates; one whose date was refused isn't at fault."""
    dates: dict[FieldName, object] = {"start": one.start, "end": one.end or one.when}
    missing = [key for key, date in dates.items() if date is None and plan.was_read(one, key)]
    if missing:
        message = f"this {one.type} has " + " and ".join(f"no {key}" for key in missing)
        keys = " and ".join(f"`{key}: `" for key in missing)
        hint = f"add {keys} with a day or a period, such as 2026-03-31, 2026-Q1 or 2026"
        hint += "; if the end has no date, say it in words: `when: ongoing`" * ("end" in missing)
        yield RULE.finding(message, one.path, Route.to(missing[0]), hint)


RULE = FileRule(
    "missing-dates", Group.DATES, Severity.WARNING, __doc__, check=check, of=LevelPlan, statuses=RUNNING
)
