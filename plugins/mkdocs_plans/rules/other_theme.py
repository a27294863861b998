"""A tactic names another theme than its strategy's.

A tactic belongs to the theme of the strategy that it serves. It names a theme itself only where it serves no
strategy and stands directly under the theme.

Why it matters: the theme that the tactic names is left out on every page, and nobody sees why.

Wrong:

    type: tactic
    title: Visit every clinic
    strategy: close-the-old-office
    theme: people

Right:

    type: tactic
    title: Visit every clinic
    strategy: close-the-old-office
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, tactic: Tactic, _: Context) -> Iterator[Finding]:
    """Give each tactic whose theme isn't that of its strategy."""
    strategy, own = plan.strategy_of(tactic), plan.themes.get(tactic.theme or "")
    theme = plan.theme_of(strategy) if strategy else None
    if strategy is None or own is None or own is theme:
        return
    belongs = f'belongs to "{theme.title}"' if theme else "has no theme"
    message = f'this tactic names the theme "{own.title}", and its strategy {belongs}'
    hint = "remove `theme` here, or name it in the strategy"
    yield RULE.finding(message, tactic.path, Route.to("theme"), hint)


RULE = FileRule("other-theme", Group.LINKS, Severity.WARNING, __doc__, check=check, of=Tactic)
