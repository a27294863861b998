"""A plan names a strategy that isn't there.

A tactic's `strategy`, a strategy's `parent`, and what comes before the `#` in `serves` and `advances` must be
the id of a strategy (in `advances`, of a strategy or tactic).

Why it matters: the tactic is missing from the page of the strategy that it is meant to serve, and that
strategy looks as if nobody worked on it.

Wrong:

    type: tactic
    title: Compare the scores of all panels
    strategy: hire-salespeple

Right:

    type: tactic
    title: Compare the scores of all panels
    strategy: hire-salespeople-who-stay
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan, Strategy, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import hint_for
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each reference to a strategy that isn't there."""
    if isinstance(one, Tactic) and one.strategy:
        yield from _check(plan, one.strategy, one.path, Route.to("strategy"))
    for index, reference in enumerate(one.advances if isinstance(one, Tactic) else ()):
        if reference.plan and reference.plan not in plan.tactics:
            yield from _check(plan, reference.plan, one.path, Route.to("advances", index))
    if isinstance(one, Strategy) and one.parent:
        yield from _check(plan, one.parent, one.path, Route.to(one.parent_key))


def _check(plan: Plan, named: str, path: str, at: Route) -> Iterator[Finding]:
    if named in plan.strategies or plan.has_unread(named):
        return
    message = f'no strategy has the id "{named}"'
    otherwise = "write the `id` of a strategy, or the name of its file without .md"
    hint = hint_for(named, plan.strategies, at, otherwise)
    hint = "that is a tactic" if named in plan.tactics else hint
    yield RULE.finding(message, path, at, hint)


RULE = FileRule("unknown-strategy", Group.LINKS, Severity.ERROR, __doc__, check=check, of=LevelPlan)
