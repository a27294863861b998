"""A team has nothing to do in the plan.

A team has a part in the plan if a tactic or a strategy belongs to it or to one of its sub-teams. Plans that
were dropped don't count. A plan belongs to the team that it names, or otherwise to its DRI's team.

Why it matters: the team's page is empty. Either its work is missing from the plan, or the team doesn't
belong there.

Wrong:

    type: team
    id: field-sales
    title: Field Sales
    lead: vp-sales

Right, two files:

    # teams/field-sales.md
    type: team
    title: Field Sales
    lead: vp-sales

    # tactics/visit-every-clinic.md
    type: tactic
    title: Visit every clinic
    strategy: hire-salespeople-who-stay
    team: field-sales
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from mkdocs_plans.standing import counts


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each team without a part, unless it can't be told which team some plan or team belongs to:
    that is a finding of its own.
    """
    # One plan whose team isn't known could be any team's work, and then no team can be said to have none.
    if not all(_is_told(plan, one) for one in plan.plans.values()) or not _is_joined(plan):
        return
    taking_part = _taking_part(plan)
    for team in plan.teams.values():
        if team.id not in taking_part and not plan.unread.mentions(team.id):
            message = f'no tactic belongs to the team "{team.title}"'
            hint = f"write `team: {team.id}` in its tactics, or remove this file"
            yield RULE.finding(message, team.path, Route.to("title"), hint)


def _taking_part(plan: Plan) -> set[str]:
    """The ids of the teams with a plan, and of all that are above them."""
    found: set[str] = set()
    for one in filter(counts, plan.plans.values()):
        team = plan.team_of(one)
        while team is not None and team.id not in found:
            found.add(team.id)
            team = plan.teams.get(team.parent or "")
    return found


def _is_told(plan: Plan, one: LevelPlan) -> bool:
    """Whether nothing keeps a plan's team from being known, be it that there is none."""
    if one.team or not plan.was_read(one, "team"):
        return _is_team(plan, one.team)
    if not one.dri:
        return plan.was_read(one, "dri")
    return plan.team_of(one) is not None or all(_has_told_team(plan, name) for name in one.dri)


def _has_told_team(plan: Plan, name: str) -> bool:
    """Whether a DRI is known, and their team or that there is none."""
    person = plan.people.get(name)
    is_told = person is not None and (person.team is None or _is_team(plan, person.team))
    return is_told or plan.answering_team(name) is not None


def _is_joined(plan: Plan) -> bool:
    """Whether every team that has a larger one names it."""
    parents = (team.parent for team in plan.teams.values() if team.parent)
    were_read = (plan.was_read(team, "parent") for team in plan.teams.values())
    return all(_is_team(plan, parent) for parent in parents) and all(were_read)


def _is_team(plan: Plan, named: str | None) -> bool:
    return named is not None and (named in plan.teams or plan.has_unread(named))


RULE = PlanRule("team-without-tactic", Group.PEOPLE, Severity.NOTICE, __doc__, check=check)
