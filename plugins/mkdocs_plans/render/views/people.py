"""The people by team, with how much they answer for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plans import standing
from mkdocs_plans.model import Person, Strategy, Team
from mkdocs_plans.model.views import People as Arguments
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
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
    groups = [
        _group(page, team, people)
        for team, people in standing.people_by_team(page.plan, arguments.team)
        if people
    ]
    return PeopleView(tuple(groups), any(group.link for group in groups))


def _group(page: Presenter, team: Team | None, people: Sequence[Person]) -> PeopleGroup:
    anchor = f"people-of-{team.id}" if team else "people-of-no-team"
    link = page.link(team) if team else None
    shown = standing.shown_people(page.plan, people)
    return PeopleGroup(link, anchor, tuple(_row(page, one) for one in shown), len(people) - len(shown))


def _row(page: Presenter, person: Person) -> PersonRow:
    found = standing.open_answers(page.plan, person, page.today)
    numbers = (
        ("strategy", sum(isinstance(plan, Strategy) for plan in found.plans)),
        ("tactic", sum(not isinstance(plan, Strategy) for plan in found.plans)),
        ("goal", len(found.goals)),
        ("action", len(found.actions)),
    )
    overdue = standing.count_overdue(found.actions, page.today)
    return PersonRow(
        handle=person.handle,
        link=page.person(person.handle),
        role=person.role if person.name else None,
        counts=tuple(page.words.count(noun, number) for noun, number in numbers if number),
        overdue=page.words.count("action", overdue) if overdue else "",
    )
