"""Somebody who has left is still a DRI.

In the people file, `until` is someone's last day. From the next day on, they can't be the DRI of an open plan
(a draft, proposed, active or paused one), or of an open goal or action in it. A goal is open until it is
`met`, and an action until it is `done` or `dropped`.

Why it matters: readers turn to a person who isn't there any more, and nobody has taken over.

Wrong:

    type: tactic
    title: Sort the applications by hand
    strategy: hire-salespeople-who-stay
    dri: former-lead

Right:

    type: tactic
    title: Sort the applications by hand
    strategy: hire-salespeople-who-stay
    dri: recruiting-lead
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import OPEN, open_actions, open_goals, places_of_dris, select_plans
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from mkdocs_plans.standing import has_left


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Give each place at which somebody who has left is written as DRI."""
    left = {one.handle: one for one in plan.people.values() if has_left(one, context.today)}
    for one in select_plans(plan, plan.plans, OPEN) if left else ():
        for handle, what, at in _answering(plan, one):
            if person := left.get(handle):
                name, until = person.shown_name, person.until
                message = f"{name} was here until {until}, and is still the DRI of this {what}"
                hint = "name the person who takes over"
                related = Related("their last day is here", person.path, Route.to(person.handle, "until"))
                yield RULE.finding(message, one.path, at, hint, (related,))


def _answering(plan: Plan, one: LevelPlan) -> Iterator[tuple[str, str, Route]]:
    """Give the DRIs that are written in a plan, for what, and where."""
    yield from ((handle, one.type, at) for handle, at in places_of_dris(one))
    for index, goal in open_goals(plan, one):
        yield from ((handle, "goal", at) for handle, at in places_of_dris(goal, "goals", index))
    for index, action in open_actions(plan, one):
        yield from ((handle, "action", at) for handle, at in places_of_dris(action, "actions", index))


RULE = PlanRule("dri-has-left", Group.PEOPLE, Severity.NOTICE, __doc__, check=check)
