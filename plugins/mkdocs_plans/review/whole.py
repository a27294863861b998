"""What a change does to the plan as a whole: what it leaves uncovered."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from mkdocs_plans.findings import Located, Place, Route
from mkdocs_plans.model import LevelPlan, Person, Strategy, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.review.sentence import Sentence, counted, quoted, say
from mkdocs_plans.review.shown import shown_date
from mkdocs_plans.review.states import States
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
    """Something that the change does beyond the lines that it edits: to which plan (its id and path; a
    person's handle where a DRI leaves), to what of it, and what a reader is told. An effect that a rule
    finds too has the rule's name.
    """

    effect: Effect
    subject: str
    path: str
    line: Sentence
    goal: str | None = None
    at: Route | None = None

    @property
    def finding(self) -> tuple[str, str, Place | None]:
        """What a finding that says the same has: rule, path, and the place where it is about a goal."""
        return self.effect, self.path, self.at


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
                said = "No tactic advances the goal “{}” of “{}” any more"
                if work is Work.TACTICS_DONE:
                    said = "The tactics that advance the goal “{}” of “{}” are done, and it isn’t reached"
                line = say(said, goal.title, plan.title)
                at = Route.to("goals", index, "title")
                yield Consequence(Effect.GOAL_WITHOUT_TACTIC, plan.id, plan.path, line, goal.id, at)


def _goals_before(states: States) -> Iterator[tuple[tuple[str, str], str]]:
    for (group, now_id), file in states.was.items():
        if group == "plan" and isinstance(file, LevelPlan):
            yield from (((now_id, states.goal_id(file.id, goal.id)), goal.id) for goal in file.goals)


def _uncovered_strategies(states: States) -> Iterator[Consequence]:
    """Give the strategies that had tactics, or others that cascade from them, and have none now."""
    for before, plan in _kept(states, states.now.strategies.values()):
        was_served = isinstance(before, Strategy) and _is_served(states.before, before)
        if was_served and not _is_served(states.now, plan):
            line = say("No tactic serves the strategy “{}” any more", plan.title)
            yield Consequence(Effect.STRATEGY_WITHOUT_TACTIC, plan.id, plan.path, line)


def _is_served(plan: Plan, strategy: Strategy) -> bool:
    return is_served(plan, strategy) or any(map(counts, plan.children_of(strategy)))


def _without_dri(states: States) -> Iterator[Consequence]:
    """Give the plans that had a DRI and have none."""
    for before, plan in _kept(states, states.now.plans.values()):
        if before.dri and not plan.dri and f"{plan.id}.dri" not in states.now.incomplete:
            line = say(f"Nobody answers for the {plan.type} “{{}}” any more", plan.title)
            line += say("; it was {}", before.dri)
            yield Consequence(Effect.WITHOUT_DRI, plan.id, plan.path, line)


def _leaving(states: States) -> Iterator[Consequence]:
    """Give the people who leave now, or are taken out, and still answer for open plans or goals."""
    for pair in states.people:
        if pair.before is None or (pair.now and (pair.before.until or not pair.now.until)):
            continue
        left = pair.now or pair.before
        answers = states.now.answers_for(left)
        plans = [plan for plan in answers.plans if plan.status.is_open]
        goals = [one for one in answers.goals if one.plan.status.is_open and not one.goal.met]
        apart = [one for one in goals if one.plan not in plans]
        if plans or apart:
            titles = [plan.title for plan in plans] + [one.goal.title for one in apart]
            said = " and ".join(
                counted(len(group), noun) for group, noun in ((plans, "plan"), (apart, "goal")) if group
            )
            line = say("The DRI {}", left.handle) + _going(pair.now) + say(f" and still answers for {said}: ")
            yield Consequence(Effect.DRI_LEAVES, left.handle, left.path, line + quoted(titles))


def _going(person: Person | None) -> Sentence:
    until = person.until if person else None
    return say(" leaves {}", shown_date(until)) if until else say(" is taken out of the people")


def _outliving(states: States) -> Iterator[Consequence]:
    """Give the open tactics that end after their strategy, and didn't before."""
    for tactic in states.now.tactics.values():
        strategy = outlived(states.now, tactic) if tactic.status.is_open else None
        before = states.was.get(("plan", tactic.id))
        if strategy is None or (isinstance(before, Tactic) and outlived(states.before, before)):
            continue
        if strategy.end is not None and tactic.end is not None:
            days = (tactic.end.last - strategy.end.last).days
            line = say("The tactic “{}” now ends {}, ", tactic.title, shown_date(tactic.end))
            line += say(f"{counted(days, 'day')} after its strategy “{{}}”", strategy.title)
            line += say(", which ends {}", shown_date(strategy.end))
            yield Consequence(Effect.OUTLIVES_STRATEGY, tactic.id, tactic.path, line)
