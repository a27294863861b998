"""The resolved plan: everything by id, with links and back-links, computed once.

References that lead nowhere stay in the entities as data; the lookups here skip them, and rules say
what is wrong with them. Every view, count and figure starts from a `Plan`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from mkdocs_plans.model import (
    Action,
    Goal,
    GoalReference,
    LevelPlan,
    Mission,
    Person,
    PlanFile,
    Strategy,
    Tactic,
    Team,
    Theme,
    Values,
    Vision,
)  # fmt: skip
from mkdocs_plans.model.arranging import grouped, grouped_by_each, number_order, shown_order
from mkdocs_plans.model.held import ActionOf, AnswersFor, GoalOf
from mkdocs_plans.model.own_fields import OwnFields
from mkdocs_plans.model.own_people import OwnMention, find_own_mentions
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.unread import FieldName, Unread

P = TypeVar("P", bound=PlanFile)


@dataclass(frozen=True)
class Plan:
    """An organisation's whole plan.

    `files` holds every entity that came from a file, in reading order, with unique ids (the first of
    two wins). `unread` is what exists and couldn't be read. `own_fields` are the organisation's.
    `team_dris` says that a team may be a DRI. Of an OKR cascade, goals count as work, and plans are in the
    order of their numbers, then in that of `files`. `stray_readings` are what tables say of no goal.
    """

    files: tuple[PlanFile, ...] = ()
    people: Mapping[str, Person] = field(default_factory=dict)
    unread: Unread = field(default_factory=Unread)
    own_fields: OwnFields = field(default_factory=OwnFields)
    team_dris: bool = False
    is_okr: bool = False
    stray_readings: tuple[TableReading, ...] = ()

    # --- everything by id, in the order in which it is shown -------------------------------------

    @cached_property
    def missions(self) -> tuple[Mission, ...]:
        """The mission statements; most plans have one."""
        return self._of(Mission)

    @cached_property
    def visions(self) -> tuple[Vision, ...]:
        """The vision statements; most plans have one."""
        return self._of(Vision)

    @cached_property
    def values(self) -> tuple[Values, ...]:
        """The lists of values; most plans have one."""
        return self._of(Values)

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """The themes by id."""
        return {theme.id: theme for theme in self._of(Theme)}

    @cached_property
    def strategies(self) -> Mapping[str, Strategy]:
        """The strategies by id."""
        return {strategy.id: strategy for strategy in self._of(Strategy)}

    @cached_property
    def tactics(self) -> Mapping[str, Tactic]:
        """The tactics by id."""
        return {tactic.id: tactic for tactic in self._of(Tactic)}

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """The teams by id."""
        return {team.id: team for team in self._of(Team)}

    @cached_property
    def plans(self) -> Mapping[str, LevelPlan]:
        """Strategies and tactics by id."""
        return {**self.strategies, **self.tactics}

    @cached_property
    def by_path(self) -> Mapping[str, PlanFile]:
        """Every entity by its file's path."""
        return {file.path: file for file in self.files}

    def _of(self, kind: type[P]) -> tuple[P, ...]:
        order = number_order if self.is_okr and issubclass(kind, LevelPlan) else shown_order
        return tuple(sorted((f for f in self.files if isinstance(f, kind)), key=order))

    def only(self, keep: Callable[[PlanFile], bool]) -> Plan:
        """The plan without some files: what an edition or a build without drafts shows.

        References to what is left out then lead nowhere, in every view and count.
        """
        return replace(self, files=tuple(file for file in self.files if keep(file)))

    # --- what was read ---------------------------------------------------------------------------

    def was_read(self, file: PlanFile, *fields: FieldName) -> bool:
        """Whether nothing had to be left out of these fields. Else what is missing in them isn't at fault,
        and the items of a list needn't stand at the same positions in the file.
        """
        return not self.unread.fields or self.unread.fields_of(file).isdisjoint(fields)

    def has_unread(self, name: str) -> bool:
        """Whether a file that couldn't be read has an id, as far as can be told."""
        return name in self.unread.by_id

    @property
    def knows_everyone(self) -> bool:
        """Whether the whole people file was read: else anyone may be in it."""
        return not self.unread.has_people

    # --- links -----------------------------------------------------------------------------------

    def theme_of(self, strategy: Strategy) -> Theme | None:
        """The strategy's theme; where it names none, its parent's."""
        for above in self.line_of(strategy):
            if above.theme:
                return self.themes.get(above.theme)
        return None

    def line_of(self, strategy: Strategy) -> Iterator[Strategy]:
        """Give a strategy, its parent, its parent's parent …; a circle ends where it closes."""
        seen: set[str] = set()
        current: Strategy | None = strategy
        while current is not None and current.id not in seen:
            seen.add(current.id)
            yield current
            current = self.strategies.get(current.parent or "")

    def above(self, file: PlanFile) -> tuple[PlanFile, ...]:
        """The way up from a plan or a team: a plan's theme and the strategies above it, the top first."""
        if isinstance(file, Team):
            line = [file]
            while (team := self.teams.get(line[-1].parent or "")) and team not in line:
                line.append(team)
            return tuple(reversed(line[1:]))
        if not isinstance(file, LevelPlan):
            return ()
        first = self.strategy_of(file) if isinstance(file, Tactic) else file
        way = self.line_of(first) if isinstance(first, Strategy) else ()
        strategies = [one for one in way if one is not file]
        return (*filter(None, [self.theme_of_plan(file)]), *reversed(strategies))

    def strategy_of(self, tactic: Tactic) -> Strategy | None:
        """The strategy that a tactic stands under."""
        return self.strategies.get(tactic.strategy or "")

    def goal_of(self, plan: LevelPlan, reference: GoalReference) -> GoalOf | None:
        """The goal that a plan names in `advances` or `serves`."""
        return self._goals.get((reference.plan or plan.above_id or "", reference.goal))

    @cached_property
    def _goals(self) -> Mapping[tuple[str, str], GoalOf]:
        """Every goal by the ids of its plan and its own; the first of an id."""
        # Reversed, because of two with one id the last one stays in a mapping.
        held = (GoalOf(plan, goal) for plan in self.plans.values() for goal in reversed(plan.goals))
        return {(one.plan.id, one.goal.id): one for one in held}

    def goals_advanced_by(self, plan: LevelPlan) -> tuple[GoalOf, ...]:
        """The goals that a tactic advances, each once, in the order in which it names them; the one that a
        strategy serves.
        """
        found = (self.goal_of(plan, reference) for reference in plan.goals_named)
        return tuple({(one.plan.id, one.goal.id): one for one in found if one}.values())

    def dependencies_of(self, plan: LevelPlan) -> tuple[LevelPlan, ...]:
        """The plans that must come first, each once."""
        return tuple(self.plans[other] for other in dict.fromkeys(plan.depends_on) if other in self.plans)

    # --- people ----------------------------------------------------------------------------------

    def team_of(self, plan: LevelPlan) -> Team | None:
        """A plan's team; where it names none, that of the first of its DRIs who has one."""
        if plan.team or not plan.dri:
            return self.teams.get(plan.team or "")
        return next(filter(None, map(self._team_of_dri, plan.dri)), None)

    def _team_of_dri(self, name: str) -> Team | None:
        person = self.people.get(name)
        return self.teams.get(person.team or "") if person else self.answering_team(name)

    def dri_of(self, plan: LevelPlan, part: Goal | Action | None = None) -> tuple[str, ...]:
        """The DRIs of a plan, or of a goal or action of it, defaulting to its: handles, or ids of teams."""
        return (part.dri if part else ()) or plan.dri

    def answering_team(self, name: str) -> Team | None:
        """The team that a DRI names; None for a person, also one who is called as a team is."""
        return self.teams.get(name) if self.team_dris and name not in self.people else None

    @property
    def answering(self) -> Mapping[str, Person | Team]:
        """All that a DRI may name: people by their handles, and where teams may answer these by their ids."""
        return {**self.teams, **self.people} if self.team_dris else self.people

    def asked_for(self, names: Iterable[str]) -> tuple[str, ...]:
        """Whom to ask where these answer, by handle: of a team whoever leads it."""
        teams = ((name, self.answering_team(name)) for name in names)
        handles = (team.lead if team else name for name, team in teams)
        return tuple(dict.fromkeys(filter(None, handles)))

    @cached_property
    def _by_dri(self) -> Mapping[str, AnswersFor]:
        held = [GoalOf(plan, goal) for plan in self.plans.values() for goal in plan.goals]
        steps = [ActionOf(tactic, action) for tactic in self.tactics.values() for action in tactic.actions]
        plans = grouped_by_each(self.plans.values(), lambda plan: plan.dri)
        goals = grouped_by_each(held, lambda one: self.dri_of(one.plan, one.goal))
        actions = grouped_by_each(steps, lambda one: self.dri_of(one.plan, one.action))
        helped: dict[str, dict[str, LevelPlan]] = defaultdict(dict)
        for plan in self.plans.values():
            parts: list[Goal | Action] = [*plan.goals, *(plan.actions if isinstance(plan, Tactic) else ())]
            for handle in chain(plan.contributors, *(part.contributors for part in parts)):
                helped[handle][plan.id] = plan
        return {
            handle: AnswersFor(
                plans.get(handle, ()),
                goals.get(handle, ()),
                actions.get(handle, ()),
                tuple(plan for plan in helped[handle].values() if handle not in plan.dri),
            )
            for handle in {*plans, *goals, *actions, *helped}
        }

    def answers_for(self, one: Person | Team) -> AnswersFor:
        """What a person or a team is the DRI of, goals and actions that inherit it included."""
        if isinstance(one, Person):
            return self._by_dri.get(one.handle, AnswersFor())
        return self._by_dri.get(one.id, AnswersFor()) if self.answering_team(one.id) else AnswersFor()

    @cached_property
    def own_mentions(self) -> Mapping[str | None, tuple[OwnMention, ...]]:
        """Where fields of the organisation's own name people, by handle."""
        return grouped(find_own_mentions(self.files, self.own_fields), lambda one: one.handle)

    @cached_property
    def named_people(self) -> frozenset[str]:
        """The handles that files name, as whoever answers, helps or leads, or in a field of their own."""
        leads = (team.lead for team in self.teams.values())
        handles = (*(name for name in self._by_dri if not self.answering_team(name)), *leads)
        return frozenset(filter(None, (*handles, *self.own_mentions)))

    # --- back-links ------------------------------------------------------------------------------

    @cached_property
    def _strategies_by_theme(self) -> Mapping[str | None, tuple[Strategy, ...]]:
        return grouped(self.strategies.values(), lambda strategy: _id_of(self.theme_of(strategy)))

    def strategies_of(self, theme: Theme | None) -> tuple[Strategy, ...]:
        """The strategies of a theme; for None, those without one."""
        return self._strategies_by_theme.get(theme.id if theme else None, ())

    @cached_property
    def plans_by_theme(self) -> Mapping[str | None, tuple[LevelPlan, ...]]:
        """Strategies and tactics by the id of their theme, which a tactic has from its strategy; under None
        those that have none.
        """
        plans = *self.strategies.values(), *self.tactics.values()
        return grouped(plans, lambda plan: _id_of(self.theme_of_plan(plan)))

    def theme_of_plan(self, one: LevelPlan) -> Theme | None:
        """The theme of a strategy, or of the strategy that a tactic serves; a tactic that serves none has its
        own.
        """
        strategy = self.strategy_of(one) if isinstance(one, Tactic) else one
        if isinstance(one, Tactic) and strategy is None:
            return self.themes.get(one.theme or "")
        return self.theme_of(strategy) if isinstance(strategy, Strategy) else None

    @cached_property
    def _tactics_by_theme(self) -> Mapping[str | None, tuple[Tactic, ...]]:
        alone = (one for one in self.tactics.values() if self.strategy_of(one) is None)
        return grouped(alone, lambda one: _id_of(self.theme_of_plan(one)))

    def tactics_under(self, theme: Theme | None) -> tuple[Tactic, ...]:
        """The tactics that serve no strategy and stand under a theme; for None, those under nothing."""
        return self._tactics_by_theme.get(theme.id if theme else None, ())

    @cached_property
    def _strategies_by_parent(self) -> Mapping[str | None, tuple[Strategy, ...]]:
        return grouped(self.strategies.values(), lambda strategy: strategy.parent)

    def children_of(self, strategy: Strategy) -> tuple[Strategy, ...]:
        """The strategies that cascade from a strategy."""
        return self._strategies_by_parent.get(strategy.id, ())

    @cached_property
    def _tactics_by_strategy(self) -> Mapping[str | None, tuple[Tactic, ...]]:
        return grouped(self.tactics.values(), lambda tactic: tactic.strategy)

    def tactics_of(self, strategy: Strategy) -> tuple[Tactic, ...]:
        """The tactics that serve a strategy."""
        return self._tactics_by_strategy.get(strategy.id, ())

    @cached_property
    def _advancing(self) -> Mapping[tuple[str, str], tuple[Strategy | Tactic, ...]]:
        found: dict[tuple[str, str], list[Strategy | Tactic]] = defaultdict(list)
        plans: list[Strategy | Tactic] = [*self.strategies.values(), *self.tactics.values()]
        for plan in plans:
            for advanced in self.goals_advanced_by(plan):
                found[advanced.plan.id, advanced.goal.id].append(plan)
        return {key: tuple(plans) for key, plans in found.items()}

    def advancing(self, plan: LevelPlan, goal: Goal) -> tuple[Strategy | Tactic, ...]:
        """The strategies that serve a plan's goal, then the tactics that advance it."""
        return self._advancing.get((plan.id, goal.id), ())

    def tactics_advancing(self, plan: LevelPlan, goal: Goal) -> tuple[Tactic, ...]:
        """The tactics that advance a plan's goal."""
        return tuple(one for one in self.advancing(plan, goal) if isinstance(one, Tactic))

    @cached_property
    def _dependents(self) -> Mapping[str, tuple[LevelPlan, ...]]:
        found: dict[str, list[LevelPlan]] = defaultdict(list)
        for plan in self.plans.values():
            for other in dict.fromkeys(plan.depends_on):
                found[other].append(plan)
        return {key: tuple(plans) for key, plans in found.items()}

    def waiting_for(self, plan: LevelPlan) -> tuple[LevelPlan, ...]:
        """The plans that depend on a plan."""
        return self._dependents.get(plan.id, ())

    @cached_property
    def _tactics_by_team(self) -> Mapping[str | None, tuple[Tactic, ...]]:
        return grouped(self.tactics.values(), lambda tactic: _id_of(self.team_of(tactic)))

    def tactics_of_team(self, team: Team) -> tuple[Tactic, ...]:
        """The tactics that a team works on."""
        return self._tactics_by_team.get(team.id, ())

    @cached_property
    def _strategies_by_team(self) -> Mapping[str | None, tuple[Strategy, ...]]:
        return grouped(self.strategies.values(), lambda strategy: _id_of(self.team_of(strategy)))

    def strategies_of_team(self, team: Team) -> tuple[Strategy, ...]:
        """The strategies that a team owns, then those that its tactics serve, each once."""
        owned = self._strategies_by_team.get(team.id, ())
        served = (self.strategy_of(tactic) for tactic in self.tactics_of_team(team))
        return tuple({s.id: s for s in (*owned, *served) if s is not None}.values())

    @cached_property
    def _teams_by_parent(self) -> Mapping[str | None, tuple[Team, ...]]:
        return grouped(self.teams.values(), lambda team: team.parent)

    def teams_below(self, team: Team | None) -> tuple[Team, ...]:
        """The sub-teams of a team; for None, the teams at the top."""
        if team is not None:
            return self._teams_by_parent.get(team.id, ())
        return tuple(team for team in self.teams.values() if team.parent not in self.teams)

    @cached_property
    def _people_by_team(self) -> Mapping[str | None, tuple[Person, ...]]:
        return grouped(self.people.values(), lambda person: person.team)

    def people_of(self, team: Team) -> tuple[Person, ...]:
        """The people of a team."""
        return self._people_by_team.get(team.id, ())


def _id_of(file: PlanFile | None) -> str | None:
    return file.id if file else None
