"""What stands on the page of each type of plan file, around the author's own text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from mkdocs_plans import due, standing
from mkdocs_plans.findings import Located
from mkdocs_plans.model import (
    LevelPlan,
    Mission,
    Person,
    PlanFile,
    Strategy,
    Tactic,
    Team,
    Theme,
    Values,
    ValueStatement,
    Vision,
    person_path,
)
from mkdocs_plans.model.held import ActionOf, GoalOf
from mkdocs_plans.render.answers import TeamAnswers, team_answers
from mkdocs_plans.render.cards import (
    ActionLine,
    Counts,
    Facts,
    GoalCard,
    Item,
    ResourceLine,
    StrategyCard,
    TacticRow,
    TeamCard,
    UpdateEntry,
)
from mkdocs_plans.render.changes.cards import Marks
from mkdocs_plans.render.changes.page_changes import PageCard, PageChange
from mkdocs_plans.render.data_links import calendar_links
from mkdocs_plans.render.goal_chart import GoalChart, goal_chart
from mkdocs_plans.render.looks import Look
from mkdocs_plans.render.own_fields import OwnFact, own_facts
from mkdocs_plans.render.past import PagePast, page_past
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import SLIPS
from mkdocs_plans.render.timeline import SmallTimeline, small_timeline
from mkdocs_plans.settings.data_files import calendar_of_team
from mkdocs_plans.standing import STATUS_ORDER
from mkdocs_plans.wording.phrases import Badge, When

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


_NONE = Markup("")


@dataclass(frozen=True, slots=True)
class PlanText:
    """What the page of a plan file has from elsewhere: the author's text, their own heading as HTML
    (empty where the title takes its place), and what the check found.
    """

    body: Markup
    heading: Markup = _NONE
    findings: Sequence[Located] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFrame:
    """What stands on the page of every plan file; `change` and `marks` say what changed,
    `past` what became of it.
    """

    file: PlanFile
    kind: str
    trail: tuple[Link, ...]
    own: tuple[OwnFact, ...]
    change: PageCard | None
    marks: Marks
    past: PagePast | None


def plan_frame(show: Presenter, file: PlanFile, change: PageChange) -> PlanFrame:
    """Make what stands on the page of every plan file."""
    return PlanFrame(
        file=file,
        kind=getattr(show.words, file.type).one,
        trail=show.trail(file),
        own=own_facts(show, file),
        change=change.card,
        marks=change.marks,
        past=page_past(show, show.past, file, SLIPS),
    )


@dataclass(frozen=True, slots=True)
class OwnGoal:
    """A goal on its own plan's page, with its chart."""

    goal: GoalCard
    chart: GoalChart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPage:
    """What strategies and tactics have in common: facts, goals, what they wait for, updates."""

    facts: Facts
    goals: tuple[OwnGoal, ...]
    depends_on: tuple[Item, ...]
    waiting: tuple[Item, ...]
    updates: tuple[UpdateEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyPage(LevelPage):
    """A strategy: with its tactics, and what cascades from it. `is_bare` says that it lacks tactics."""

    timeline: SmallTimeline | None
    tactics: tuple[TacticRow, ...]
    is_bare: bool
    children: tuple[StrategyCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TacticPage(LevelPage):
    """A tactic: with the goals that it advances, its actions and resources."""

    advances: tuple[GoalCard, ...]
    outcome: str | None
    actions: tuple[ActionLine, ...]
    resources: tuple[ResourceLine, ...]
    costs: str


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A theme: its statement, its look, how its strategies are going, the strategies, and the tactics that
    stand directly under it.
    """

    look: Look | None
    statement: str | None
    counts: Counts
    strategies: tuple[StrategyCard, ...]
    tactics: tuple[TacticRow, ...]


@dataclass(frozen=True, slots=True)
class DueAction:
    """An action that is due, on its team's page."""

    link: Link
    due: When
    dri: tuple[Link, ...]
    tactic: Link


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a team."""

    handle: str
    link: Link
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """A team: its tactics by status, what is due next, its people, the strategies it serves; `data` leads to
    its calendar.
    """

    lead: Link | None
    parent: Link | None
    counts: Counts
    groups: tuple[tuple[Badge, tuple[TacticRow, ...]], ...]
    due: tuple[DueAction, ...]
    answers: TeamAnswers
    strategies: tuple[Item, ...]
    people: tuple[Member, ...]
    teams: tuple[TeamCard, ...]
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A mission or a vision."""

    statement: str


@dataclass(frozen=True, slots=True)
class ValuesPage:
    """The values, each with its statement."""

    values: tuple[ValueStatement, ...]


def _goals(show: Presenter, plan: LevelPlan) -> tuple[OwnGoal, ...]:
    own = [GoalOf(plan, goal) for goal in plan.goals]
    return tuple(OwnGoal(show.goal(found), goal_chart(show, found)) for found in own)


def strategy_page(show: Presenter, strategy: Strategy) -> StrategyPage:
    """Make the page of a strategy."""
    return StrategyPage(
        facts=show.facts(strategy),
        goals=_goals(show, strategy),
        timeline=small_timeline(show, strategy),
        tactics=tuple(map(show.tactic_row, show.plan.tactics_of(strategy))),
        is_bare=standing.lacks_tactics(show.plan, strategy),
        children=tuple(map(show.strategy_card, show.plan.children_of(strategy))),
        depends_on=tuple(map(show.item, show.plan.dependencies_of(strategy))),
        waiting=tuple(map(show.item, show.plan.waiting_for(strategy))),
        updates=show.updates(strategy),
    )


def tactic_page(show: Presenter, tactic: Tactic) -> TacticPage:
    """Make the page of a tactic."""
    return TacticPage(
        facts=show.facts(tactic),
        advances=tuple(show.goal(found, is_alone=True) for found in show.plan.goals_advanced_by(tactic)),
        outcome=tactic.outcome,
        actions=tuple(show.action(tactic, action) for action in tactic.actions),
        resources=tuple(map(show.resource, tactic.resources)),
        costs=show.costs(tactic.resources),
        depends_on=tuple(map(show.item, show.plan.dependencies_of(tactic))),
        waiting=tuple(map(show.item, show.plan.waiting_for(tactic))),
        goals=_goals(show, tactic),
        updates=show.updates(tactic),
    )


def theme_page(show: Presenter, theme: Theme) -> ThemePage:
    """Make the page of a theme."""
    strategies = show.plan.strategies_of(theme)
    return ThemePage(
        show.look(theme),
        theme.statement,
        show.counts(strategies),
        tuple(map(show.strategy_card, strategies)),
        tuple(map(show.tactic_row, show.plan.tactics_under(theme))),
    )


def team_page(show: Presenter, team: Team) -> TeamPage:
    """Make the page of a team."""
    tactics = show.plan.tactics_of_team(team)
    groups = [(status, [t for t in tactics if t.status is status]) for status in STATUS_ORDER]
    parent = show.plan.teams.get(team.parent or "")
    return TeamPage(
        lead=show.person(team.lead),
        parent=show.link(parent) if parent else None,
        counts=show.counts(tactics),
        groups=tuple(
            (Badge(show.words.status(status), status.value), tuple(map(show.tactic_row, members)))
            for status, members in groups
            if members
        ),
        due=tuple(_due_action(show, one) for one in due.next_actions(show.plan, team, show.today)),
        answers=team_answers(show, team),
        strategies=tuple(map(show.item, show.plan.strategies_of_team(team))),
        people=tuple(_member(show, person) for person in show.plan.people_of(team)),
        teams=tuple(map(show.team_card, show.plan.teams_below(team))),
        data=calendar_links(show, calendar_of_team(team.id)),
    )


def _member(show: Presenter, person: Person) -> Member:
    link = Link(person.shown_name, show.href(person_path(person.handle)))
    return Member(person.handle, link, person.role if person.name else None)


def _due_action(show: Presenter, found: ActionOf) -> DueAction:
    tactic, action = found.plan, found.action
    return DueAction(
        link=show.action_link(tactic, action),
        due=show.action_due(tactic, action),
        dri=show.people(show.plan.dri_of(tactic, action)),
        tactic=show.link(tactic),
    )


def _mission_page(_: Presenter, file: Mission | Vision) -> StatementPage:
    return StatementPage(file.statement)


def _values_page(_: Presenter, values: Values) -> ValuesPage:
    return ValuesPage(values.values)


PLAN_PAGES: dict[type[PlanFile], tuple[str, Callable[[Presenter, Any], DataclassInstance]]] = {
    Mission: ("statement", _mission_page),
    Vision: ("statement", _mission_page),
    Values: ("values", _values_page),
    Theme: ("theme", theme_page),
    Strategy: ("strategy", strategy_page),
    Tactic: ("tactic", tactic_page),
    Team: ("team", team_page),
}
"""For each type of plan file, its template in `templates/plans/` and what that is given beside the frame."""
