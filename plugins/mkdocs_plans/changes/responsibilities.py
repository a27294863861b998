"""Who is responsible for what in a state of the plan, so that two states show who gains and who loses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_plans.changes.states import States
from mkdocs_plans.model import Action, Goal, LevelPlan, Tactic
from mkdocs_plans.plan import Plan


@dataclass(frozen=True, slots=True)
class Task:
    """What someone is responsible for: a plan (`part` is empty), a goal or an action of it (`goal/ID`,
    `action/ID`), or a team (`team/ID` holds it), by what it is called now. Whoever leads the team of a
    plan has the plan's task with `part` as `team/ID`.
    """

    role: str
    """`DRI`, `lead` or `contributor`; whoever leads a team is its DRI."""
    holder: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a reader calls what someone is responsible for. `kind` is a type of plan file, `goal` or
    `action`; `of` the title of the plan that the latter two are part of, where that is to be told.
    """

    kind: str
    title: str
    of: str = ""


Tasks = Mapping[tuple[str, Task], Thing]
"""How each task of each person is named to a reader, by handle and task."""

Named = tuple[tuple[str, Task], Thing]


def gained_and_lost(states: States) -> tuple[Tasks, Tasks]:
    """Give the tasks that people have now and hadn't, and those that they had and haven't.

    Whoever gains or loses a plan or a team isn't told of what follows it.
    """
    before, now = dict(_before(states)), dict(_now(states))
    gained = {key: thing for key, thing in now.items() if key not in before}
    lost = {key: thing for key, thing in before.items() if key not in now}
    return _without_parts(gained), _without_parts(lost)


def _without_parts(tasks: Tasks) -> Tasks:
    def follows(handle: str, task: Task) -> bool:
        above = {Task("DRI", task.holder), Task("DRI", task.part)}
        return bool(task.part) and any((handle, one) in tasks for one in above)

    return {key: thing for key, thing in tasks.items() if not follows(*key)}


def _now(states: States) -> Iterator[Named]:
    yield from _tasks(states.now, lambda _, name: name, lambda _, part: part, lambda handle: handle)


def _before(states: States) -> Iterator[Named]:
    """The tasks of before, with all by what it is called now."""
    yield from _tasks(
        states.before,
        lambda group, name: states.renamed(group, name) or name,
        lambda plan, part: part_name(states, plan.id, part),
        lambda handle: states.handle(handle) or handle,
    )


def part_name(states: States, plan: str, part: str) -> str:
    """What a part of a task of before is called now. `plan` is the id that its plan had."""
    kind, _, name = part.partition("/")
    if kind == "goal":
        return f"goal/{states.goal_id(plan, name)}"
    return f"action/{states.action_id(plan, name)}" if kind == "action" else part


def parts_of(plan: LevelPlan) -> Iterator[Goal | Action]:
    """The goals and actions of a plan."""
    yield from plan.goals
    yield from plan.actions if isinstance(plan, Tactic) else ()


def _tasks(
    state: Plan,
    name: Callable[[str, str], str],
    part_name: Callable[[LevelPlan, str], str],
    person: Callable[[str], str],
) -> Iterator[Named]:
    """Give every task in a state."""
    for plan in state.plans.values():
        holder, whole = name("plan", plan.id), Thing(plan.type, plan.title)
        if plan.dri:
            yield (person(plan.dri), Task("DRI", holder)), whole
        if (team := state.team_of(plan)) and team.lead:
            yield (person(team.lead), Task("lead", holder, f"team/{name('team', team.id)}")), whole
        for handle in plan.contributors:
            yield (person(handle), Task("contributor", holder)), whole
        for part in parts_of(plan):
            kind, title = ("goal", part.title) if isinstance(part, Goal) else ("action", part.do)
            own, thing = part_name(plan, f"{kind}/{part.id}"), Thing(kind, title, plan.title)
            if dri := state.dri_of(plan, part):
                yield (person(dri), Task("DRI", holder, own)), thing
            for handle in part.contributors:
                yield (person(handle), Task("contributor", holder, own)), thing
    for team in state.teams.values():
        if team.lead:
            yield (person(team.lead), Task("DRI", f"team/{name('team', team.id)}")), Thing("team", team.title)
