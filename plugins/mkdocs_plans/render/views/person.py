"""Everything that one person answers for, by date."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans import standing
from mkdocs_plans.model import LevelPlan, Person, Strategy, Tactic
from mkdocs_plans.model.views import OnePerson as Arguments
from mkdocs_plans.plan import ActionOf, GoalOf
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.changes import page_changes
from mkdocs_plans.render.changes.page_changes import PageCard
from mkdocs_plans.render.data_links import calendar_links
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view
from mkdocs_plans.settings.data_files import calendar_of_person
from mkdocs_plans.wording.phrases import Badge, When


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPlan(Item):
    """A plan with its end."""

    end: When


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPart:
    """A goal or an action with its day and its plan; `when` is an action's, in words."""

    link: Link
    plan: Link
    state: Badge | None = None
    due: When
    when: str | None = None


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
        strategies=tuple(_plan(page, plan) for plan in found.plans if isinstance(plan, Strategy)),
        tactics=tuple(_plan(page, plan) for plan in found.plans if isinstance(plan, Tactic)),
        goals=tuple(_goal(page, one) for one in found.goals),
        actions=tuple(_action(page, one) for one in found.actions),
        contributes_to=tuple(map(page.item, found.contributes_to)),
        closed=tuple(
            page.item(plan) for plan in page.plan.answers_for(person).plans if not plan.status.is_open
        ),
        data=calendar_links(page, calendar_of_person(person.handle)),
    )


def _plan(page: Presenter, plan: LevelPlan) -> DatedPlan:
    link, status, health = page.link(plan), page.status(plan), page.health(plan)
    return DatedPlan(link=link, status=status, health=health, end=page.end(plan))


def _goal(page: Presenter, found: GoalOf) -> DatedPart:
    plan, goal = found.plan, found.goal
    return DatedPart(
        link=page.goal_link(found),
        plan=page.link(plan),
        state=page.goal_state(plan, goal),
        due=page.goal_due(plan, goal),
    )


def _action(page: Presenter, found: ActionOf) -> DatedPart:
    tactic, action = found.plan, found.action
    return DatedPart(
        link=page.action_link(tactic, action),
        plan=page.link(tactic),
        due=page.action_due(tactic, action),
        when=action.when,
    )
