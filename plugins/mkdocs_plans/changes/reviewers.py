"""Who should look at a change, each with all the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from mkdocs_plans.changes.changes import Changed, ChangedPerson
from mkdocs_plans.changes.responsibilities import Task, Tasks, gained_and_lost
from mkdocs_plans.changes.sentence import Sentence, quoted, say
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import LevelPlan, Person, PlanFile, Tactic, Team
from mkdocs_plans.plan import Plan


class Because(StrEnum):
    """Why someone should look, the weightiest reason first."""

    LOSES = "loses"
    GAINS = "gains"
    STOPS = "no-longer-contributes"
    JOINS = "contributes"
    ANSWERS = "answers-for-changed-plan"
    SERVED = "answers-for-strategy-served"
    ADVANCED = "answers-for-goal-advanced"
    DEPENDS = "depends-on-changed-plan"
    PERSON = "changed-in-people-file"

    @property
    def asks_to_agree(self) -> bool:
        """Whether it is their own responsibility that changes; others should know of it."""
        return self in {Because.LOSES, Because.GAINS, Because.ANSWERS}


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

    @property
    def should_agree(self) -> bool:
        """Whether the change is one of what they themselves answer for."""
        return any(reason.because.asks_to_agree for reason in self.reasons)


def reviewers(
    states: States, plans: Iterable[Changed], people: Iterable[ChangedPerson]
) -> tuple[Reviewer, ...]:
    """Give everybody who should look, those with the weightiest reasons first, then by handle."""
    reasons: dict[str, list[Reason]] = defaultdict(list)
    tasks = gained_and_lost(states)
    moved = {key for held in tasks for key in held}
    for handle, reason in (*_by_task(*tasks), *_by_plan(states, tuple(plans), moved), *_themselves(people)):
        reasons[handle].append(reason)
    found = [
        Reviewer(handle, states.now.people.get(handle) or states.before.people.get(handle), tuple(listed))
        for handle, listed in reasons.items()
    ]
    order = list(Because)
    return tuple(sorted(found, key=lambda one: (order.index(one.reasons[0].because), one.handle)))


def _by_task(gained: Tasks, lost: Tasks) -> Iterator[tuple[str, Reason]]:
    """Whoever loses or gains something."""
    for because, verb, role, tasks in (
        (Because.LOSES, "loses ", "DRI", lost),
        (Because.GAINS, "gains ", "DRI", gained),
        (Because.STOPS, "no longer contributes to ", "contributor", lost),
        (Because.JOINS, "now contributes to ", "contributor", gained),
    ):
        for (handle, task), line in tasks.items():
            if task.role == role:
                yield handle, Reason(because, say(verb) + line)


def _by_plan(
    states: States, changed: tuple[Changed, ...], moved: Set[tuple[str, Task]]
) -> Iterator[tuple[str, Reason]]:
    """Whoever is the DRI of what changed, of what it serves, and of what waits for it. Nobody is named
    twice for one thing: not whoever gains or loses it, nor for a link to what has changed itself.
    """
    found: dict[_Concern, dict[str, None]] = defaultdict(dict)
    for one in changed:
        for state, file in ((states.now, one.now), (states.before, one.before)):
            for concern in _concerned(state, file):
                found[concern if state is states.now else _as_now(concern, states)][one.file.title] = None
    own = {(concern.handle, concern.task) for concern in found if concern.because is Because.ANSWERS}
    for because in Because:
        told = moved if because is Because.ANSWERS else own
        for concern, titles in found.items():
            if concern.because is because and (concern.handle, concern.task) not in told:
                yield concern.handle, Reason(because, concern.said(list(titles)))


@dataclass(frozen=True, slots=True)
class _Concern:
    """That someone answers for a thing, which a changed plan is, serves, advances or is waited for by."""

    because: Because
    kind: str
    handle: str
    title: str
    task: Task

    def said(self, titles: list[str]) -> Sentence:
        word = "leads" if self.kind == "team" else "DRI of"
        named = say(f"{word} the {self.kind} “{{}}”", self.title)
        links = {
            Because.SERVED: " (served by ",
            Because.ADVANCED: " (advanced by ",
            Because.DEPENDS: " (depends on ",
        }
        link = links.get(self.because)
        return named + say(link) + quoted(titles) + say(")") if link else named


def _as_now(concern: _Concern, states: States) -> _Concern:
    """A concern of before, by what everything is called now."""
    handle = states.handle(concern.handle) or concern.handle
    group, _, name = concern.task.holder.rpartition("/")
    holder = states.renamed(group or "plan", name) or name
    title = states.title(group or "plan", holder)
    part = concern.task.part
    if part:
        part = states.goal_id(name, part)
        title = states.goal_title(holder, part)
    task = Task(concern.task.role, f"{group}/{holder}" if group else holder, part)
    return replace(concern, handle=handle, title=title, task=task)


def _concerned(state: Plan, file: PlanFile | None) -> Iterator[_Concern]:
    if isinstance(file, Team) and file.lead:
        yield _Concern(Because.ANSWERS, "team", file.lead, file.title, Task("DRI", f"team/{file.id}"))
    if not isinstance(file, LevelPlan):
        return
    above = state.strategy_of(file) if isinstance(file, Tactic) else _parent(state, file)
    for because, plans in (
        (Because.ANSWERS, (file,)),
        (Because.SERVED, (above,)),
        (Because.DEPENDS, state.waiting_for(file)),
    ):
        for plan in plans:
            if plan and plan.dri:
                yield _Concern(because, plan.type, plan.dri, plan.title, Task("DRI", plan.id))
    for one in state.goals_advanced_by(file) if isinstance(file, Tactic) else ():
        is_told = one.plan is above and not one.goal.dri
        if (dri := state.dri_of(one.plan, one.goal)) and not is_told:
            yield _Concern(
                Because.ADVANCED, "goal", dri, one.goal.title, Task("DRI", one.plan.id, one.goal.id)
            )


def _parent(state: Plan, file: LevelPlan) -> LevelPlan | None:
    return state.strategies.get(getattr(file, "parent", None) or "")


def _themselves(people: Iterable[ChangedPerson]) -> Iterator[tuple[str, Reason]]:
    for one in people:
        yield one.handle, Reason(Because.PERSON, say("is changed in the people file"))
