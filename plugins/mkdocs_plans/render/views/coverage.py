"""Goals × teams: who works on what, what nobody works on, and who works on nothing strategic.

A team covers a goal where an open tactic of its own advances it, or an open strategy of its own serves it;
in an OKR cascade also where it checks in on it. Filters choose rows and columns; whether
nobody works on a goal, or a team on none, is told by the whole plan.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mkdocs_plans import figures, standing
from mkdocs_plans.model import Goal, LevelPlan, Strategy, Tactic, Team, plain_text
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.model.views import Coverage as Arguments
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.facts import fact
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.folding import Folded, fold
from mkdocs_plans.render.views.parts import Part, parts_of
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.phrases import Badge

ONE_TABLE = 40
"""Up to how many goals stand in one table; more are folded by strategy, below one of strategies ×
teams. Our convention.
"""

MANY_TEAMS = 10
"""From how many columns their heads are written upwards. Our convention."""

P = TypeVar("P", bound=LevelPlan)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: a team, whether it works on no goal, and whether one within it does."""

    link: Link
    is_empty: bool
    is_above: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, with heads that are written upwards where they are many."""

    heads: tuple[Head, ...]
    is_upright: bool


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What a team does for a row."""

    id: str
    team: str
    plans: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A goal, or a strategy with all of its goals: who works on it, as a badge where that is no open
    tactic.
    """

    link: Link
    work: Badge | None
    is_idle: bool
    is_kept: bool = False
    is_reached: bool = False
    is_dropped: bool = False
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageGroup:
    """A strategy's goals as rows; on `idle` of them nobody works."""

    link: Link
    rows: tuple[CoverageRow, ...]
    columns: Columns
    number: str
    idle: int


@dataclass(frozen=True, slots=True)
class IdleGoal:
    """A goal that nobody works on."""

    link: Link
    strategy: Link
    work: Badge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Rows and columns, and what is empty; `has_serving` where strategies serve others' goals. Where there is
    more than one table, `strategies` are the rows of the first one; of a large plan the tables are in its
    `parts`.
    """

    has_goals: bool
    has_serving: bool
    columns: Columns
    is_one_table: bool
    groups: tuple[CoverageGroup, ...]
    strategies: tuple[CoverageRow, ...]
    idle_goals: Folded[IdleGoal]
    idle_teams: tuple[Link, ...]
    idle_tactics: Folded[Item]
    has_teams: bool
    has_tactics: bool
    parts: tuple[Part, ...]


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> CoverageView:
    """Give the goals of open strategies in rows, the teams in columns; and in words what is empty."""
    rows = arguments.model_copy(update={"team": ()})
    strategies = _open(filter_plans(page, rows).strategies.values())
    tactics = _open(filter_plans(page, arguments).tactics.values())
    busy = set(page.fact(busy_teams))
    teams = _columns_for(page, arguments, strategies, busy)
    goals = sum(len(strategy.goals) for strategy in strategies)
    parts = parts_of(page, arguments)
    rows_of = [] if parts else [strategy for strategy in strategies if strategy.goals]
    groups = (
        _group(page, s, teams if goals <= ONE_TABLE else _teams_of(page, [s], teams), busy) for s in rows_of
    )
    idle_teams = (team for team in _idle_teams(page.plan, busy) if _is_asked(team, arguments))
    return CoverageView(
        has_goals=bool(goals),
        has_serving=page.fact(has_serving),
        columns=_columns(page, teams, busy),
        is_one_table=goals <= ONE_TABLE,
        groups=tuple(groups),
        strategies=tuple(_strategy_row(page, s, teams) for s in rows_of),
        idle_goals=fold(_idle_goals(page, strategies)),
        idle_teams=tuple(map(page.link, idle_teams)),
        idle_tactics=fold([page.item(tactic) for tactic in _idle_tactics(page.plan, tactics)]),
        has_teams=bool(page.plan.teams) and (bool(arguments.team) or not rows.is_set),
        has_tactics=bool(tactics),
        parts=parts.parts if parts else (),
    )


def _open(plans: Iterable[P]) -> list[P]:
    return [plan for plan in plans if plan.status.is_open]


def _is_asked(team: Team, arguments: Arguments) -> bool:
    return not arguments.team or team.id in arguments.team


def _columns_for(
    page: Presenter, arguments: Arguments, strategies: Sequence[Strategy], busy: set[str | None]
) -> list[Team | None]:
    """The teams that are asked for; if none are, those that work on the strategies that are; else all, and
    None at the end where a tactic with no team advances a goal.
    """
    if arguments.team:
        return [team for team in page.plan.teams.values() if _is_asked(team, arguments)]
    teams = [*page.plan.teams.values(), *([None] if None in busy else [])]
    return _teams_of(page, strategies, teams) if arguments.is_set else teams


def _team_id(plan: Plan, one: LevelPlan) -> str | None:
    team = plan.team_of(one)
    return team.id if team else None


def _advancing_by_team(plan: Plan, strategies: Iterable[Strategy], today: datetime.date) -> set[str | None]:
    """The ids of the teams that advance a goal of these strategies, None among them for plans that
    do and have no team.
    """
    return {
        _team_id(plan, one)
        for strategy in strategies
        for goal in strategy.goals
        for one in standing.advancing(plan, strategy, goal, today)
    }


@fact
def busy_teams(plan: Plan, today: datetime.date) -> tuple[str | None, ...]:
    """The ids of all teams that advance a goal, as `_advancing_by_team` has them, by the alphabet."""
    busy = _advancing_by_team(plan, _open(plan.strategies.values()), today)
    return tuple(sorted(busy, key=lambda one: one or ""))


@fact
def has_serving(plan: Plan, _: datetime.date) -> bool:
    """Whether strategies serve others' goals."""
    return plan.is_okr or any(map(plan.goals_advanced_by, plan.strategies.values()))


# --- the table -----------------------------------------------------------------------------------


def _columns(page: Presenter, teams: Sequence[Team | None], busy: set[str | None]) -> Columns:
    above = _above(page.plan, busy)
    heads = (
        Head(page.link(team), is_empty=team.id not in busy, is_above=team.id in above)
        if team
        else Head(Link(_no_team(page)), is_empty=False, is_above=False)
        for team in teams
    )
    return Columns(tuple(heads), is_upright=len(teams) >= MANY_TEAMS)


def _no_team(page: Presenter) -> str:
    return page.language.gettext("With no %(team)s", team=page.language.small(page.words.team.one))


def _teams_of(
    page: Presenter, strategies: Iterable[Strategy], teams: Sequence[Team | None]
) -> list[Team | None]:
    """Those of the teams that advance a goal of these strategies."""
    busy = _advancing_by_team(page.plan, strategies, page.today)
    return [team for team in teams if (team.id if team else None) in busy]


def _group(
    page: Presenter, strategy: Strategy, teams: Sequence[Team | None], busy: set[str | None]
) -> CoverageGroup:
    rows = tuple(_goal_row(page, strategy, goal, teams) for goal in strategy.goals)
    return CoverageGroup(
        link=page.link(strategy),
        rows=rows,
        columns=_columns(page, teams, busy),
        number=page.words.count("goal", len(rows)),
        idle=sum(row.is_idle for row in rows),
    )


def _goal_row(page: Presenter, strategy: Strategy, goal: Goal, teams: Sequence[Team | None]) -> CoverageRow:
    plans = standing.advancing(page.plan, strategy, goal, page.today)
    return CoverageRow(
        link=page.goal_link(GoalOf(strategy, goal)),
        work=page.work(strategy, goal),
        is_idle=_is_idle(page, strategy, goal),
        is_kept=goal.keep is not None,
        is_reached=figures.is_reached(strategy, goal, page.today),
        is_dropped=figures.is_dropped(goal, page.today),
        cells=_cells(page, f"{strategy.id}.{goal.id}", plans, teams),
    )


def _strategy_row(page: Presenter, strategy: Strategy, teams: Sequence[Team | None]) -> CoverageRow:
    """A strategy as one row: what advances any of its goals, each once."""
    found = (standing.advancing(page.plan, strategy, goal, page.today) for goal in strategy.goals)
    plans = {one.id: one for listed in found for one in listed}
    lacking = [page.work(strategy, goal) for goal in strategy.goals if _is_idle(page, strategy, goal)]
    return CoverageRow(
        link=page.link(strategy),
        work=lacking[0] if lacking and not plans else None,
        is_idle=bool(lacking) and not plans,
        cells=_cells(page, strategy.id, plans.values(), teams),
    )


def _cells(
    page: Presenter, row: str, plans: Iterable[LevelPlan], teams: Sequence[Team | None]
) -> tuple[CoverageCell, ...]:
    """A cell for each team, most of them with nothing."""
    by_team: Mapping[str | None, list[LevelPlan]] = defaultdict(list)
    for one in plans:
        by_team[_team_id(page.plan, one)].append(one)
    return tuple(
        CoverageCell(
            id=f"cover-{row}.{team.id if team else ''}",
            team=plain_text(team.title) if team else _no_team(page),
            plans=tuple(map(page.item, by_team.get(team.id if team else None, ()))),
        )
        for team in teams
    )


# --- what is empty -------------------------------------------------------------------------------


def _is_idle(page: Presenter, strategy: Strategy, goal: Goal) -> bool:
    """Whether nobody works on a goal, and somebody should."""
    return standing.work_on(page.plan, strategy, goal, page.today).is_missing


def _idle_goals(page: Presenter, strategies: Iterable[Strategy]) -> list[IdleGoal]:
    return [
        IdleGoal(page.goal_link(GoalOf(strategy, goal)), page.link(strategy), page.work(strategy, goal))
        for strategy in strategies
        for goal in strategy.goals
        if _is_idle(page, strategy, goal)
    ]


def _above(plan: Plan, busy: set[str | None]) -> set[str]:
    """The teams above busy ones, at any height; a circle of teams ends where it closes."""
    above: set[str] = set()
    for name in busy:
        team = plan.teams.get(name or "")
        while team is not None and team.parent not in above:
            team = plan.teams.get(team.parent or "")
            if team is not None:
                above.add(team.id)
    return above


def _idle_teams(plan: Plan, busy: set[str | None]) -> list[Team]:
    """The teams that advance no goal, neither themselves nor by a team within them."""
    taking_part = busy | _above(plan, busy)
    return [team for team in plan.teams.values() if team.id not in taking_part]


def _idle_tactics(plan: Plan, tactics: Iterable[Tactic]) -> list[Tactic]:
    """Those of the tactics that advance no goal."""
    return [tactic for tactic in tactics if not plan.goals_advanced_by(tactic)]
