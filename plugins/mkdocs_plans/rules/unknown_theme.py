"""A strategy names a theme that isn't there.

`theme` must be the id of a file of the type `theme`.

Why it matters: the strategy is missing from its theme's page and column.

Wrong:

    type: strategy
    title: Sell abroad
    theme: poeple

Right:

    type: strategy
    title: Sell abroad
    theme: people
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Strategy, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import hint_for
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each strategy and each tactic whose theme isn't there."""
    plans: list[Strategy | Tactic] = [*plan.strategies.values(), *plan.tactics.values()]
    for one in plans:
        named = one.theme
        if named and named not in plan.themes and not plan.has_unread(named):
            message = f'no theme has the id "{named}"'
            otherwise = "write a file with `type: theme`, or leave `theme` out"
            hint = hint_for(named, plan.themes, Route.to("theme"), otherwise)
            yield RULE.finding(message, one.path, Route.to("theme"), hint)


RULE = PlanRule("unknown-theme", Group.LINKS, Severity.ERROR, __doc__, check=check)
