"""A cost is written in words, so no sum includes it.

A number with a currency is an amount: `4800 USD`, `€ 2 million`, `$250k`. Anything else is shown as it is
written: a range, a cost per year, half a post, or a currency whose name several countries use. This rule
looks at tactics that are neither done nor dropped.

Why it matters: readers take a sum for everything that a tactic costs. The page says how many costs are
missing from it.

Wrong:

    type: tactic
    title: Train the interviewers
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Trainer, cost: 31000 GBP a year}

Right:

    type: tactic
    title: Train the interviewers
    strategy: hire-salespeople-who-stay
    resources:
      - {name: Trainer, cost: 62000 GBP}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import OPEN
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, tactic: Tactic, _: Context) -> Iterator[Finding]:
    """Give each cost of an open tactic that isn't an amount."""
    for index, resource in enumerate(tactic.resources):
        if isinstance(resource.cost, str) and plan.was_read(tactic, "resources"):
            message = f'"{resource.cost}" isn\'t a number with a currency: it is shown, but not added up'
            at = Route.to("resources", index, "cost")
            yield RULE.finding(message, tactic.path, at, _hint(resource.cost))


def _hint(cost: str) -> str:
    """What to write, where a sum is meant."""
    has_number = any(sign.isdigit() for sign in cost)
    return f"{'if' if has_number else 'once'} it is one sum, write a number and a currency, such as 4800 USD"


RULE = FileRule(
    "cost-in-words", Group.CONTENT, Severity.NOTICE, __doc__, check=check, of=Tactic, statuses=OPEN
)
