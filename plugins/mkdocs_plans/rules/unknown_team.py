"""A team is named that isn't there.

The `team` of a plan or a person, and the `parent` of a team, must be the id of a file of the type `team`.

Why it matters: the plan is missing from its team's page.

Wrong:

    type: tactic
    title: Compare the scores of all panels
    strategy: hire-salespeople-who-stay
    team: recrutiing

Right:

    type: tactic
    title: Compare the scores of all panels
    strategy: hire-salespeople-who-stay
    team: recruiting
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import hint_for
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each reference to a team that isn't there."""
    for path, at, named in _named(plan):
        if named not in plan.teams and not plan.has_unread(named):
            message = f'no team has the id "{named}"'
            otherwise = "write a file with `type: team`, or leave the team out"
            hint = hint_for(named, plan.teams, at, otherwise)
            yield RULE.finding(message, path, at, hint)


def _named(plan: Plan) -> Iterator[tuple[str, Route, str]]:
    for level_plan in plan.plans.values():
        if level_plan.team:
            yield level_plan.path, Route.to("team"), level_plan.team
    for team in plan.teams.values():
        if team.parent:
            yield team.path, Route.to("parent"), team.parent
    for person in plan.people.values():
        if person.team:
            yield person.path, Route.to(person.handle, "team"), person.team


RULE = PlanRule("unknown-team", Group.PEOPLE, Severity.ERROR, __doc__, check=check)
