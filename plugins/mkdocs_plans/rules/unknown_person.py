"""Somebody is named who isn't in the people file.

Every DRI, contributor and lead is a handle of `people.yml`, and so is each field of your own that names a
person.

Why it matters: nobody can be asked about a plan whose DRI doesn't exist, and a misspelt name makes it look as
if somebody had no work.

Wrong:

    type: strategy
    title: Sell abroad
    dri: vp-slaes

Right:

    type: strategy
    title: Sell abroad
    dri: vp-sales
"""

import re
from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Action, Goal, LevelPlan, Tactic, ids_called, people_with_name
from mkdocs_plans.model.own_people import find_own_mentions
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import names_of, to_write, what_is_called
from mkdocs_plans.rules._scope import places_of_dris
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from mkdocs_plans.spelling import did_you_mean

_NOBODY = frozenset({
    "", "tbd", "tba", "tbc", "tbn", "n/a", "none", "nobody", "vacant", "open", "unknown",
    "to be decided", "to be confirmed", "to be named", "offen", "niemand", "n.n",
})  # fmt: skip
"""What is written where there is nobody yet."""

_BETWEEN = re.compile(r"\s*[,;/+&]\s*|\s+(?:and|und|et|y)\s+")

NamedPerson = tuple[str, str, Route]


def check(plan: Plan, context: Context) -> Iterator[Finding]:
    """Give each unknown handle; where there are no people at all, only the first."""
    if not plan.knows_everyone:
        return
    for handle, path, at in _named(plan):
        if handle in plan.people:
            continue
        if not plan.people:
            hint = f"add a line for each person: `{handle}: {{role: …}}`"
            message = f'"{handle}" is named here, but there is nobody in {context.settings.people}'
            yield RULE.finding(message, path, at, hint)
            return  # a plan without a people file would else have as many findings as it names people
        message = f'nobody has the handle "{handle}"'
        hint = _hint(plan, handle, at) or f"add it to {context.settings.people}"
        yield RULE.finding(message, path, at, hint)


def _hint(plan: Plan, named: str, at: Route) -> str:
    """Whoever is called so, or has this first name or surname; else who is near. A team is none of them."""
    if named in plan.teams and "dri" in at.steps:
        return "this is a team: name a person, or let teams answer by the setting `team_dris`"
    if called := what_is_called(named, plan.people, at):
        return called
    if named.casefold().strip(" .?") in _NOBODY:
        return "leave the line out until there is somebody"
    if several := _several(plan, named, at):
        return several
    found = people_with_name(named, plan.people)
    if len(found) == 1:
        return f"if {plan.people[found[0]].name} is meant, {to_write(found, at)}"
    return to_write(found, at) or did_you_mean(named, plan.people, names_of(plan.people.values()))


def _several(plan: Plan, named: str, at: Route) -> str:
    """What to write where one text in a list names several people."""
    parts = [part.strip() for part in _BETWEEN.split(named)] if "contributors" in at.steps else []
    if len(parts) < 2 or not all(parts):
        return ""
    handles = [found[0] if len(found := ids_called(part, plan.people)) == 1 else part for part in parts]
    return f"write each on its own: `contributors: [{', '.join(handles)}]`"


def _own(plan: Plan) -> Iterator[NamedPerson]:
    """Give the people whom fields of the organisation's own name."""
    for one in find_own_mentions(plan.files, plan.own_fields):
        yield one.handle, one.file.path, Route(one.steps)


def _named(plan: Plan) -> Iterator[NamedPerson]:
    for level_plan in plan.plans.values():
        yield from _of(plan, level_plan, level_plan.path, ())
        for index, goal in enumerate(level_plan.goals):
            yield from _of(plan, goal, level_plan.path, ("goals", index))
        if isinstance(level_plan, Tactic):
            for index, action in enumerate(level_plan.actions):
                yield from _of(plan, action, level_plan.path, ("actions", index))
    for team in plan.teams.values():
        if team.lead:
            yield team.lead, team.path, Route.to("lead")
    yield from _own(plan)


def _of(
    plan: Plan, holder: LevelPlan | Goal | Action, path: str, steps: tuple[str | int, ...]
) -> Iterator[NamedPerson]:
    if plan.people.keys() >= {*holder.dri, *holder.contributors}:
        return  # nearly always, and before a place is made for each
    for name, at in places_of_dris(holder, *steps):
        if plan.answering_team(name) is None:
            yield name, path, at
    for index, handle in enumerate(holder.contributors):
        yield handle, path, Route((*steps, "contributors", index))


RULE = PlanRule("unknown-person", Group.PEOPLE, Severity.ERROR, __doc__, check=check)
