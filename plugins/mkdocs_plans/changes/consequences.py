"""What a change does to the plan as a whole: what it leaves uncovered."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from mkdocs_plans.changes.states import States
from mkdocs_plans.findings import Located, Place, Route
from mkdocs_plans.model import Goal, LevelPlan, Person, Strategy, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.standing import Work, counts, is_served, outlived, work_on

P = TypeVar("P", bound=LevelPlan)

ANY_DAY = datetime.date.max
"""What a change does doesn't hang on the day on which it is looked at: all that is written counts."""


class Effect(StrEnum):
    """What a change does to something, the gravest first."""

    GOAL_WITHOUT_TACTIC = "goal-without-tactic"
    STRATEGY_WITHOUT_TACTIC = "strategy-without-tactic"
    WITHOUT_DRI = "missing-dri"
    DRI_LEAVES = "dri-leaves"
    OUTLIVES_STRATEGY = "outside-strategy"


@dataclass(frozen=True, slots=True)
class Consequence:
    """Something that the change does beyond the lines that it edits: to which plan (where a DRI leaves, the
    person), to what of it, and what goes with that. An effect that a rule finds too has the rule's name.
    """

    effect: Effect
    about: LevelPlan | Person
    goal: Goal | None = None
    at: Route | None = None
    work: Work | None = None
    """Why nobody works on the goal."""
    was: str | None = None
    """The handle of the DRI that a plan had."""
    strategy: Strategy | None = None
    """The strategy that a tactic outlives."""
    is_gone: bool = False
    """Whether the person was taken out of the people file."""
    answers_for: tuple[LevelPlan | Goal, ...] = ()
    """What the person who leaves still answers for."""

    @property
    def subject(self) -> str:
        """The id of the plan, or the person's handle."""
        return self.about.handle if isinstance(self.about, Person) else self.about.id

    @property
    def finding(self) -> tuple[str, str, Place | None]:
        """What a finding that says the same has: rule, path, and the place where it is about a goal."""
        return self.effect, self.about.path, self.at


def finding_told(located: Located) -> tuple[str, str, Place | None]:
    """What a finding has, to be looked for among those that consequences tell."""
    finding = located.finding
    at = finding.at if finding.rule == Effect.GOAL_WITHOUT_TACTIC else None
    return finding.rule, finding.path, at


def consequences(states: States) -> tuple[Consequence, ...]:
    """Give all that the change does to the whole, the gravest first."""
    return tuple(
        chain(
            _uncovered_goals(states),
            _uncovered_strategies(states),
            _without_dri(states),
            _leaving(states),
            _outliving(states),
        )
    )


def _kept(states: States, plans: Iterable[P]) -> Iterator[tuple[LevelPlan, P]]:
    """Give the open plans of now that were there before, with what they were."""
    for plan in plans:
        before = states.was.get(("plan", plan.id))
        if isinstance(before, LevelPlan) and plan.status.is_open:
            yield before, plan


def _uncovered_goals(states: States) -> Iterator[Consequence]:
    """Give the goals to reach that nobody works on any more: whose last tactic was taken out, dropped, or
    advances them no more, or is done.
    """
    old_ids = dict(_goals_before(states))
    for before, plan in _kept(states, states.now.strategies.values()):
        for index, goal in enumerate(plan.goals):
            was = before.goal(old_ids.get((plan.id, goal.id), goal.id))
            if was is None or work_on(states.before, before, was, ANY_DAY).is_missing:
                continue
            work = work_on(states.now, plan, goal, ANY_DAY)
            if work.is_missing:
                at = Route.to("goals", index, "title")
                yield Consequence(Effect.GOAL_WITHOUT_TACTIC, plan, goal, at, work)


def _goals_before(states: States) -> Iterator[tuple[tuple[str, str], str]]:
    for (group, now_id), file in states.was.items():
        if group == "plan" and isinstance(file, LevelPlan):
            yield from (((now_id, states.goal_id(file.id, goal.id)), goal.id) for goal in file.goals)


def _uncovered_strategies(states: States) -> Iterator[Consequence]:
    """Give the strategies that had tactics, or others that cascade from them, and have none now."""
    for before, plan in _kept(states, states.now.strategies.values()):
        was_served = isinstance(before, Strategy) and _is_served(states.before, before)
        if was_served and not _is_served(states.now, plan):
            yield Consequence(Effect.STRATEGY_WITHOUT_TACTIC, plan)


def _is_served(plan: Plan, strategy: Strategy) -> bool:
    return is_served(plan, strategy) or any(map(counts, plan.children_of(strategy)))


def _without_dri(states: States) -> Iterator[Consequence]:
    """Give the plans that had a DRI and have none."""
    for before, plan in _kept(states, states.now.plans.values()):
        if before.dri and not plan.dri and states.now.was_read(plan, "dri"):
            yield Consequence(Effect.WITHOUT_DRI, plan, was=before.dri)


def _leaving(states: States) -> Iterator[Consequence]:
    """Give the people who leave now, or are taken out, and still answer for open plans or goals."""
    for pair in states.people:
        if pair.before is None or (pair.now and (pair.before.until or not pair.now.until)):
            continue
        left = pair.now or pair.before
        answers = states.now.answers_for(left)
        plans = [plan for plan in answers.plans if plan.status.is_open]
        goals = [one for one in answers.goals if one.plan.status.is_open and not one.goal.met]
        apart = [one.goal for one in goals if one.plan not in plans]
        if plans or apart:
            left_open: tuple[LevelPlan | Goal, ...] = (*plans, *apart)
            yield Consequence(Effect.DRI_LEAVES, left, is_gone=pair.now is None, answers_for=left_open)


def _outliving(states: States) -> Iterator[Consequence]:
    """Give the open tactics that end after their strategy, and didn't before."""
    for tactic in states.now.tactics.values():
        strategy = outlived(states.now, tactic) if tactic.status.is_open else None
        before = states.was.get(("plan", tactic.id))
        if strategy is None or (isinstance(before, Tactic) and outlived(states.before, before)):
            continue
        yield Consequence(Effect.OUTLIVES_STRATEGY, tactic, strategy=strategy)
