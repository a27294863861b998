"""Two plans with what is the same in both, whatever it is called now."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from mkdocs_plans.changes.matching import Key, Pair, pairs
from mkdocs_plans.model import (
    Action,
    Entity,
    Goal,
    GoalReference,
    LevelPlan,
    Person,
    PlanFile,
    Strategy,
    Tactic,
    Team,
)
from mkdocs_plans.plan import Plan

E = TypeVar("E", bound=Entity)

REFERENCES = {
    "dri": "person", "lead": "person", "contributors": "person", "team": "team", "theme": "theme",
    "strategy": "plan", "depends_on": "plan",
}  # fmt: skip
"""The fields that name people or plan files, each with the group that these are known in. `parent` names
a file of its own group.
"""

_Place = tuple[str, ...]
"""An id behind that within which it stands for one thing: a group, or a plan's id and the name of a list."""


def group_of(file: PlanFile) -> str:
    """Within what a file is known by its id: strategies and tactics together, each other type alone."""
    return "plan" if isinstance(file, LevelPlan) else file.type


def group_named(thing: Entity, field: str) -> str | None:
    """The group of what a field names; None where it names nothing."""
    return group_of(thing) if field == "parent" and isinstance(thing, PlanFile) else REFERENCES.get(field)


def _text(file: PlanFile) -> str:
    """What a file says, by which it is known under another id."""
    texts = [file.title, file.summary, *(goal.title for goal in getattr(file, "goals", ()))]
    texts += (action.do for action in getattr(file, "actions", ()))
    return "\n".join(filter(None, [*texts, getattr(file, "statement", None), file.body]))


def _all_but_id(file: PlanFile) -> Hashable:
    return file.type, file.title, file.body, str(file.model_dump(exclude={"id"}))


def _reported(update: Any) -> Hashable:
    return update.health, tuple(sorted(update.readings.items())), update.note


_FILE_KEYS: tuple[Key[PlanFile], ...] = (
    lambda file: (file.id, file.path),
    lambda file: file.id,
    _all_but_id,
    lambda file: (file.type, file.title),
)

_PERSON_KEYS: tuple[Key[Person], ...] = (
    lambda person: person.handle,
    lambda person: person.name,
    lambda person: None if person.name else person.role,
)

_PART_KEYS: Mapping[str, tuple[Key[Any], ...]] = {
    "goals": (lambda goal: goal.id, lambda goal: goal.title),
    "actions": (lambda action: action.do, lambda action: action.id),
    "resources": (lambda resource: resource.name, lambda resource: resource.url),
    "updates": (lambda update: update.date.last, _reported),
    "values": (lambda value: value.name, lambda value: value.statement),
}
"""By what the parts of each list are the same, the surest first."""

_PART_TEXTS: Mapping[str, Callable[[Any], str]] = {
    "goals": lambda goal: goal.title,
    "actions": lambda action: action.do,
    "resources": lambda resource: resource.name,
    "values": lambda value: value.name,
}
"""By what they are looked for at last, where one is much like another."""


def same_parts(name: str, before: PlanFile, now: PlanFile) -> list[Pair[Any]]:
    """Match the parts of two files in the list of a name, as `goals`; none where a file has no such list."""
    was, is_now = (getattr(file, name, ()) for file in (before, now))
    return pairs(was, is_now, _PART_KEYS[name], _PART_TEXTS.get(name))


@dataclass(frozen=True)
class PlanPair:
    """A plan before and now."""

    before: Plan
    now: Plan

    @cached_property
    def files(self) -> tuple[Pair[PlanFile], ...]:
        """The plan files, matched within their group: by id, by all that they say but their id, by
        title, then by what is most alike.
        """
        found: list[Pair[PlanFile]] = []
        for group in dict.fromkeys(map(group_of, (*self.now.files, *self.before.files))):
            before = [file for file in self.before.files if group_of(file) == group]
            now = [file for file in self.now.files if group_of(file) == group]
            found += pairs(before, now, _FILE_KEYS, _text)
        return tuple(found)

    @cached_property
    def people(self) -> tuple[Pair[Person], ...]:
        """The people, matched by handle, then by name, those without a name by role."""
        before, now = tuple(self.before.people.values()), tuple(self.now.people.values())
        return tuple(pairs(before, now, _PERSON_KEYS))

    # --- the plan before, in the names of now -----------------------------------------------------

    @cached_property
    def then(self) -> Plan:
        """The plan before, with everything called as it is now: so the two can be compared by ids."""
        if not self._new_names:
            return self.before
        people = [self._as_now(person, ("person",)) for person in self.before.people.values()]
        files = tuple(self._as_now(file, (group_of(file),)) for file in self.before.files)
        return replace(self.before, files=files, people={person.handle: person for person in people})

    def was_called(self, *place: str) -> str:
        """What had another id or handle before: that; else what it has now. `place` ends with that."""
        return self._old_names.get(place, place[-1])

    @cached_property
    def _renamed(self) -> tuple[tuple[_Place, _Place], ...]:
        """Where there is another name: the place before and the place now."""
        found: list[tuple[_Place, _Place]] = []
        for was, file in ((pair.before, pair.now) for pair in self.files):
            if was is None or file is None or was is file:
                continue
            found.append(((group_of(was), was.id), (group_of(file), file.id)))
            for name in ("goals", "actions"):
                found += (
                    ((was.id, name, part.before.id), (file.id, name, part.now.id))
                    for part in same_parts(name, was, file)
                    if part.before and part.now
                )
        people = ((pair.before, pair.now) for pair in self.people)
        found += ((("person", was.handle), ("person", now.handle)) for was, now in people if was and now)
        return tuple((was, now) for was, now in found if was[-1] != now[-1])

    @cached_property
    def _new_names(self) -> Mapping[_Place, str]:
        return {was: now[-1] for was, now in self._renamed}

    @cached_property
    def _old_names(self) -> Mapping[_Place, str]:
        return {now: was[-1] for was, now in self._renamed}

    def _now(self, *place: str) -> str:
        return self._new_names.get(place, place[-1])

    def _as_now(self, thing: E, place: _Place) -> E:
        """A thing of before in the names of now; itself where nothing that it names is called otherwise."""
        own = "handle" if isinstance(thing, Person) else "id"
        called: dict[str, Any] = {own: self._now(*place, getattr(thing, own))}
        for name in type(thing).model_fields:
            group, value = group_named(thing, name), getattr(thing, name)
            if group and value:
                names = (
                    tuple(self._now(self._group(group, one), one) for one in value)
                    if isinstance(value, tuple)
                    else None
                )
                called[name] = names or self._now(group, value)
        if isinstance(thing, LevelPlan):
            called |= self._parts_as_now(thing)
        called = {name: value for name, value in called.items() if value != getattr(thing, name)}
        copy = thing.model_copy(update=called) if called else thing
        if isinstance(thing, LevelPlan) and thing.measured and isinstance(copy, type(thing)):
            goals = [self._now(thing.id, "goals", one.goal) for one in thing.measured]
            pairs = zip(thing.measured, goals, strict=True)
            return copy.with_measured(replace(one, goal=goal) for one, goal in pairs)
        return copy

    def _group(self, group: str, name: str) -> str:
        """Within what a name is known: a team that answers stands where a person does."""
        return "team" if group == "person" and self.before.answering_team(name) else group

    def _parts_as_now(self, plan: LevelPlan) -> dict[str, Any]:
        called: dict[str, Any] = {
            "goals": tuple(self._as_now(goal, (plan.id, "goals")) for goal in plan.goals),
            "updates": tuple(
                update.model_copy(
                    update={
                        "readings": {
                            self._now(plan.id, "goals", goal): number
                            for goal, number in update.readings.items()
                        }
                    }
                )
                for update in plan.updates
            ),
        }
        if isinstance(plan, Tactic):
            called["actions"] = tuple(self._as_now(action, (plan.id, "actions")) for action in plan.actions)
            called["advances"] = tuple(self._goal_as_now(plan, one) for one in plan.advances)
        if isinstance(plan, Strategy) and plan.serves:
            called["serves"] = self._goal_as_now(plan, plan.serves)
        return called

    def _goal_as_now(self, plan: LevelPlan, one: GoalReference) -> GoalReference:
        """A goal that a plan names."""
        goal = self._now(one.plan or plan.above_id or "", "goals", one.goal)
        return GoalReference(goal, one.plan and self._now("plan", one.plan))

    # --- what there is, by the ids of now ---------------------------------------------------------

    def file(self, group: str, name: str) -> PlanFile | None:
        """The plan, theme or team that has an id now, else the one that had it before."""
        kinds = {"plan": "plans", "theme": "themes", "team": "teams"}
        found = (getattr(plan, kinds[group]).get(name) for plan in (self.now, self.then))
        return next(filter(None, found), None)

    def part(self, plan: str, name: str, part: str) -> Goal | Action | None:
        """The goal or action of an id as it is now, else as it was; `name` is that of its list."""
        for holder in (self.now.plans.get(plan), self.then.plans.get(plan)):
            parts: tuple[Goal | Action, ...] = getattr(holder, name, ())
            for one in parts:
                if one.id == part:
                    return one
        return None

    def answering_team(self, name: str) -> Team | None:
        """The team that a DRI names as it is now, else as it was."""
        return self.now.answering_team(name) or self.then.answering_team(name)

    def person(self, handle: str) -> Person | None:
        """The person of a handle as they are now, else as they were."""
        return self.now.people.get(handle) or self.then.people.get(handle)
