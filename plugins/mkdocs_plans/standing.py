"""How the parts of a plan stand: what is waited for and since when, what has ended, what waits for itself,
what is worked on, how many go well.

Each of these is said in one place, so that every page, command and rule says the same.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter

from mkdocs_plans import figures
from mkdocs_plans.figures import HealthFigure, Unknown
from mkdocs_plans.model import (
    Action,
    Date,
    Goal,
    Health,
    LevelPlan,
    Person,
    PlanFile,
    Status,
    Strategy,
    Tactic,
    Team,
)
from mkdocs_plans.model.held import ActionOf, AnswersFor
from mkdocs_plans.model.views import NO_THEME, Filters, FiltersWithHealth
from mkdocs_plans.plan import Plan

# --- what is waited for ------------------------------------------------------------------------------


def is_overdue(awaited: datetime.date | None, today: datetime.date) -> bool:
    """Whether something is overdue that is awaited by a day: that day is before today."""
    return awaited is not None and awaited < today


def awaited_end(plan: LevelPlan) -> datetime.date | None:
    """The last day of a plan under way. Nothing is awaited of a draft, a proposal, or what is closed."""
    return plan.end.last if plan.end and plan.status.is_under_way else None


def awaited_action(tactic: Tactic, action: Action, today: datetime.date) -> datetime.date | None:
    """The day by which an action of a tactic under way is to be done: until it is done or dropped."""
    if not tactic.status.is_under_way or figures.is_settled(action, today):
        return None
    return action.due.last if action.due else None


def awaited_goal(plan: LevelPlan, goal: Goal, today: datetime.date) -> datetime.date | None:
    """The day by which a goal of a plan under way is to be reached: until it is dropped, met, reached by its
    figures, or, if it is one to keep, held. With no due day of its own it is awaited with its plan.
    """
    if (
        not plan.status.is_under_way
        or figures.is_dropped(goal, today)
        or figures.is_reached(plan, goal, today)
        or figures.is_held(plan, goal, today)
    ):
        return None
    due = plan.due_of(goal)
    return due.last if due else None


def overdue_actions(tactic: Tactic, today: datetime.date) -> tuple[Action, ...]:
    """The overdue actions of a tactic."""
    return tuple(one for one in tactic.actions if is_overdue(awaited_action(tactic, one, today), today))


def count_overdue(actions: Iterable[ActionOf], today: datetime.date) -> int:
    """How many of some actions are overdue."""
    return sum(is_overdue(awaited_action(one.plan, one.action, today), today) for one in actions)


# --- what has ended ----------------------------------------------------------------------------------


def ends_before_start(plan: LevelPlan) -> bool:
    """Whether a plan ends before it starts: then neither of the two can be relied on."""
    return plan.start is not None and plan.end is not None and plan.end.last < plan.start.first


def reliable_end(plan: LevelPlan) -> Date | None:
    """The end of a plan, where it has one that can be relied on."""
    return None if ends_before_start(plan) else plan.end


def has_ended(plan: LevelPlan, today: datetime.date) -> bool:
    """Whether a plan's last day is over, whatever its status says."""
    end = reliable_end(plan)
    return end is not None and end.last < today


def outlived(plan: Plan, tactic: Tactic) -> Strategy | None:
    """The strategy that a tactic serves, where it is open and ends before the tactic does."""
    strategy = plan.strategy_of(tactic)
    if strategy is None or not strategy.status.is_open:
        return None  # a closed strategy is wrong to serve at all, by whatever day the tactic ends
    end, limit = reliable_end(tactic), reliable_end(strategy)
    return strategy if end and limit and end.last > limit.last else None


def closed_above(plan: Plan, one: LevelPlan) -> Strategy | None:
    """The strategy directly above a plan, where it is done or dropped."""
    above = plan.strategies.get(one.above_id or "")
    return above if above and not above.status.is_open else None


def has_left(person: Person, today: datetime.date) -> bool:
    """Whether a person's last day is over."""
    return is_overdue(person.until.last if person.until else None, today)


# --- what waits for itself ---------------------------------------------------------------------------

MOST_CIRCLES = 10
"""How many circles of links are looked for: where all depend on all there is one for each pair of plans."""


def circles(links: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Give the circles of names that link to each other: each name once, each followed by one that it links
    to. A link is in one circle at most, and there are at most `MOST_CIRCLES`.
    """
    # To list every elementary circle takes exponential time. One is found at a time instead, in linear time,
    # and its links are taken out before the next is looked for.
    left = {name: set(others) for name, others in links.items()}
    for _ in range(MOST_CIRCLES):
        circle = _first_circle(left)
        if not circle:
            return
        yield circle
        inside = frozenset(circle)
        for name in circle:
            left[name] = {other for other in left[name] if other not in inside}


def _first_circle(links: Mapping[str, set[str]]) -> list[str]:
    """A circle; empty where there is none."""
    try:
        TopologicalSorter(links).prepare()
    except CycleError as error:
        names: list[str] = error.args[1]
        return names[:0:-1]  # the first name comes again as the last, and each is followed by who links to it
    return []


def dependencies(plan: Plan) -> dict[str, tuple[str, ...]]:
    """What each plan that waits for others waits for, by id."""
    return {one.id: one.depends_on for one in plan.plans.values() if one.depends_on}


# --- what is worked on -------------------------------------------------------------------------------


class Work(StrEnum):
    """Whether a goal is worked on."""

    NOT_NEEDED = "not-needed"
    """It is met, reached or dropped, or one to keep."""
    BY_TACTICS = "by-tactics"
    """An open tactic advances it: a draft, which isn't published, is no work yet."""
    BY_CHECK_INS = "by-check-ins"
    """Neither does, and in an OKR cascade, where it is work itself, it is checked in on."""
    BY_STRATEGIES = "by-strategies"
    """No tactic does, and an open strategy serves it."""
    BELOW = "below"
    """Neither does, and an open strategy cascades from its own and serves no goal of it alone."""
    TACTICS_DONE = "tactics-done"
    """The tactics that advanced it are done, those aside that were dropped."""
    NONE = "none"
    """Nobody works on it."""

    @property
    def is_missing(self) -> bool:
        """Whether somebody should work on it, and nobody does."""
        return self in {Work.TACTICS_DONE, Work.NONE}


def work_on(plan: Plan, holder: LevelPlan, goal: Goal, today: datetime.date) -> Work:
    """Whether a goal of a plan is worked on on a day, and by whom."""
    is_settled = figures.is_dropped(goal, today) or figures.is_reached(holder, goal, today)
    if goal.keep is not None or is_settled:
        return Work.NOT_NEEDED
    advancing = plan.advancing(holder, goal)
    busy = [one for one in advancing if _is_worked_on(one)]
    if busy:
        return Work.BY_TACTICS if isinstance(busy[-1], Tactic) else Work.BY_STRATEGIES
    if plan.is_okr and _is_checked_in(holder, goal, today):
        return Work.BY_CHECK_INS
    if isinstance(holder, Strategy) and any(map(_is_worked_on, _serving_all(plan, holder))):
        return Work.BELOW
    is_done = any(one.status is Status.DONE for one in advancing if isinstance(one, Tactic))
    return Work.TACTICS_DONE if is_done else Work.NONE


def _serving_all(plan: Plan, strategy: Strategy) -> list[Strategy]:
    """The strategies that cascade from one and serve the whole of it, no goal alone."""
    return [child for child in plan.children_of(strategy) if not plan.goals_advanced_by(child)]


def _is_checked_in(holder: LevelPlan, goal: Goal, today: datetime.date) -> bool:
    """Whether a goal was measured; one that has no number, whether its plan was ever checked in on."""
    if goal.is_measured:
        return figures.current(holder, goal, today) is not None
    return any(update.date.last <= today for update in holder.updates)


def advancing(plan: Plan, holder: LevelPlan, goal: Goal, today: datetime.date) -> list[LevelPlan]:
    """The open plans that advance a goal; its own where that is an OKR cascade's, and is checked in on."""
    found: list[LevelPlan] = [one for one in plan.advancing(holder, goal) if one.status.is_open]
    is_own = not found and work_on(plan, holder, goal, today) is Work.BY_CHECK_INS
    return [holder] if is_own else found


def _is_worked_on(one: LevelPlan) -> bool:
    return one.status.is_open and one.status is not Status.DRAFT


def is_served(plan: Plan, strategy: Strategy) -> bool:
    """Whether a tactic, open or done, serves a strategy, or such a plan advances or serves a goal of it; in
    an OKR cascade, whether it has a goal.
    """
    if plan.is_okr and any(goal.dropped is None for goal in strategy.goals):
        return True
    found = (one for goal in strategy.goals for one in plan.advancing(strategy, goal))
    return any(map(counts, (*plan.tactics_of(strategy), *found)))


def lacks_tactics(plan: Plan, strategy: Strategy) -> bool:
    """Whether a strategy has no tactic and should have one: in an OKR cascade, its goals do as well."""
    return not plan.tactics_of(strategy) and not (plan.is_okr and strategy.goals)


def cascades(plan: Plan, strategy: Strategy) -> bool:
    """Whether a strategy is pursued through others below it, open or done."""
    return any(map(counts, plan.children_of(strategy)))


def counts(one: LevelPlan) -> bool:
    """Whether a plan is open or done: what was dropped serves nothing."""
    return one.status is not Status.DROPPED


def readings_of_no_goal(one: LevelPlan) -> Iterator[tuple[int, str]]:
    """Give the ids that a plan's updates read and that no goal of it has, with the update's position."""
    for index, update in enumerate(one.updates):
        yield from ((index, goal_id) for goal_id in update.readings if one.goal(goal_id) is None)


# --- how a goal goes ---------------------------------------------------------------------------------


def goal_health(plan: LevelPlan, goal: Goal, today: datetime.date) -> Health | Unknown | None:
    """How a goal goes by its figures: by its pace, or, if it is one to keep, by whether it is held; where
    that isn't known, why. None where nothing is awaited of it any more, or its plan isn't under way.
    """
    if not plan.status.is_under_way or figures.is_dropped(goal, today):
        return None
    if goal.keep is not None:
        return figures.goal_kept(plan, goal, today)
    if figures.is_reached(plan, goal, today):
        return None
    pace = figures.goal_pace(plan, goal, today)
    return figures.health_from_pace(pace) if isinstance(pace, int) else pace


# --- what is chosen ----------------------------------------------------------------------------------

STATUS_ORDER = (
    Status.ACTIVE, Status.PAUSED, Status.PROPOSED, Status.DRAFT, Status.DONE, Status.DROPPED,
)  # fmt: skip
"""In which order a team's tactics are shown: first what is worked on."""


def answers(names: Iterable[str], filters: Filters) -> bool:
    """Whether one of those who answer is one of the DRIs that filters ask for."""
    return not filters.dri or any(name in filters.dri for name in names)


def passes(
    plan: Plan, one: LevelPlan, filters: Filters, health_of: Callable[[LevelPlan], HealthFigure]
) -> bool:
    """Whether a strategy or a tactic has, for each filter that is set, one of its values."""
    facets: tuple[tuple[Collection[object], Callable[[], object]], ...] = (
        (filters.theme, lambda: _id_of(plan.theme_of_plan(one)) or NO_THEME),
        (filters.strategy, lambda: _id_of(plan.strategy_of(one) if isinstance(one, Tactic) else one)),
        (filters.team, lambda: _id_of(plan.team_of(one))),
        (filters.status, lambda: one.own_status if one.own_status in filters.status else one.status),
        (filters.health if isinstance(filters, FiltersWithHealth) else (), lambda: health_of(one).value),
    )
    return answers(one.dri, filters) and all(value() in wanted for wanted, value in facets if wanted)


def _id_of(file: PlanFile | None) -> str | None:
    return file.id if file else None


def people_by_team(plan: Plan, only: Container[str] = ()) -> list[tuple[Team | None, tuple[Person, ...]]]:
    """The people of each team, or of `only` some by id; without those, last who is in none."""
    if only:
        return [(team, plan.people_of(team)) for team in plan.teams.values() if team.id in only]
    rest = tuple(one for one in plan.people.values() if one.team not in plan.teams)
    return [*((team, plan.people_of(team)) for team in plan.teams.values()), (None, rest)]


def open_answers(plan: Plan, person: Person | Team, today: datetime.date) -> AnswersFor:
    """What a person or a team answers for that isn't done or dropped, the nearest day first and what has none
    last.
    """
    found = plan.answers_for(person)
    goals = [
        one for one in found.goals if one.plan.status.is_open and not figures.is_dropped(one.goal, today)
    ]
    actions = [
        one for one in found.actions if one.plan.status.is_open and not figures.is_settled(one.action, today)
    ]
    return AnswersFor(
        tuple(sorted(_open(found.plans), key=lambda one: _by_day(one.end))),
        tuple(sorted(goals, key=lambda one: _by_day(one.plan.due_of(one.goal)))),
        tuple(sorted(actions, key=lambda one: _by_day(one.action.due))),
        _open(found.contributes_to),
    )


def _open(plans: Iterable[LevelPlan]) -> tuple[LevelPlan, ...]:
    return tuple(one for one in plans if one.status.is_open)


def _by_day(date: Date | None) -> tuple[bool, datetime.date]:
    return date is None, date.last if date else datetime.date.max


# --- what a site shows -------------------------------------------------------------------------------


def is_published(file: PlanFile) -> bool:
    """Whether a site shows a plan file: all but drafts."""
    return not (isinstance(file, LevelPlan) and file.status is Status.DRAFT)


MANY_PEOPLE = 1_000
"""Of more people than these, only those whom the plan names are shown: a page takes four milliseconds of a
build, and who lists a whole directory looks in it elsewhere.
"""


def shown_people(plan: Plan, people: Iterable[Person]) -> list[Person]:
    """Those of the people who have a page and stand in the list."""
    are_many = len(plan.people) > MANY_PEOPLE
    return [person for person in people if not are_many or person.handle in plan.named_people]


# --- how many go well --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HealthCounts:
    """How many plans there are of each health, the unknown among them, and the worst of them.

    Only active and paused plans are counted. `worst` is the plan whose health is worst, of those the
    one whose pace is worst; None where no plan's health is known or all are on track.
    """

    on_track: int
    at_risk: int
    off_track: int
    unknown: int
    worst: LevelPlan | None

    @property
    def by_health(self) -> tuple[tuple[Health | None, int], ...]:
        """The number of each health that there is, the best first, last the unknown."""
        numbers = (self.on_track, self.at_risk, self.off_track, self.unknown)
        return tuple((one, number) for one, number in zip((*Health, None), numbers, strict=True) if number)

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.on_track + self.at_risk + self.off_track + self.unknown


def count_health(plans: Iterable[LevelPlan], health_of: Callable[[LevelPlan], HealthFigure]) -> HealthCounts:
    """Count plans by health: never an average of averages."""
    counted = [(plan, health_of(plan)) for plan in plans if plan.status.is_under_way]
    number = Counter(figure.value for _, figure in counted)
    order = list(Health)
    # The index breaks ties, so that of two plans alike the first is named, and plans needn't be comparable.
    bad = [
        (-order.index(figure.value), figure.pace or 0, index, plan)
        for index, (plan, figure) in enumerate(counted)
        if figure.value is not None and figure.value is not Health.ON_TRACK
    ]
    worst = min(bad, key=lambda row: row[:3])[3] if bad else None
    counts = number[Health.ON_TRACK], number[Health.AT_RISK], number[Health.OFF_TRACK]
    return HealthCounts(*counts, number[None], worst)
