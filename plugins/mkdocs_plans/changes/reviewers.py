"""Who should look at a change, each with all the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from mkdocs_plans.changes.changes import Changed, ChangedPerson, Kind
from mkdocs_plans.changes.responsibilities import Task, Tasks, Thing, gained_and_lost, part_name, parts_of
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import Action, Goal, LevelPlan, Person, PlanFile, Tactic, Team
from mkdocs_plans.plan import Plan


class Because(StrEnum):
    """Why someone should look, the weightiest reason first."""

    LOSES = "loses"
    GAINS = "gains"
    TEAM_LOSES = "team-loses"
    TEAM_GAINS = "team-gains"
    STOPS = "no-longer-contributes"
    JOINS = "contributes"
    ANSWERS = "answers-for-changed-plan"
    SERVED = "answers-for-strategy-served"
    ADVANCED = "answers-for-goal-advanced"
    ADVANCES = "answers-for-tactic-that-advances"
    DEPENDS = "depends-on-changed-plan"
    PERSON = "changed-in-people-file"

    @property
    def asks_to_agree(self) -> bool:
        """Whether it is their own responsibility that changes; others should know of it."""
        return self in _ASK_TO_AGREE


_ASK_TO_AGREE = {Because.LOSES, Because.GAINS, Because.TEAM_LOSES, Because.TEAM_GAINS, Because.ANSWERS}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why someone should look: what of theirs it is about, and the titles of what changed that is linked to
    that. `thing` is None where they themselves changed.
    """

    because: Because
    thing: Thing | None = None
    links: tuple[str, ...] = ()


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
    for handle, reason in (*_by_task(*tasks), *_by_plan(states, tuple(plans), moved)):
        reasons[handle].append(reason)
    for one in people:
        reasons[one.handle].append(Reason(Because.PERSON))
    found = [Reviewer(handle, states.person(handle), tuple(listed)) for handle, listed in reasons.items()]
    order = list(Because)
    return tuple(sorted(found, key=lambda one: (order.index(one.reasons[0].because), one.handle)))


def _by_task(gained: Tasks, lost: Tasks) -> Iterator[tuple[str, Reason]]:
    """Whoever loses or gains something."""
    for because, role, tasks in (
        (Because.LOSES, "DRI", lost),
        (Because.GAINS, "DRI", gained),
        (Because.TEAM_LOSES, "lead", lost),
        (Because.TEAM_GAINS, "lead", gained),
        (Because.STOPS, "contributor", lost),
        (Because.JOINS, "contributor", gained),
    ):
        for (handle, task), thing in tasks.items():
            if task.role == role:
                yield handle, Reason(because, thing)


@dataclass(frozen=True, slots=True)
class _Concern:
    """That someone answers for a thing, which a changed plan is, serves, advances or is waited for by."""

    because: Because
    handle: str
    task: Task
    thing: Thing


def _by_plan(
    states: States, changed: tuple[Changed, ...], moved: Set[tuple[str, Task]]
) -> Iterator[tuple[str, Reason]]:
    """Whoever is the DRI of what changed, of what it serves, and of what waits for it. Nobody is named
    twice for one thing: not whoever gains or loses it, nor for a link to what has changed itself.
    """
    found: dict[_Concern, dict[str, None]] = defaultdict(dict)
    for one in changed:
        for concern, title in _concerned(one, states.now, one.now):
            found[concern][title] = None
        for concern, title in _concerned(one, states.before, one.before):
            found[_as_now(concern, states)][title] = None
    own = {(concern.handle, concern.task) for concern in found if concern.because is Because.ANSWERS}
    for because in Because:
        told = moved if because is Because.ANSWERS else own
        for concern, titles in found.items():
            if concern.because is because and (concern.handle, concern.task) not in told:
                links = () if because is Because.ANSWERS else tuple(titles)
                yield concern.handle, Reason(because, concern.thing, links)


def _as_now(concern: _Concern, states: States) -> _Concern:
    """A concern of before, by what everything is called now."""
    handle = states.handle(concern.handle) or concern.handle
    group, _, name = concern.task.holder.rpartition("/")
    holder = states.renamed(group or "plan", name) or name
    file = states.file(group or "plan", holder)
    title = file.title if file else concern.thing.title
    part = part_name(states, name, concern.task.part)
    if part.startswith("goal/") and (goal := states.goal_called(holder, part.removeprefix("goal/"))):
        title = goal.goal.title
    elif part:
        title = concern.thing.title
    task = Task(concern.task.role, f"{group}/{holder}" if group else holder, part)
    return replace(concern, handle=handle, task=task, thing=replace(concern.thing, title=title))


def _concerned(changed: Changed, state: Plan, file: PlanFile | None) -> Iterator[tuple[_Concern, str]]:
    """Give whom a changed file concerns in one state, each with the title of what has changed."""
    if isinstance(file, Team) and file.lead:
        task = Task("DRI", f"team/{file.id}")
        yield _Concern(Because.ANSWERS, file.lead, task, Thing("team", file.title)), file.title
    if not isinstance(file, LevelPlan):
        return
    title = changed.file.title
    above = state.strategy_of(file) if isinstance(file, Tactic) else _parent(state, file)
    for because, plans in (
        (Because.ANSWERS, (file,)),
        (Because.SERVED, (above,)),
        (Because.DEPENDS, state.waiting_for(file)),
    ):
        for plan in plans:
            if plan and plan.dri:
                task = Task("DRI", plan.id)
                yield _Concern(because, plan.dri, task, Thing(plan.type, plan.title)), title
    for one in state.goals_advanced_by(file) if isinstance(file, Tactic) else ():
        is_told = one.plan is above and not one.goal.dri
        if (dri := state.dri_of(one.plan, one.goal)) and not is_told:
            task = Task("DRI", one.plan.id, f"goal/{one.goal.id}")
            yield _Concern(Because.ADVANCED, dri, task, Thing("goal", one.goal.title)), title
    for part in _changed_parts(changed, file):
        yield from _concerned_by_part(state, file, part)


def _concerned_by_part(state: Plan, plan: LevelPlan, part: Goal | Action) -> Iterator[tuple[_Concern, str]]:
    """Whoever answers for a goal or an action that changed, apart from its plan; and for the tactics that
    advance the goal.
    """
    kind, title = ("goal", part.title) if isinstance(part, Goal) else ("action", part.do)
    if part.dri and part.dri != plan.dri:
        task = Task("DRI", plan.id, f"{kind}/{part.id}")
        yield _Concern(Because.ANSWERS, part.dri, task, Thing(kind, title)), title
    for tactic in state.tactics_advancing(plan, part) if isinstance(part, Goal) else ():
        if tactic.dri and tactic.id != plan.id:
            task = Task("DRI", tactic.id)
            yield _Concern(Because.ADVANCES, tactic.dri, task, Thing("tactic", tactic.title)), title


def _changed_parts(changed: Changed, file: LevelPlan) -> Iterator[Goal | Action]:
    """The goals and actions of a file in which something changed that its DRI and helpers go by."""
    names = {
        one.field.split(".")[1]
        for one in changed.changes
        if one.kind is not Kind.DETAIL and one.field.startswith(("goals.", "actions."))
    }
    yield from (part for part in parts_of(file) if part.id in names)


def _parent(state: Plan, file: LevelPlan) -> LevelPlan | None:
    return state.strategies.get(getattr(file, "parent", None) or "")
