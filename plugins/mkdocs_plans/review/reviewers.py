"""Who should look at a change, each with all the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plans.model import LevelPlan, Person, Tactic, Team
from mkdocs_plans.plan import Plan
from mkdocs_plans.review.changes import Changed, ChangedPerson
from mkdocs_plans.review.responsibilities import gained_and_lost
from mkdocs_plans.review.sentence import Sentence, joined, quoted, say
from mkdocs_plans.review.states import States


class Because(StrEnum):
    """Why someone should look, the weightiest reason first."""

    LOSES = "loses"
    GAINS = "gains"
    ANSWERS = "answers-for-changed-plan"
    SERVED = "answers-for-strategy-served"
    ADVANCED = "answers-for-goal-advanced"
    DEPENDS = "depends-on-changed-plan"
    PERSON = "changed-in-people-file"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, and what a reader is told of it."""

    because: Because
    line: Sentence


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Someone who should look at the change. `person` is None where the people file has nobody of that
    handle.
    """

    handle: str
    person: Person | None
    reasons: tuple[Reason, ...]


def reviewers(
    states: States, plans: Iterable[Changed], people: Iterable[ChangedPerson]
) -> tuple[Reviewer, ...]:
    """Give everybody who should look, those with the weightiest reasons first, then by handle."""
    reasons: dict[str, list[Reason]] = defaultdict(list)
    for handle, reason in (*_by_task(states), *_by_plan(states, tuple(plans)), *_themselves(people)):
        reasons[handle].append(reason)
    found = [
        Reviewer(handle, states.now.people.get(handle) or states.before.people.get(handle), tuple(listed))
        for handle, listed in reasons.items()
    ]
    order = list(Because)
    return tuple(sorted(found, key=lambda one: (order.index(one.reasons[0].because), one.handle)))


def _by_task(states: States) -> Iterator[tuple[str, Reason]]:
    """Whoever loses or gains something, all of it in one reason."""
    gained, lost = gained_and_lost(states)
    for because, verb, tasks in ((Because.LOSES, "loses", lost), (Because.GAINS, "gains", gained)):
        listed: dict[str, list[Sentence]] = defaultdict(list)
        for (handle, _), line in tasks.items():
            listed[handle].append(line)
        for handle, lines in listed.items():
            yield handle, Reason(because, say(f"{verb} ") + joined(lines, "; "))


def _by_plan(states: States, changed: tuple[Changed, ...]) -> Iterator[tuple[str, Reason]]:
    """Whoever answers for what changed, for what it serves, and for what waits for it."""
    found: dict[tuple[Because, str, str, str], list[str]] = defaultdict(list)
    for one in changed:
        for state, file in ((states.now, one.now), (states.before, one.before)):
            for because, kind, name, title in _concerned(state, file):
                handle = states.handle(name) if state is states.before else name
                titles = found[because, handle or name, kind, title]
                if one.file.title not in titles:
                    titles.append(one.file.title)
    for because in Because:
        for (reason, handle, kind, title), titles in found.items():
            if reason is because and (because is not Because.ANSWERS or title in titles):
                yield handle, Reason(because, _said(because, kind, title, titles))


Concern = tuple[Because, str, str, str]
"""Why, what kind of thing, whose it is, and its title."""


def _concerned(state: Plan, file: object) -> Iterator[Concern]:
    if isinstance(file, Team) and file.lead:
        yield Because.ANSWERS, "team", file.lead, file.title
    if not isinstance(file, LevelPlan):
        return
    if file.dri:
        yield Because.ANSWERS, file.type, file.dri, file.title
    strategy = state.strategy_of(file) if isinstance(file, Tactic) else _parent(state, file)
    if strategy and strategy.dri:
        yield Because.SERVED, "strategy", strategy.dri, strategy.title
    for one in state.goals_advanced_by(file) if isinstance(file, Tactic) else ():
        if dri := state.dri_of(one.plan, one.goal):
            yield Because.ADVANCED, "goal", dri, one.goal.title
    for plan in state.waiting_for(file):
        if plan.dri:
            yield Because.DEPENDS, plan.type, plan.dri, plan.title


def _parent(state: Plan, file: LevelPlan) -> LevelPlan | None:
    return state.strategies.get(getattr(file, "parent", None) or "")


def _said(because: Because, kind: str, title: str, titles: list[str]) -> Sentence:
    named = say(f"the {kind} “{{}}”", title)
    if because is Because.ANSWERS:
        return say("answers for ") + named
    if because is Because.DEPENDS:
        return say("answers for ") + named + say(", which depends on ") + quoted(titles)
    verb = " serves" if because is Because.SERVED else " advances"
    verb = verb if len(titles) == 1 else verb.removesuffix("s")
    return say("answers for ") + named + say(", which ") + quoted(titles) + say(verb)


def _themselves(people: Iterable[ChangedPerson]) -> Iterator[tuple[str, Reason]]:
    for one in people:
        yield one.handle, Reason(Because.PERSON, say("is changed in the people file"))
