"""The people by team, with how much they answer for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_plans import figures, standing
from mkdocs_plans.model import LevelPlan, Person, Strategy
from mkdocs_plans.model.views import People as Arguments
from mkdocs_plans.plan import ActionOf
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import shown_people
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person: how many open things they answer for, and how many of these are overdue, in words."""

    handle: str
    link: Link | None
    role: str | None
    counts: tuple[str, ...]
    overdue: str


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """The people of a team; `link` None for those who are in none. `more` is how many aren't shown."""

    link: Link | None
    id: str
    people: tuple[PersonRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PeopleView:
    """What the template is given."""

    groups: tuple[PeopleGroup, ...]
    has_teams: bool


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> PeopleView:
    """Give the teams with their people, last those who are in none."""
    teams = [team for team in page.plan.teams.values() if not arguments.team or team.id in arguments.team]
    groups = [
        _group(page, page.link(team), f"people-of-{team.id}", page.plan.people_of(team)) for team in teams
    ]
    if not arguments.team:
        rest = [one for one in page.plan.people.values() if one.team not in page.plan.teams]
        groups.append(_group(page, None, "people-of-no-team", rest))
    shown = tuple(group for group in groups if group.people or group.more)
    return PeopleView(shown, any(group.link for group in shown))


def _group(page: Presenter, link: Link | None, anchor: str, people: Sequence[Person]) -> PeopleGroup:
    shown = shown_people(page.plan, people)
    return PeopleGroup(link, anchor, tuple(_row(page, one) for one in shown), len(people) - len(shown))


def _row(page: Presenter, person: Person) -> PersonRow:
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
    return PersonRow(
        handle=person.handle,
        link=page.person(person.handle),
        role=person.role if person.name else None,
        counts=tuple(page.words.count(noun, number) for noun, number in numbers if number),
        overdue=page.words.count("action", overdue) if overdue else "",
    )


def open_plans(plans: Iterable[LevelPlan]) -> list[LevelPlan]:
    """Those that aren't done or dropped."""
    return [plan for plan in plans if plan.status.is_open]


def open_actions(page: Presenter, actions: Iterable[ActionOf]) -> list[ActionOf]:
    """The actions of open tactics that are neither done nor dropped."""
    return [
        one for one in actions if one.plan.status.is_open and not figures.is_settled(one.action, page.today)
    ]
