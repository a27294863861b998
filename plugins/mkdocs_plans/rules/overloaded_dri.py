"""Somebody is the DRI of more than one person can handle.

This rule counts active and paused strategies and tactics, and goals that aren't met in other people's plans.
The goals of one's own plan are part of that plan. The limit is the setting `dri_limit`. If the site doesn't
set it, it is 7, which is our convention.

Why it matters: whoever answers for everything answers for nothing, and all of it stands still when one
person is away.

Wrong:

    type: strategy
    title: Be present in eight cities
    dri: vp-sales
    goals:
      - {title: Ten clinics in Bergen, dri: recruiting-lead}
      - {title: Ten clinics in Oslo, dri: recruiting-lead}
      - {title: Ten clinics in Turku, dri: recruiting-lead}
      - {title: Ten clinics in Espoo, dri: recruiting-lead}
      - {title: Ten clinics in Malmö, dri: recruiting-lead}
      - {title: Ten clinics in Lund, dri: recruiting-lead}
      - {title: Ten clinics in Aarhus, dri: recruiting-lead}
      - {title: Ten clinics in Odense, dri: recruiting-lead}

Right:

    type: strategy
    title: Be present in eight cities
    dri: vp-sales
    goals:
      - {title: Twenty clinics in Norway, dri: recruiting-lead}
      - {title: Twenty clinics in Finland, dri: people-partner}
      - {title: Twenty clinics in Sweden, dri: recruiting-lead}
      - {title: Twenty clinics in Denmark, dri: people-partner}
"""

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import RUNNING, open_goals, places_of_dris, select_plans
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Give each person over the limit, with all that they are the DRI of."""
    held: dict[str, list[Related]] = defaultdict(list)
    for one in select_plans(plan, plan.plans, RUNNING):
        for handle, place in _answering(plan, one):
            held[handle].append(place)
    limit = context.settings.dri_limit
    for handle, places in held.items():
        person, number = plan.people.get(handle), len(places)
        if person is not None and number > limit:
            message = f"{person.shown_name} is the DRI of {number} open plans and goals, more than {limit}"
            hint = "hand some of them to somebody else, or raise the setting `dri_limit`"
            at = Route.to_key(handle)
            yield RULE.finding(message, person.path, at, hint, tuple(places))


def _answering(plan: Plan, one: LevelPlan) -> Iterator[tuple[str, Related]]:
    """Give the DRI of a plan, and those of its goals who aren't its own, each with the place."""
    for handle, at in places_of_dris(one):
        yield handle, Related(f'{one.type} "{one.title}"', one.path, at)
    for index, goal in open_goals(plan, one):
        for handle, at in places_of_dris(goal, "goals", index):
            if handle not in one.dri:  # whoever answers for a plan answers for its goals as well
                yield handle, Related(f'goal "{goal.title}"', one.path, at)


RULE = PlanRule("overloaded-dri", Group.PEOPLE, Severity.NOTICE, __doc__, check=check)
