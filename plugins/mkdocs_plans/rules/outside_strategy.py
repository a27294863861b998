"""A tactic ends after the strategy that it serves.

This rule looks at open tactics (drafts, proposed, active and paused ones) of strategies that are open too.
Both end on the last day of their `end`. A tactic can start before its strategy, because work may already have
begun.

Why it matters: when the strategy is closed, the tactic is still running for it, or one of the two dates is
wrong.

Wrong:

    type: tactic
    title: Go to fifteen career fairs
    strategy: hire-salespeople-who-stay
    start: 2026-10-05
    end: 2027-03-12

Right:

    type: tactic
    title: Go to fifteen career fairs
    strategy: hire-salespeople-who-stay
    start: 2026-10-05
    end: 2026-12-11
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import OPEN
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.standing import outlived


def check(plan: Plan, tactic: Tactic, _: Context) -> Iterator[Finding]:
    """Give each open tactic that ends after its open strategy."""
    strategy = outlived(plan, tactic)
    if strategy is not None and strategy.end is not None:
        message = f"this tactic ends {tactic.end}, after its strategy, which ends {strategy.end}"
        hint = f"end it by {strategy.end.last}, or move the `end` of the strategy"
        related = Related(f'"{strategy.title}" ends here', strategy.path, Route.to("end"))
        yield RULE.finding(message, tactic.path, Route.to("end"), hint, (related,))


RULE = FileRule(
    "outside-strategy", Group.DATES, Severity.WARNING, __doc__, check=check, of=Tactic, statuses=OPEN
)
