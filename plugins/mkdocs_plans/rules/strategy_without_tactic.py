"""No tactic serves a strategy.

This rule looks at active strategies. A draft or a proposal gets its tactics later, and a paused one waits. It
is enough that a tactic serves the strategy or advances one of its goals, or that another strategy cascades
from it or serves one of its goals. Plans that were dropped don't count.

In an OKR cascade (the setting `cascade: okr`), goals are work: a strategy that has one isn't reported.

Why it matters: a strategy that nobody works on is a wish. It is one of the three things that a planning
office most wants to hear about.

Wrong:

    type: strategy
    id: sell-abroad
    title: Sell abroad

Right:

    type: strategy
    id: sell-abroad
    title: Sell abroad
    status: proposed
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Status
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import select_plans
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from mkdocs_plans.spelling import find_near
from mkdocs_plans.standing import cascades, is_served


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each active strategy without a tactic, unless it is a tactic's mistake that it has none."""
    meant = _meant(plan)
    for strategy in select_plans(plan, plan.strategies, {Status.ACTIVE}):
        may_be_served = strategy.id in meant or plan.unread.mentions(strategy.id)
        if not may_be_served and not is_served(plan, strategy) and not cascades(plan, strategy):
            message = f'no tactic serves "{strategy.title}"'
            if plan.tactics_of(strategy):
                message += ": those that did are dropped"
            goals = "give it goals, " * plan.is_okr
            hint = (
                f"{goals}write a tactic with `strategy: {strategy.id}`, or set `status: proposed` until then"
            )
            yield RULE.finding(message, strategy.path, Route.to("title"), hint)


def _meant(plan: Plan) -> frozenset[str]:
    """The strategies that are meant by a `strategy` or a `parent` that leads nowhere: that is a finding
    of its own. Where it can't be told which is meant, it may be any of them.
    """
    lower = [s for s in plan.strategies.values() if s.parent or not plan.was_read(s, "parent")]
    named = [*(tactic.strategy for tactic in plan.tactics.values()), *(s.parent for s in lower)]
    meant = set()
    for name in named:
        if name and (name in plan.strategies or plan.has_unread(name)):
            continue
        guess = find_near(name, plan.strategies) if name else None
        if guess is None:  # one misspelt link must not accuse every strategy that it might have meant
            return frozenset(plan.strategies)
        meant.add(guess)
    return frozenset(meant)


RULE = PlanRule("strategy-without-tactic", Group.LINKS, Severity.WARNING, __doc__, check=check)
