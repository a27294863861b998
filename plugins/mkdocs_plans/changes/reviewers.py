"""Who should look at a change, each with all the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plans.changes.change import Changed, ChangedPerson, Kind
from mkdocs_plans.changes.plan_pair import PlanPair
from mkdocs_plans.model import Action, Goal, LevelPlan, Person, PlanFile, Tactic, Team
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Verdict


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


_ORDER = list(Because)

_ASK_TO_AGREE = {Because.LOSES, Because.GAINS, Because.TEAM_LOSES, Because.TEAM_GAINS, Because.ANSWERS}


@dataclass(frozen=True, slots=True)
class Thing:
    """What someone is responsible for, by what it is called now: a plan or a team (`group` is `plan` or
    `team`), or a goal or an action of a plan (`part` is the name of its list, then its id).
    """

    group: str
    id: str
    part: tuple[str, str] | None = None

    @property
    def whole(self) -> Thing:
        """The plan or team itself."""
        return Thing(self.group, self.id)


@dataclass(frozen=True, slots=True)
class Task:
    """That someone is responsible for a thing. `role` is `DRI`, `contributor`, or `lead` of the `team` of a
    plan; whoever leads a team is its DRI.
    """

    handle: str
    role: str
    thing: Thing
    team: str | None = None


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
    plans: PlanPair, changed: Iterable[Changed], people: Iterable[ChangedPerson]
) -> tuple[Reviewer, ...]:
    """Give everybody who should look, those with the weightiest reasons first, then by handle."""
    reasons: dict[str, list[Reason]] = defaultdict(list)
    then, now = list(_tasks(plans.then)), list(_tasks(plans.now))
    lost, gained = _without(then, now), _without(now, then)
    moved: set[tuple[str | None, Thing]] = {
        (task.handle, task.thing) for task in (*lost, *gained) if task.role == "DRI"
    }
    for handle, reason in (*_by_task(lost, gained), *_by_plan(plans, changed, moved)):
        reasons[handle].append(reason)
    for one in people:
        reasons[one.handle].append(Reason(Because.PERSON))
    found = [Reviewer(handle, plans.person(handle), tuple(listed)) for handle, listed in reasons.items()]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.reasons[0].because), one.handle)))


# --- what changes hands ---------------------------------------------------------------------------


def _tasks(state: Plan) -> Iterator[Task]:
    """Give every task in a state."""
    for plan in state.plans.values():
        whole = Thing("plan", plan.id)
        yield from (Task(handle, "DRI", whole) for handle in _asked(state, plan.dri))
        if (team := state.team_of(plan)) and team.lead:
            yield Task(team.lead, "lead", whole, team.id)
        yield from (Task(handle, "contributor", whole) for handle in plan.contributors)
        for part in _parts_of(plan):
            thing = _thing_of(plan, part)
            dris = _asked(state, state.dri_of(plan, part))
            yield from (Task(handle, "DRI", thing) for handle in dris)
            yield from (Task(handle, "contributor", thing) for handle in part.contributors)
    for team in state.teams.values():
        if team.lead:
            yield Task(team.lead, "DRI", Thing("team", team.id))


def _asked(state: Plan, names: Iterable[str]) -> list[str]:
    """Whom to ask where these answer: of a team whoever leads it, where nobody does the team itself."""
    return list(dict.fromkeys(handle for name in names for handle in state.asked_for([name]) or [name]))


def _parts_of(plan: LevelPlan) -> tuple[Goal | Action, ...]:
    return (*plan.goals, *plan.actions) if isinstance(plan, Tactic) else plan.goals


def _thing_of(plan: LevelPlan, part: Goal | Action) -> Thing:
    return Thing("plan", plan.id, ("goals" if isinstance(part, Goal) else "actions", part.id))


def _without(tasks: Iterable[Task], others: Iterable[Task]) -> list[Task]:
    """The tasks that aren't among the others, each once. Of whoever has a plan or a team that isn't among
    them, only that: what is part of it follows.
    """
    known = set(others)
    found = dict.fromkeys(task for task in tasks if task not in known)

    def follows(task: Task) -> bool:
        above = [task.thing.whole] if task.thing.part else []
        above += [task.thing, Thing("team", task.team)] if task.team else []
        return any(Task(task.handle, "DRI", thing) in found for thing in above)

    return [task for task in found if not follows(task)]


def _by_task(lost: Iterable[Task], gained: Iterable[Task]) -> Iterator[tuple[str, Reason]]:
    """Whoever loses or gains something."""
    for because, role, tasks in (
        (Because.LOSES, "DRI", lost),
        (Because.GAINS, "DRI", gained),
        (Because.TEAM_LOSES, "lead", lost),
        (Because.TEAM_GAINS, "lead", gained),
        (Because.STOPS, "contributor", lost),
        (Because.JOINS, "contributor", gained),
    ):
        yield from ((task.handle, Reason(because, task.thing)) for task in tasks if task.role == role)


# --- what is linked to what changed ---------------------------------------------------------------


_Concern = tuple[Because, str | None, Thing]
"""That someone answers for a thing, which a changed plan is, serves, advances or is waited for by."""


def _by_plan(
    plans: PlanPair, changed: Iterable[Changed], moved: set[tuple[str | None, Thing]]
) -> Iterator[tuple[str, Reason]]:
    """Whoever is the DRI of what changed, of what it serves, and of what waits for it. Nobody is named
    twice for one thing: not whoever gains or loses it, nor for a link to what has changed itself.
    """
    found: dict[_Concern, dict[str, None]] = defaultdict(dict)
    for one in changed:
        before = plans.then.by_path[one.before.path] if one.before else None
        for state, file in ((plans.now, one.now), (plans.then, before)):
            for concern, title in _concerned(plans, one, state, file) if file else ():
                found[concern][title] = None
    own = {(handle, thing) for because, handle, thing in found if because is Because.ANSWERS}
    for (because, handle, thing), titles in sorted(found.items(), key=lambda item: _ORDER.index(item[0][0])):
        is_own = because is Because.ANSWERS
        if handle and (handle, thing) not in (moved if is_own else own):
            yield handle, Reason(because, thing, () if is_own else tuple(titles))


def _concerned(
    plans: PlanPair, changed: Changed, state: Plan, file: PlanFile
) -> Iterator[tuple[_Concern, str]]:
    """Give whom a changed file concerns in one state, each with the title of what has changed."""
    title = changed.file.title
    if isinstance(file, Team):
        yield (Because.ANSWERS, file.lead, Thing("team", file.id)), title
    if not isinstance(file, LevelPlan):
        return
    yield from ((concern, title) for concern in _linked(state, file))
    for part in _changed_parts(changed, file):
        for handle in _asked(state, [name for name in part.dri if name not in file.dri]):
            yield (Because.ANSWERS, handle, _thing_of(file, part)), title
        for one in state.advancing(file, part) if isinstance(part, Goal) else ():
            if one.id != file.id:
                goal = plans.part(file.id, "goals", part.id)
                for handle in _asked(state, one.dri):
                    concern = Because.ADVANCES, handle, Thing("plan", one.id)
                    yield concern, getattr(goal, "title", "")


def _linked(state: Plan, plan: LevelPlan) -> Iterator[_Concern]:
    """Give whom a changed plan concerns by its links; nobody's concern where nobody answers."""
    above = state.strategies.get(plan.above_id or "")
    links = [(Because.ANSWERS, plan), *((Because.DEPENDS, one) for one in state.waiting_for(plan))]
    links += [(Because.SERVED, above)] if above else []
    for because, one in links:
        yield from ((because, handle, Thing("plan", one.id)) for handle in _asked(state, one.dri))
    for found in state.goals_advanced_by(plan):
        if found.plan is not above or found.goal.dri:  # else its DRI is told of the plan that it serves
            thing = _thing_of(found.plan, found.goal)
            dris = _asked(state, state.dri_of(found.plan, found.goal))
            yield from ((Because.ADVANCED, handle, thing) for handle in dris)


def _changed_parts(changed: Changed, file: LevelPlan) -> Iterator[Goal | Action]:
    """The goals and actions of a file in which something changed that its DRI and helpers go by."""
    ways = [
        one.field.split(".")
        for one in changed.changes
        if one.kind is not Kind.DETAIL or one.verdict is not Verdict.WORDING
    ]
    names = {tuple(way[:2]) for way in ways}
    yield from (part for part in _parts_of(file) if _thing_of(file, part).part in names)
