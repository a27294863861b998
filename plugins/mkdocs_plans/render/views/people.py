"""The people by team, with how much they answer for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_plans import figures, standing
from mkdocs_plans.model import LevelPlan, Person, Strategy, ViewArguments
from mkdocs_plans.model.views import People as Arguments
from mkdocs_plans.plan import ActionOf
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the teams with their people, last those who are in none."""
    assert isinstance(arguments, Arguments)
    teams = [team for team in page.plan.teams.values() if not arguments.team or team.id in arguments.team]
    groups: list[tuple[Link | None, str, tuple[Person, ...]]] = [
        (page.link(team), f"people-of-{team.id}", page.plan.people_of(team)) for team in teams
    ]
    if not arguments.team:
        rest = tuple(one for one in page.plan.people.values() if one.team not in page.plan.teams)
        groups.append((None, "people-of-no-team", rest))
    shown = [
        {"link": link, "id": anchor, "people": [_row(page, person) for person in people]}
        for link, anchor, people in groups
        if people
    ]
    return {"groups": shown, "has_teams": any(group["link"] for group in shown)}


def _row(page: Presenter, person: Person) -> dict[str, Any]:
    found = page.plan.answers_for(person)
    plans = open_plans(found.plans)
    actions = open_actions(page, found.actions)
    goals = [one for one in found.goals if one.plan.status.is_open]
    numbers = (
        ("strategy", sum(isinstance(plan, Strategy) for plan in plans)),
        ("tactic", sum(not isinstance(plan, Strategy) for plan in plans)),
        ("goal", len(goals)),
        ("action", len(actions)),
    )
    awaited = (standing.awaited_action(one.plan, one.action, page.today) for one in actions)
    overdue = sum(standing.is_overdue(day, page.today) for day in awaited)
    return {
        "handle": person.handle,
        "link": page.person(person.handle),
        "role": person.role if person.name else None,
        "counts": [page.words.count(noun, number) for noun, number in numbers if number],
        "overdue": page.words.count("action", overdue) if overdue else "",
    }


def open_plans(plans: Iterable[LevelPlan]) -> list[LevelPlan]:
    """Those that aren't done or dropped."""
    return [plan for plan in plans if plan.status.is_open]


def open_actions(page: Presenter, actions: Iterable[ActionOf]) -> list[ActionOf]:
    """The actions of open tactics that are neither done nor dropped."""
    return [
        one for one in actions if one.plan.status.is_open and not figures.is_settled(one.action, page.today)
    ]
