"""Everything that one person answers for, by date."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans import standing
from mkdocs_plans.model import Goal, Person, Strategy, Tactic
from mkdocs_plans.model.own_people import OwnMention
from mkdocs_plans.model.views import OnePerson as Arguments
from mkdocs_plans.render.answers import DatedPart, DatedPlan, dated_action, dated_goal, dated_plan
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.changes import page_changes
from mkdocs_plans.render.changes.page_changes import PageCard
from mkdocs_plans.render.data_links import calendar_links
from mkdocs_plans.render.pieces import Link, make_link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view
from mkdocs_plans.settings.data_files import calendar_of_person


@dataclass(frozen=True, slots=True)
class NamedAs:
    """What a field of the organisation's own names the person in, by its label."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person, None where the plan has nobody of that handle, with what is open and what is closed;
    `data` leads to their calendar.
    """

    handle: str
    person: Person | None = None
    change: PageCard | None = None
    team: Link | None = None
    leads: tuple[Link, ...] = ()
    named: tuple[NamedAs, ...] = ()
    strategies: tuple[DatedPlan, ...] = ()
    tactics: tuple[DatedPlan, ...] = ()
    goals: tuple[DatedPart, ...] = ()
    actions: tuple[DatedPart, ...] = ()
    contributes_to: tuple[Item, ...] = ()
    closed: tuple[Item, ...] = ()
    data: tuple[Link, ...] = ()


@view(Arguments, found="own")
def show(page: Presenter, arguments: Arguments) -> PersonView:
    """Give what is open, the nearest day first and what has no day last, then what is closed."""
    person = page.plan.people.get(arguments.handle)
    if person is None:
        return PersonView(handle=arguments.handle)
    found = standing.open_answers(page.plan, person, page.today)
    team = page.plan.teams.get(person.team or "")
    return PersonView(
        handle=person.handle,
        person=person,
        change=page_changes.of_person(page, person.handle),
        team=page.link(team) if team else None,
        leads=tuple(page.link(one) for one in page.plan.teams.values() if one.lead == person.handle),
        named=tuple(
            NamedAs(label, tuple(_mention(page, one) for one in mentions))
            for label, mentions in page.mentions(person.handle).items()
        ),
        strategies=tuple(dated_plan(page, plan) for plan in found.plans if isinstance(plan, Strategy)),
        tactics=tuple(dated_plan(page, plan) for plan in found.plans if isinstance(plan, Tactic)),
        goals=tuple(dated_goal(page, one) for one in found.goals),
        actions=tuple(dated_action(page, one) for one in found.actions),
        contributes_to=tuple(map(page.item, found.contributes_to)),
        closed=tuple(
            page.item(plan) for plan in page.plan.answers_for(person).plans if not plan.status.is_open
        ),
        data=calendar_links(page, calendar_of_person(person.handle)),
    )


def _mention(page: Presenter, one: OwnMention) -> Link:
    """The file that names the person, or the goal or action of it."""
    if one.part is None:
        return page.link(one.file)
    kind, text = ("goal", one.part.title) if isinstance(one.part, Goal) else ("action", one.part.do)
    return make_link(text, page.link(one.file, f"#{kind}-{one.part.id}").href, one.part.number)
