"""A DRI is the name of a person and of a team.

This rule asks sites where a team may answer (the setting `team_dris`). There, `dri` takes a handle of the
people file or the id of a team. If both are called the same, the person is meant.

Why it matters: readers are led to the person's page, although the author may have meant the team.

Wrong, three files:

    # mkdocs.yml
    plugins:
      - plans:
          team_dris: true

    # teams/vp-sales.md
    type: team
    title: The vice president's office
    lead: people-partner

    # strategies/sell-abroad.md
    type: strategy
    title: Sell abroad
    dri: vp-sales

Right, three files:

    # mkdocs.yml
    plugins:
      - plans:
          team_dris: true

    # teams/sales-office.md
    type: team
    title: The vice president's office
    lead: people-partner

    # strategies/sell-abroad.md
    type: strategy
    title: Sell abroad
    dri: sales-office
"""

from collections import defaultdict
from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import actions_of, goals_of, places_of_dris
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each person who is called as a team is and is named as a DRI, with all the places."""
    both = plan.teams.keys() & plan.people.keys() if plan.team_dris else ()
    named = _named(plan) if both else {}
    for handle in sorted(both):
        if places := named.get(handle):
            message = f'"{handle}" is a person and a team, so the person is the DRI where it is named'
            hint = "give the team another id: `plans rename` does it in all files"
            team = Related("the team is here", plan.teams[handle].path, Route.to("id"))
            yield RULE.finding(message, plan.people[handle].path, Route.to_key(handle), hint, (team, *places))


def _named(plan: Plan) -> dict[str, list[Related]]:
    """All who are named as a DRI, with the places."""
    named: dict[str, list[Related]] = defaultdict(list)
    for one in plan.plans.values():
        places = [*places_of_dris(one)]
        for index, goal in goals_of(plan, one):
            places += places_of_dris(goal, "goals", index)
        for index, action in actions_of(plan, one):
            places += places_of_dris(action, "actions", index)
        for name, at in places:
            named[name].append(Related("named here", one.path, at))
    return named


RULE = PlanRule("ambiguous-dri", Group.PEOPLE, Severity.WARNING, __doc__, check=check)
