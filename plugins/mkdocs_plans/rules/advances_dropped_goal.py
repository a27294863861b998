"""A tactic advances a goal that was dropped.

This rule asks open tactics: drafts, proposed, active and paused ones. A goal is dropped if it has `dropped`.

Why it matters: work goes on for a result that the organisation has given up.

Wrong, two files:

    # strategies/sell-abroad.md
    type: strategy
    title: Sell abroad
    dri: vp-sales
    goals:
      - title: Three clinics in Oslo
        due: 2026-12-31
        dropped: 2026-10-01
        note: We stay at home.

    # tactics/visit-oslo.md
    type: tactic
    title: Visit Oslo
    strategy: sell-abroad
    advances: [three-clinics-in-oslo]

Right, two files:

    # strategies/sell-abroad.md
    type: strategy
    title: Sell abroad
    dri: vp-sales
    goals:
      - title: Three clinics in Oslo
        due: 2026-12-31
        dropped: 2026-10-01
        note: We stay at home.

    # tactics/visit-oslo.md
    type: tactic
    title: Visit Oslo
    strategy: sell-abroad
    advances: [three-clinics-in-oslo]
    status: dropped
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import Tactic
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import OPEN, goals_of
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, tactic: Tactic, _: Context) -> Iterator[Finding]:
    """Give each entry of `advances` of an open tactic that names a dropped goal."""
    for index, reference in enumerate(tactic.advances):
        found = plan.goal_of(tactic, reference)
        if found and found.goal.dropped is not None:
            message = f'this tactic is open, but the goal "{found.goal.title}" was dropped'
            hint = "take the goal out of `advances`, or set `status: dropped` here"
            at = Route.to("advances", index)
            yield RULE.finding(message, tactic.path, at, hint, (_dropped_here(plan, found),))


def _dropped_here(plan: Plan, found: GoalOf) -> Related:
    places = (index for index, goal in goals_of(plan, found.plan) if goal is found.goal)
    index = next(places, None)
    at = Route.to("goals") if index is None else Route.to("goals", index, "dropped")
    return Related("it was dropped here", found.plan.path, at)


RULE = FileRule(
    "advances-dropped-goal", Group.LINKS, Severity.WARNING, __doc__, check=check, of=Tactic, statuses=OPEN
)
