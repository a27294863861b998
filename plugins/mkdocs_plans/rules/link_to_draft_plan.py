"""A published plan builds on a draft, which isn't published.

This rule looks at proposed, active and paused plans. The strategy that a tactic serves, the parent of a
strategy, the plans whose goals a tactic advances, and those that must come first (`depends_on`) can't be
drafts.

Why it matters: drafts aren't published. The site shows such a tactic as serving nothing, and such a strategy
as standing alone.

Wrong, two files:

    # strategies/sell-abroad.md
    type: strategy
    title: Sell abroad
    status: draft

    # tactics/open-in-oslo.md
    type: tactic
    title: Open in Oslo
    strategy: sell-abroad
    status: active

Right, two files:

    # strategies/sell-abroad.md
    type: strategy
    title: Sell abroad
    status: proposed

    # tactics/open-in-oslo.md
    type: tactic
    title: Open in Oslo
    strategy: sell-abroad
    status: active
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import LevelPlan, Status, Strategy, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import RUNNING
from mkdocs_plans.rules.plan_rule import Context, FileRule

LinkedPlan = tuple[LevelPlan, str, Route]
"""A plan that another one names, what it is to it, and where."""


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each link from a plan that is published to a draft; a draft that several fields name is told of
    once.
    """
    seen = set()
    for other, what, at in _links(plan, one):
        is_draft = other.status is Status.DRAFT and plan.was_read(other, "status")
        if is_draft and other.id not in seen:
            seen.add(other.id)
            yield _finding(one, other, what, at)


def _finding(one: LevelPlan, other: LevelPlan, what: str, at: Route) -> Finding:
    message = (
        f'this {one.type} is {one.status}, but {what}, "{other.title}", is a draft, and isn\'t published'
    )
    hint = "set `status: proposed` (or `active`) there, or `status: draft` here"
    related = Related(f'"{other.title}" is a draft here', other.path, Route.to("status"))
    return RULE.finding(message, one.path, at, hint, (related,))


def _links(plan: Plan, one: LevelPlan) -> Iterator[LinkedPlan]:
    """Give the plans that one names, that above it first."""
    if isinstance(one, Tactic) and (above := plan.strategy_of(one)):
        yield above, "the strategy it serves", Route.to("strategy")
    if isinstance(one, Strategy) and (above := plan.strategies.get(one.parent or "")):
        yield above, "its parent", Route.to(one.parent_key)
    if isinstance(one, Tactic) and plan.was_read(one, "advances"):
        for index, reference in enumerate(one.advances):
            if found := plan.goal_of(one, reference):
                yield found.plan, "the plan whose goal it advances", Route.to("advances", index)
    for index, name in enumerate(one.depends_on if plan.was_read(one, "depends_on") else ()):
        if name in plan.plans:
            yield plan.plans[name], "the plan that must come first", Route.to("depends_on", index)


RULE = FileRule(
    "link-to-draft-plan",
    Group.LINKS,
    Severity.WARNING,
    __doc__,
    check=check,
    of=LevelPlan,
    statuses=RUNNING | {Status.PROPOSED},
)
