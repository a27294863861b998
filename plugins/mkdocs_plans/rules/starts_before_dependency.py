"""A plan starts before another plan that must come first has ended.

`depends_on` names what must come first. This rule looks at open plans (drafts, proposed, active and paused
ones) that wait for open ones: a plan that is done or dropped holds nothing up. A plan can start on the day
the other one ends.

Why it matters: the plan will have to wait, or begin without what it builds on.

Wrong:

    type: tactic
    title: Compare the scores of all panels
    strategy: hire-salespeople-who-stay
    depends_on: [train-the-recruiters]
    start: 2026-12-01

Right:

    type: tactic
    title: Compare the scores of all panels
    strategy: hire-salespeople-who-stay
    depends_on: [train-the-recruiters]
    start: 2026-12-21
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import Date, LevelPlan, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import OPEN, select_plans
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from mkdocs_plans.standing import circles, dependencies, ends_before_start, outlived, reliable_end


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each plan that starts too early once, whatever it waits for; not those that wait for
    themselves, which circular-link has found.
    """
    early = [(one, late) for one in select_plans(plan, plan.plans, OPEN) if (late := _late(plan, one))]
    waiting = _waiting_for_themselves(plan) if early else set()
    for one, late in early:
        if one.id not in waiting:
            yield _finding(one, late)


def _late(plan: Plan, one: LevelPlan) -> list[tuple[Date, LevelPlan]]:
    """The plans that end after the start of one that waits for them, with their ends; the last first."""
    if one.start is None or ends_before_start(one):
        return []
    first = [other for other in plan.dependencies_of(one) if other.status.is_open]
    ends = ((end, other) for other in first if (end := _promised_end(plan, other)))
    late = [(end, other) for end, other in ends if end.last > one.start.first]
    return sorted(late, key=lambda pair: pair[0].last, reverse=True)


def _promised_end(plan: Plan, other: LevelPlan) -> Date | None:
    """The end of a plan, unless that is found to be wrong itself."""
    outlives = isinstance(other, Tactic) and outlived(plan, other) is not None
    return None if outlives else reliable_end(other)


def _finding(one: LevelPlan, late: list[tuple[Date, LevelPlan]]) -> Finding:
    end, other = late[0]
    message = f'this {one.type} starts {one.start}, but "{other.title}", which must come first, ends {end}'
    hint = f"start it after {end.last}, or remove from `depends_on` what needn't come first"
    related = tuple(Related(f'"{p.title}" ends here', p.path, Route.to("end")) for _, p in late)
    return RULE.finding(message, one.path, Route.to("start"), hint, related)


def _waiting_for_themselves(plan: Plan) -> set[str]:
    """The ids of the plans that wait for themselves."""
    return {name for circle in circles(dependencies(plan)) for name in circle}


RULE = PlanRule("starts-before-dependency", Group.DATES, Severity.WARNING, __doc__, check=check)
