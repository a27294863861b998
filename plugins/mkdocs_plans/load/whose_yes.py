"""The people whose yes the setting `agreement` asks for: each must be there to give it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plans.findings import Finding
from mkdocs_plans.model import people_with_name
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import CONCERNED, Site
from mkdocs_plans.spelling import did_you_mean


def find_unknown_yes(site: Site, plan: Plan) -> Iterator[Finding]:
    """Give the handles in `agreement` that nobody has: a change would wait for them for ever."""
    for verdict, names in site.settings.agreement.items() if plan.knows_everyone else ():
        for index, name in enumerate(names):
            if name not in plan.people and name != CONCERNED:
                message = f'nobody has the handle "{name}", whose yes `agreement.{verdict}` asks for'
                yield site.setting_finding("agreement", verdict, message, _hint(plan, name), item=index)


def _hint(plan: Plan, name: str) -> str:
    if name in plan.teams:
        return "this is a team: name people by their handles, such as its lead"
    called = people_with_name(name, plan.people)
    if len(called) == 1:
        return f"write {called[0]}"
    near = did_you_mean(name, (*plan.people, CONCERNED))
    return near or "write `concerned`, or handles of the people file"
