"""The plan as rows: each thing with what follows from it, as values.

Whatever lays out the plan stands on these, a table in a terminal as well as a file for a program: all of them
say the same of it. What a reader sees of a value is worded with `wording.phrases`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from mkdocs_plans import due, figures, standing
from mkdocs_plans.due import Deadline
from mkdocs_plans.figures import HealthFigure, Kept, MeanProgress, Progress, Reading, Unknown
from mkdocs_plans.model import (
    Action,
    Goal,
    Health,
    LevelPlan,
    Person,
    Resource,
    Strategy,
    Tactic,
    Team,
    Theme,
    Update,
)
from mkdocs_plans.model.held import ActionOf, GoalOf
from mkdocs_plans.model.views import FiltersWithHealth
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Reviews
from mkdocs_plans.standing import HealthCounts, Work
from mkdocs_plans.wording.phrases import Phrases


@dataclass(frozen=True)
class PlanRow:
    """A strategy or a tactic, with what `rows` know of it, each worked out when it is asked for: hardly any
    table shows all. What several columns stand on is kept.
    """

    plan: LevelPlan
    rows: Rows

    @property
    def theme(self) -> Theme | None:
        """Its theme."""
        return self.rows.plan.theme_of_plan(self.plan)

    @property
    def strategy(self) -> Strategy | None:
        """The strategy that a tactic serves."""
        return self.rows.plan.strategy_of(self.plan) if isinstance(self.plan, Tactic) else None

    @property
    def team(self) -> Team | None:
        """Its team."""
        return self.rows.plan.team_of(self.plan)

    @cached_property
    def health(self) -> HealthFigure | None:
        """How it is; None where it isn't under way."""
        return self.rows.health_of(self.plan) if self.plan.status.is_under_way else None

    @cached_property
    def end(self) -> Deadline:
        """When it ends."""
        return due.end(self.plan)

    @cached_property
    def progress(self) -> MeanProgress:
        """The progress of a strategy's goals to reach, of a tactic's actions."""
        return figures.plan_progress(self.plan, self.rows.today)

    @cached_property
    def kept(self) -> Kept:
        """Counts its goals to keep."""
        return figures.goals_kept(self.plan, self.rows.today)

    @property
    def overdue(self) -> int:
        """How many of a tactic's actions are overdue."""
        plan = self.plan
        return len(standing.overdue_actions(plan, self.rows.today)) if isinstance(plan, Tactic) else 0

    @property
    def review(self) -> datetime.date | None:
        """The day of the next review."""
        return due.review_due(self.plan, self.rows.reviews, self.rows.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal of a plan: `dri` is who answers, its own or its plan's; `reading` the latest. `kept` says how
    one to keep stands.
    """

    plan: LevelPlan
    goal: Goal
    dri: tuple[str, ...]
    reading: Reading | None
    progress: Progress
    expected: Progress
    kept: Health | Unknown | None
    due: Deadline
    advanced_by: tuple[Strategy | Tactic, ...]
    work: Work

    @property
    def current(self) -> Decimal | None:
        """The latest value."""
        return self.reading.value if self.reading else None


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What a check-in or a table says was measured of a plan's goal: the id, which no goal may have. `file`
    is the table, `note` what it says of it.
    """

    plan: LevelPlan
    goal: str
    day: datetime.date
    value: Decimal
    note: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class UpdateRow:
    """A check-in of a plan."""

    plan: LevelPlan
    update: Update


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """What a tactic needs."""

    tactic: Tactic
    resource: Resource


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme, with the number of its strategies."""

    theme: Theme
    strategies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action of a tactic: `dri` is who answers, its own or its tactic's."""

    tactic: Tactic
    action: Action
    dri: tuple[str, ...]
    due: Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """A team, `depth` levels below the top, with the number of its people and tactics."""

    team: Team
    depth: int
    people: int
    tactics: int
    health: HealthCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person, with how many open things they answer for, and how many of the actions are overdue."""

    person: Person
    team: Team | None
    strategies: int
    tactics: int
    goals: int
    actions: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a plan on a day. `health_of` works out the health of a plan; it may remember it. `reviews`
    are the site's cadences.
    """

    plan: Plan
    today: datetime.date
    health_of: Callable[[LevelPlan], HealthFigure]
    reviews: Reviews = field(default_factory=Reviews)

    def passes(self, one: LevelPlan, chosen: FiltersWithHealth) -> bool:
        """Whether filters let a plan through."""
        return standing.passes(self.plan, one, chosen, self.health_of)

    # --- all that filters let through --------------------------------------------------------------

    def plans(self, among: Iterable[LevelPlan], chosen: FiltersWithHealth) -> Iterator[PlanRow]:
        """Give those of some strategies or tactics that pass."""
        return (self.row(one) for one in among if self.passes(one, chosen))

    def passing(self, chosen: FiltersWithHealth) -> Iterator[LevelPlan]:
        """Give the strategies and tactics that pass, without a row."""
        return (one for one in self.plan.plans.values() if self.passes(one, chosen))

    def goals(self, chosen: FiltersWithHealth) -> Iterator[GoalRow]:
        """Give the goals of the strategies and tactics, those of one plan together."""
        return (row for one in self.passing(chosen) for row in self.goals_of(one))

    def themes(self) -> Iterator[ThemeRow]:
        """Give the themes."""
        return (ThemeRow(one, len(self.plan.strategies_of(one))) for one in self.plan.themes.values())

    def teams(self) -> Iterator[TeamRow]:
        """Give the teams, each before those within it."""
        return (row for team in self.plan.teams_below(None) for row in self._team(team, 0, frozenset()))

    def people(self, chosen: FiltersWithHealth) -> Iterator[PersonRow]:
        """Give the people by team, last those who are in none."""
        groups = standing.people_by_team(self.plan, chosen.team)
        return (self._person(person, team) for team, people in groups for person in people)

    # --- the parts of a plan -----------------------------------------------------------------------

    def goals_of(self, one: LevelPlan) -> Iterator[GoalRow]:
        """Give the goals of a strategy or a tactic."""
        return (self.goal(GoalOf(one, goal)) for goal in one.goals)

    def actions_of(self, one: LevelPlan) -> Iterator[ActionRow]:
        """Give the actions of a tactic."""
        if isinstance(one, Tactic):
            yield from (self.action(ActionOf(one, action)) for action in one.actions)

    def resources_of(self, one: LevelPlan) -> Iterator[ResourceRow]:
        """Give the resources of a tactic."""
        if isinstance(one, Tactic):
            yield from (ResourceRow(one, resource) for resource in one.resources)

    def updates_of(self, one: LevelPlan) -> Iterator[UpdateRow]:
        """Give the check-ins of a strategy or a tactic, in the order of the file."""
        return (UpdateRow(one, update) for update in one.updates)

    def readings_of(self, one: LevelPlan) -> Iterator[ReadingRow]:
        """Give what the check-ins and the tables say was measured, likewise."""
        for update in one.updates:
            for goal, value in update.readings.items():
                yield ReadingRow(one, goal, update.date.last, value)
        for read in one.measured:
            yield ReadingRow(one, read.goal, read.day, read.value, read.note, read.path)

    # --- one thing ---------------------------------------------------------------------------------

    def of(self, one: LevelPlan | GoalOf | Theme | Team | Person) -> object:
        """The row of a thing, whatever it is."""
        match one:
            case GoalOf():
                return self.goal(one)
            case Theme():
                return ThemeRow(one, len(self.plan.strategies_of(one)))
            case Team():
                return next(self._team(one, 0, frozenset()))
            case Person():
                return self._person(one, self.plan.teams.get(one.team or ""))
        return self.row(one)

    def row(self, one: LevelPlan) -> PlanRow:
        """A strategy or a tactic."""
        return PlanRow(one, self)

    def goal(self, found: GoalOf) -> GoalRow:
        """A goal."""
        plan, goal = found.plan, found.goal
        return GoalRow(
            plan=plan,
            goal=goal,
            dri=self.plan.dri_of(plan, goal),
            reading=figures.current(plan, goal, self.today),
            progress=figures.goal_progress(plan, goal, self.today),
            expected=figures.expected_goal_progress(plan, goal, self.today),
            kept=figures.goal_kept(plan, goal, self.today) if goal.keep else None,
            due=due.of_goal(plan, goal, self.today),
            advanced_by=self.plan.advancing(plan, goal),
            work=standing.work_on(self.plan, plan, goal, self.today),
        )

    def action(self, found: ActionOf) -> ActionRow:
        """An action."""
        tactic, action = found.plan, found.action
        return ActionRow(
            tactic=tactic,
            action=action,
            dri=self.plan.dri_of(tactic, action),
            due=due.of_action(tactic, action, self.today),
        )

    def _team(self, team: Team, depth: int, above: frozenset[str]) -> Iterator[TeamRow]:
        """Give a team, then those within it; a circle ends where it closes."""
        tactics, people = self.plan.tactics_of_team(team), self.plan.people_of(team)
        health = standing.count_health(tactics, self.health_of)
        yield TeamRow(team=team, depth=depth, people=len(people), tactics=len(tactics), health=health)
        for below in self.plan.teams_below(team):
            if below.id not in above:
                yield from self._team(below, depth + 1, above | {team.id})

    def _person(self, person: Person, team: Team | None) -> PersonRow:
        found = standing.open_answers(self.plan, person, self.today)
        strategies = sum(isinstance(one, Strategy) for one in found.plans)
        return PersonRow(
            person=person,
            team=team,
            strategies=strategies,
            tactics=len(found.plans) - strategies,
            goals=len(found.goals),
            actions=len(found.actions),
            overdue=standing.count_overdue(found.actions, self.today),
        )


def rows_of(said: Phrases) -> Rows:
    """The rows of the plan that phrases are about."""
    return Rows(said.plan, said.today, said.health_figure, said.site.settings.review)
