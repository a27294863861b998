"""Every goal in one table, to search, filter and sort: what it stands at, where it is to be, how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_plans import figures, standing
from mkdocs_plans.model import Health
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.model.views import Filters
from mkdocs_plans.model.views import Goals as Arguments
from mkdocs_plans.render.cards import GoalCard
from mkdocs_plans.render.data_links import table_links
from mkdocs_plans.render.goal_chart import GoalChart, goal_chart
from mkdocs_plans.render.looks import Look
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import GOALS
from mkdocs_plans.render.views.facets import (
    Facet,
    FacetKind,
    FacetValues,
    facet_attributes,
    facets,
    health,
    named,
    overdue,
    places,
    quarter,
    quarters,
    sort_key,
    strategy_of,
)
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.language import alphabetical
from mkdocs_plans.wording.phrases import Badge


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal as a row: `of` is the plan that it belongs to, `status` that plan's where it isn't active,
    `look` its theme's.
    `health` is the goal's own, None where its state says all. `attributes` are those by which the script
    searches, filters and sorts.
    """

    goal: GoalCard
    of: Link
    look: Look | None
    strategy: Link | None
    team: Link | None
    status: Badge | None
    state: Badge
    health: Badge | None
    trend: GoalChart | None
    attributes: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class GoalsView:
    """The rows of the table, and what they can be narrowed by; or of a short list, with `all` the way to the
    page that has them all; `data` leads to the whole table.
    """

    goals: tuple[GoalRow, ...]
    facets: tuple[Facet, ...]
    is_short: bool
    all_goals: Link | None
    data: tuple[Link, ...] = ()


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> GoalsView:
    """Give the goals that pass the filters: by strategy, each with those of its tactics; last those of closed
    plans and those that were dropped.
    """
    chosen = chosen_goals(page, arguments)
    if arguments.most:
        return _short(page, chosen, arguments.most)
    found = facets(_kinds(page), chosen)
    order = _order(page, chosen)
    rows = (
        replace(_known(page, one), attributes={"data-order": order(one), **facet_attributes(found, place)})
        for place, one in enumerate(chosen)
    )
    data = table_links(page, "goals", arguments)
    return GoalsView(tuple(rows), tuple(found), is_short=False, all_goals=None, data=data)


def _short(page: Presenter, chosen: Sequence[GoalOf], most: int) -> GoalsView:
    """The goals that are still to be reached, what needs a look first, of those what is furthest behind."""

    def urgency(one: GoalOf) -> tuple[int, int]:
        pace = figures.goal_pace(one.plan, one.goal, page.today)
        return _STATES.index(_shown(page, one).kind), pace if isinstance(pace, int) else 0

    open_ = [one for one in chosen if _is_pursued(page, one) and _shown(page, one).kind != "met"]
    rows = tuple(_known(page, one) for one in sorted(open_, key=urgency)[:most])
    href = page.href(GOALS)
    return GoalsView(rows, (), is_short=True, all_goals=Link(page.words.count("goal", len(chosen)), href))


def _shown(page: Presenter, one: GoalOf) -> Badge:
    """How a goal goes, else how it stands."""
    return goal_badge(page, one) or page.goal_state(one.plan, one.goal)


def chosen_goals(page: Presenter, arguments: Arguments) -> list[GoalOf]:
    """The goals that pass the filters, in the order of the table. A goal's DRI and health are its own."""
    of_plans = Filters.model_construct(**{**dict(arguments), "dri": (), "health": ()})
    strategies = {one: place for place, one in enumerate(page.plan.strategies)}
    found = [
        GoalOf(plan, goal) for plan in filter_plans(page, of_plans).plans.values() for goal in plan.goals
    ]
    passing = [
        one
        for one in found
        if standing.answers(page.plan.dri_of(one.plan, one.goal), arguments)
        and (not arguments.health or standing.goal_health(one.plan, one.goal, page.today) in arguments.health)
    ]

    def place(one: GoalOf) -> tuple[bool, int]:
        above = strategy_of(page, one.plan)
        return not _is_pursued(page, one), strategies[above.id] if above else len(strategies)

    return sorted(passing, key=place)


def _is_pursued(page: Presenter, one: GoalOf) -> bool:
    return one.plan.status.is_open and not figures.is_dropped(one.goal, page.today)


def goal_badge(page: Presenter, one: GoalOf) -> Badge | None:
    """A goal's health as a badge, which says why it isn't known; None where the goal's state says all."""
    found = standing.goal_health(one.plan, one.goal, page.today)
    if found is None or isinstance(found, Health):
        return page.health_kind(found) if found else None
    if found is figures.Unknown.IN_WORDS:
        return None  # it is met or isn't: its state says so
    return Badge(page.words.health(None), "unknown", why=page.words.unknown(found))


def _known(page: Presenter, one: GoalOf) -> GoalRow:
    return page.once(_row, one, one.plan, id(one.goal))  # of two goals with one id


def _row(page: Presenter, one: GoalOf) -> GoalRow:
    strategy, plan = strategy_of(page, one.plan), one.plan
    return GoalRow(
        goal=page.goal(one, is_alone=True),
        of=page.link(plan),
        look=page.look(page.plan.theme_of_plan(plan)),
        strategy=page.link(strategy) if strategy else None,
        team=page.team(plan),
        status=None if plan.status == "active" and not plan.own_status else page.status(plan),
        state=page.goal_state(one.plan, one.goal),
        health=goal_badge(page, one),
        trend=goal_chart(page, one, is_small=True) if figures.current(plan, one.goal, page.today) else None,
        attributes={},
    )


def _kinds(page: Presenter) -> Iterator[FacetKind[GoalOf]]:
    """What goals are told apart by."""
    say = page.language.gettext
    states = {
        "open": say("In progress"),
        "unknown": page.words.health(None),
        "met": say("Reached"),
        "missed": say("Not reached"),
        "dropped": say("Dropped"),
    }
    types = {name: getattr(page.words, name).one for name in ("strategy", "tactic")}

    def of_health(one: GoalOf) -> FacetValues:
        badge = goal_badge(page, one)
        return (badge.kind,) if badge else ()

    def of_due(one: GoalOf) -> FacetValues:
        due = one.plan.due_of(one.goal)
        return quarters(None, due, page.today, page.site.settings.fiscal_year_start)

    names: Iterator[FacetKind[GoalOf]] = named(
        page, lambda one: one.plan, lambda one: page.plan.dri_of(one.plan, one.goal)
    )
    yield from names
    yield FacetKind("of", say("Part of"), lambda one: (one.plan.type,), types.__getitem__, list(types).index)
    yield FacetKind(
        "status", say("Status"), lambda one: (page.goal_state(one.plan, one.goal).kind,),
        states.__getitem__, list(states).index,
    )  # fmt: skip
    yield health(page, of_health)
    yield quarter(page, of_due)
    yield overdue(page, lambda one: _is_overdue(page, one))


def _is_overdue(page: Presenter, one: GoalOf) -> bool:
    return standing.is_overdue(standing.awaited_goal(one.plan, one.goal, page.today), page.today)


_STATES = ("off-track", "at-risk", "missed", "unknown", "open", "on-track", "met", "dropped")
"""How it goes, what needs a look first."""


def _order(page: Presenter, goals: Sequence[GoalOf]) -> Callable[[GoalOf], str]:
    """What gives, for each column of the table, a goal's place among the others as a whole number, or `-`
    where it has none: as in the plan, by strategy, by the DRI's name, by progress, by pace, by how it goes,
    by due day.
    """
    strategies = {one: place for place, one in enumerate(page.plan.strategies)}
    in_plan = {id(one.goal): place for place, one in enumerate(goals)}

    def name_of(one: GoalOf) -> str | None:
        return page.names(page.plan.dri_of(one.plan, one.goal))

    names = places(map(name_of, goals), alphabetical)

    def order(one: GoalOf) -> str:
        above = strategy_of(page, one.plan)
        share = page.share(figures.goal_progress(one.plan, one.goal, page.today))
        pace = figures.goal_pace(one.plan, one.goal, page.today)
        due = one.plan.due_of(one.goal)
        return sort_key(
            (
                in_plan[id(one.goal)],
                strategies.get(above.id) if above else None,
                names.get(name_of(one)),
                share.percent if share else None,
                pace if isinstance(pace, int) else None,
                _STATES.index(_shown(page, one).kind),
                due.last.toordinal() if due else None,
            )
        )

    return order
