"""What a change does to the plan as a whole: what it leaves uncovered."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from mkdocs_plans.changes.plan_pair import PlanPair
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
    was: tuple[str, ...] = ()
    """Who the DRI of a plan was."""
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


def consequences(plans: PlanPair) -> tuple[Consequence, ...]:
    """Give all that the change does to the whole, the gravest first."""
    ways = (_uncovered_goals, _uncovered_strategies, _without_dri, _leaving, _outliving)
    return tuple(one for find in ways for one in find(plans.then, plans.now))


def _kept(then: Plan, plans: Mapping[str, P]) -> Iterator[tuple[LevelPlan, P]]:
    """Give the open plans of now that were there before, with what they were."""
    for name, plan in plans.items():
        if name in then.plans and plan.status.is_open:
            yield then.plans[name], plan


def _uncovered_goals(then: Plan, now: Plan) -> Iterator[Consequence]:
    """Give the goals to reach that nobody works on any more: whose last tactic was taken out, dropped, or
    advances them no more, or is done.
    """
    for before, plan in _kept(then, now.strategies):
        for index, goal in enumerate(plan.goals):
            was = before.goal(goal.id)
            if was is None or work_on(then, before, was, ANY_DAY).is_missing:
                continue
            work = work_on(now, plan, goal, ANY_DAY)
            if work.is_missing:
                at = Route.to("goals", index, "title")
                yield Consequence(Effect.GOAL_WITHOUT_TACTIC, plan, goal, at, work)


def _uncovered_strategies(then: Plan, now: Plan) -> Iterator[Consequence]:
    """Give the strategies that had tactics, or others that cascade from them, and have none now."""
    for before, plan in _kept(then, now.strategies):
        if isinstance(before, Strategy) and _is_served(then, before) and not _is_served(now, plan):
            yield Consequence(Effect.STRATEGY_WITHOUT_TACTIC, plan)


def _is_served(plan: Plan, strategy: Strategy) -> bool:
    return is_served(plan, strategy) or any(map(counts, plan.children_of(strategy)))


def _without_dri(then: Plan, now: Plan) -> Iterator[Consequence]:
    """Give the plans that had a DRI and have none."""
    for before, plan in _kept(then, now.plans):
        if before.dri and not plan.dri and now.was_read(plan, "dri"):
            yield Consequence(Effect.WITHOUT_DRI, plan, was=before.dri)


def _leaving(then: Plan, now: Plan) -> Iterator[Consequence]:
    """Give the people who leave now, or are taken out, and still answer for open plans or goals."""
    for before in then.people.values():
        person = now.people.get(before.handle)
        if person and (before.until or not person.until):
            continue
        answers = now.answers_for(person or before)
        plans = [plan for plan in answers.plans if plan.status.is_open]
        goals = [one for one in answers.goals if one.plan.status.is_open and not one.goal.is_settled]
        apart = [one.goal for one in goals if one.plan not in plans]
        if plans or apart:
            left_open: tuple[LevelPlan | Goal, ...] = (*plans, *apart)
            yield Consequence(
                Effect.DRI_LEAVES, person or before, is_gone=person is None, answers_for=left_open
            )


def _outliving(then: Plan, now: Plan) -> Iterator[Consequence]:
    """Give the open tactics that end after their strategy, and didn't before."""
    for tactic in now.tactics.values():
        strategy = outlived(now, tactic) if tactic.status.is_open else None
        before = then.plans.get(tactic.id)
        if strategy and not (isinstance(before, Tactic) and outlived(then, before)):
            yield Consequence(Effect.OUTLIVES_STRATEGY, tactic, strategy=strategy)
