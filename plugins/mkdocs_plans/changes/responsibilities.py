"""Who is responsible for what in a state of the plan, so that two states show who gains and who loses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_plans.changes.actions import same_actions
from mkdocs_plans.changes.sentence import Sentence, say
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import Action, Goal, LevelPlan, Tactic
from mkdocs_plans.plan import Plan


@dataclass(frozen=True, slots=True)
class Task:
    """What someone is responsible for: a plan (`part` is empty), a goal or an action of it, or a team,
    by what it is called now.
    """

    role: str
    """`DRI` or `contributor`; whoever leads a team is its DRI."""
    holder: str
    part: str = ""


Tasks = Mapping[tuple[str, Task], Sentence]
"""How each task of each person is named to a reader, by handle and task."""


def gained_and_lost(states: States) -> tuple[Tasks, Tasks]:
    """Give the tasks that people have now and hadn't, and those that they had and haven't.

    Whoever gains or loses a plan isn't told of the parts that follow it.
    """
    before, now = dict(_before(states)), dict(_now(states))
    gained = {key: line for key, line in now.items() if key not in before}
    lost = {key: line for key, line in before.items() if key not in now}
    return _without_parts(gained), _without_parts(lost)


def _without_parts(tasks: Tasks) -> Tasks:
    return {
        (handle, task): line
        for (handle, task), line in tasks.items()
        if not task.part or (handle, Task("DRI", task.holder)) not in tasks
    }


Named = tuple[tuple[str, Task], Sentence]


def _now(states: States) -> Iterator[Named]:
    yield from _tasks(states.now, lambda plan: plan.id, lambda _, part: part, lambda handle: handle)
    for team in states.now.teams.values():
        if team.lead:
            yield (team.lead, Task("DRI", f"team/{team.id}")), say("the team “{}”", team.title)


def _before(states: States) -> Iterator[Named]:
    """The tasks of before, with all by what it is called now."""
    parts = dict(_part_names(states))
    yield from _tasks(
        states.before,
        lambda plan: states.renamed("plan", plan.id) or plan.id,
        lambda plan, part: parts.get((plan.id, part), part),
        lambda handle: states.handle(handle) or handle,
    )
    for team in states.before.teams.values():
        if team.lead:
            name = states.renamed("team", team.id)
            lead = states.handle(team.lead) or team.lead
            yield (lead, Task("DRI", f"team/{name}")), say("the team “{}”", team.title)


def _part_names(states: States) -> Iterator[tuple[tuple[str, str], str]]:
    """Give what each goal and action of before is called now, by its plan and name of then."""
    for pair in states.files:
        if isinstance(pair.before, LevelPlan):
            for goal in pair.before.goals:
                name = states.goal_id(pair.before.id, goal.id)
                yield (pair.before.id, f"goal/{goal.id}"), f"goal/{name}"
        if isinstance(pair.before, Tactic) and isinstance(pair.now, Tactic):
            for actions in same_actions(pair.before.actions, pair.now.actions):
                if actions.before and actions.now:
                    yield (pair.before.id, f"action/{actions.before.id}"), f"action/{actions.now.id}"


def _tasks(
    state: Plan,
    plan_name: Callable[[LevelPlan], str],
    part_name: Callable[[LevelPlan, str], str],
    person: Callable[[str], str],
) -> Iterator[Named]:
    """Give every task in the plans of a state."""
    for plan in state.plans.values():
        holder = plan_name(plan)
        if plan.dri:
            yield (person(plan.dri), Task("DRI", holder)), say(f"the {plan.type} “{{}}”", plan.title)
        for handle in plan.contributors:
            task = Task("contributor", holder)
            yield (person(handle), task), say(f"the {plan.type} “{{}}”", plan.title)
        for name, part, said in _parts(plan):
            line = said + say(" of “{}”", plan.title)
            dri = state.dri_of(plan, part)
            if dri:
                yield (person(dri), Task("DRI", holder, part_name(plan, name))), line
            for handle in part.contributors:
                task = Task("contributor", holder, part_name(plan, name))
                yield (person(handle), task), line


def _parts(plan: LevelPlan) -> Iterator[tuple[str, Goal | Action, Sentence]]:
    """Give the goals and actions of a plan, with what a reader calls them."""
    for goal in plan.goals:
        yield f"goal/{goal.id}", goal, say("the goal “{}”", goal.title)
    for action in plan.actions if isinstance(plan, Tactic) else ():
        yield f"action/{action.id}", action, say("the action “{}”", action.do)
