"""A tactic serves no strategy.

Every tactic names the strategy that it serves, in `strategy`. Where you set this rule to `notice` or `off`, a
tactic may stand directly under a theme, which it names in `theme`.

Why it matters: work that serves nothing the organisation wants is the first thing that a planning
office needs to hear about.

Wrong:

    type: tactic
    title: Visit every clinic

Right:

    type: tactic
    title: Visit every clinic
    strategy: hire-salespeople-who-stay
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, tactic: Tactic, _: Context) -> Iterator[Finding]:
    """Give each tactic that names no strategy; one whose `strategy` was refused isn't at fault."""
    if not tactic.strategy and plan.was_read(tactic, "strategy"):
        message = "this tactic serves no strategy"
        hint = "add `strategy: ` and the id of the strategy that it serves"
        if tactic.theme:
            message += ", and stands under a theme alone"
            hint += f"; if that is meant to be, set `rules: {{{RULE.name}: off}}`"
        yield RULE.finding(message, tactic.path, Route.to("strategy"), hint)


RULE = FileRule("tactic-without-strategy", Group.LINKS, Severity.ERROR, __doc__, check=check, of=Tactic)
