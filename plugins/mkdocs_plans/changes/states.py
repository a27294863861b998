"""Two states of a plan with what is the same in both, whatever it is called now."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_plans.changes.matching import Key, Pair, pairs
from mkdocs_plans.model import Action, Goal, GoalReference, LevelPlan, Person, PlanFile, Tactic, Team, Theme
from mkdocs_plans.plan import GoalOf, Plan


def group_of(file: PlanFile) -> str:
    """Within what a file is known by its id: strategies and tactics together, each other type alone."""
    return "plan" if isinstance(file, LevelPlan) else file.type


def content(file: PlanFile) -> str:
    """What a file says, by which it is known under another id."""
    texts = [file.title, file.summary or ""]
    if isinstance(file, LevelPlan):
        texts += (goal.title for goal in file.goals)
    if isinstance(file, Tactic):
        texts += (action.do for action in file.actions)
    return "\n".join(filter(None, [*texts, getattr(file, "statement", None), file.body]))


def _whole(file: PlanFile) -> Hashable:
    return file.type, file.title, file.body, str(file.model_dump(exclude={"id"}))


def same_goals(before: Iterable[Goal], now: Iterable[Goal]) -> list[Pair[Goal]]:
    """Match the goals of a plan by id, by title, then by what is like it."""
    keys: tuple[Key[Goal], ...] = (lambda goal: goal.id, lambda goal: goal.title)
    return pairs(tuple(before), tuple(now), keys, lambda goal: goal.title)


def same_actions(before: Sequence[Action], now: Sequence[Action]) -> list[Pair[Action]]:
    """Match the actions of a tactic by what is to do, by id, then by what is like it."""
    keys: tuple[Key[Action], ...] = (lambda action: action.do, lambda action: action.id)
    return pairs(before, now, keys, lambda action: action.do)


@dataclass(frozen=True)
class States:
    """Two states of a plan."""

    before: Plan
    now: Plan

    @cached_property
    def files(self) -> tuple[Pair[PlanFile], ...]:
        """The plan files, matched within their group: by id, by all that they say but their id, by
        title, then by what is most alike.
        """
        found: list[Pair[PlanFile]] = []
        groups = dict.fromkeys(map(group_of, (*self.now.files, *self.before.files)))
        keys: tuple[Key[PlanFile], ...] = (
            lambda file: (file.id, file.path),
            lambda file: file.id,
            _whole,
            lambda file: (file.type, file.title),
        )
        for group in groups:
            before = [file for file in self.before.files if group_of(file) == group]
            now = [file for file in self.now.files if group_of(file) == group]
            found += pairs(before, now, keys, content)
        return tuple(found)

    @cached_property
    def people(self) -> tuple[Pair[Person], ...]:
        """The people, matched by handle, then by name, those without a name by role."""
        before, now = tuple(self.before.people.values()), tuple(self.now.people.values())
        keys: tuple[Key[Person], ...] = (
            lambda person: person.handle,
            lambda person: person.name,
            lambda person: None if person.name else person.role,
        )
        return tuple(pairs(before, now, keys))

    @cached_property
    def was(self) -> Mapping[tuple[str, str], PlanFile]:
        """What a file was before, by its group and the id that it has now."""
        return {
            (group_of(pair.now), pair.now.id): pair.before for pair in self.files if pair.now and pair.before
        }

    # --- what things are called now ---------------------------------------------------------------

    @cached_property
    def _ids(self) -> Mapping[tuple[str, str], str]:
        return {(group, file.id): now_id for (group, now_id), file in self.was.items()}

    @cached_property
    def _handles(self) -> Mapping[str, str]:
        return {pair.before.handle: pair.now.handle for pair in self.people if pair.before and pair.now}

    @cached_property
    def _goal_ids(self) -> Mapping[tuple[str, str], str]:
        found = {}
        for pair in self.files:
            if isinstance(pair.before, LevelPlan) and isinstance(pair.now, LevelPlan):
                for goals in same_goals(pair.before.goals, pair.now.goals):
                    if goals.before and goals.now:
                        found[pair.before.id, goals.before.id] = goals.now.id
        return found

    @cached_property
    def _action_ids(self) -> Mapping[tuple[str, str], str]:
        found = {}
        for pair in self.files:
            if isinstance(pair.before, Tactic) and isinstance(pair.now, Tactic):
                for actions in same_actions(pair.before.actions, pair.now.actions):
                    if actions.before and actions.now:
                        found[pair.before.id, actions.before.id] = actions.now.id
        return found

    def action_id(self, tactic: str, action: str) -> str:
        """What an action of before is called now."""
        return self._action_ids.get((tactic, action), action)

    def renamed(self, group: str, name: str | None) -> str | None:
        """What a plan, theme or team of before is called now."""
        return None if name is None else self._ids.get((group, name), name)

    def handle(self, handle: str | None) -> str | None:
        """What a person of before is called now."""
        return None if handle is None else self._handles.get(handle, handle)

    def goal_id(self, plan: str, goal: str) -> str:
        """What a goal of before is called now."""
        return self._goal_ids.get((plan, goal), goal)

    def goal(self, tactic: Tactic, reference: GoalReference, *, is_before: bool) -> tuple[str, str]:
        """The plan and the goal that an entry of `advances` names, by what they are called now."""
        plan = reference.plan or tactic.strategy or ""
        if not is_before:
            return plan, reference.goal
        return self.renamed("plan", plan) or "", self.goal_id(plan, reference.goal)

    # --- what there is, by the ids of now ---------------------------------------------------------

    def file(self, group: str, name: str | None) -> PlanFile | None:
        """The plan, theme or team that has an id now, else the one that had it before."""
        found = (_of(plan, group).get(name or "") for plan in (self.now, self.before))
        return next(filter(None, found), None)

    def goal_called(self, plan: str, name: str) -> GoalOf | None:
        """The goal of an id as it is now, else as it was."""
        for state in (self.now, self.before):
            holder = state.plans.get(plan)
            if holder and (goal := holder.goal(name)):
                return GoalOf(holder, goal)
        return None

    def person(self, handle: str) -> Person | None:
        """The person of a handle as they are now, else as they were."""
        return self.now.people.get(handle) or self.before.people.get(handle)


def _of(plan: Plan, group: str) -> Mapping[str, LevelPlan] | Mapping[str, Theme] | Mapping[str, Team]:
    if group == "plan":
        return plan.plans
    return plan.themes if group == "theme" else plan.teams
