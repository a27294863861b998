"""A file or a person, before and now → what changed in each field: a table says how the fields are compared.

A field that stands in no table is compared by its value, and is a detail: a new field of the model needs
nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, cast

from mkdocs_plans.changes.change import (
    Change,
    FileId,
    GoalId,
    Handle,
    Kind,
    Number,
    OwnStatus,
    Part,
    Settled,
    Single,
    Step,
    Value,
    meaning,
)
from mkdocs_plans.changes.plan_pair import PlanPair, group_named, group_of, same_parts
from mkdocs_plans.changes.prose import changed_sections
from mkdocs_plans.model import (
    Action,
    Date,
    Entity,
    Goal,
    GoalReference,
    LevelPlan,
    PlanFile,
    Resource,
    Update,
    ValueStatement,
)
from mkdocs_plans.model.table_readings import TableReading

_KINDS = {
    "type": Kind.TYPE,
    "title": Kind.RENAMED,
    "do": Kind.ACTION_REWORDED,
    "id": Kind.RENAMED,
    "handle": Kind.RENAMED,
    "statement": Kind.STATEMENT,
    "outcome": Kind.STATEMENT,
    "status": Kind.STATUS,
    "until": Kind.STATUS,
    "start": Kind.RESCHEDULED,
    "end": Kind.RESCHEDULED,
    "due": Kind.RESCHEDULED,
    "originally": Kind.RESCHEDULED,
    "when": Kind.RESCHEDULED,
    "dri": Kind.REASSIGNED,
    "lead": Kind.REASSIGNED,
    "contributors": Kind.REASSIGNED,
    "team": Kind.REASSIGNED,
    "depends_on": Kind.RELINKED,
    "theme": Kind.RELINKED,
    "parent": Kind.RELINKED,
    "strategy": Kind.RELINKED,
    "serves": Kind.RELINKED,
    "advances": Kind.RELINKED,
    "number": Kind.DETAIL,
    "readings": Kind.READING,
    "body": Kind.PROSE,
}
"""What a change of a field is about, in the order in which fields of one weight are told."""

_KINDS_OF_PARTS: dict[type[Entity], Kind] = {
    Goal: Kind.RETARGETED,
    Resource: Kind.RESOURCE_CHANGED,
    Update: Kind.UPDATE_EDITED,
    ValueStatement: Kind.STATEMENT,
}
"""What it is about where the field alone doesn't say; else it is a detail."""

_BESIDE_A_GOAL = frozenset({"note", "url"})
"""The fields of a goal that say nothing of what is to be reached."""

_CAME_AND_WENT = {
    "goals": (Kind.RETARGETED, Kind.RETARGETED),
    "actions": (Kind.ACTION_ADDED, Kind.ACTION_REMOVED),
    "resources": (Kind.RESOURCE_ADDED, Kind.RESOURCE_REMOVED),
    "updates": (Kind.UPDATE_ADDED, Kind.UPDATE_REMOVED),
    "values": (Kind.STATEMENT, Kind.STATEMENT),
}
"""The lists of parts, with what it is about where a part came or went."""


# --- one field's value ----------------------------------------------------------------------------


def value_of(thing: Entity, name: str) -> Value:
    """What a field holds, typed: people, plans and goals as what they are, numbers with their unit."""
    group = group_named(thing, name)

    def typed(value: object) -> Single:
        match value:
            case GoalReference(goal, plan):
                above = thing.above_id if isinstance(thing, LevelPlan) else None
                return GoalId(plan or above or "", goal, str(value))
            case str() if group:
                return Handle(value) if group == "person" else FileId(group, value)
            case Decimal():
                return Number(value, getattr(thing, "unit", None))
            case _:
                return cast(Single, value)  # the fields of the model hold no other types

    if name == "status" and isinstance(thing, LevelPlan) and thing.own_status:
        return OwnStatus(thing.own_status, thing.status)
    value = getattr(thing, name, None)
    if isinstance(thing, Goal) and name == "targets":
        steps = sorted(thing.targets.items(), key=lambda step: step[0].last)
        return tuple(
            Step(day, aim if isinstance(aim, str) else Number(aim, thing.unit)) for day, aim in steps
        )
    if isinstance(value, tuple):
        several = tuple(map(typed, value))
        return several[0] if name == "dri" and len(several) == 1 else several
    return None if value is None else typed(value)


# --- the fields of one thing ----------------------------------------------------------------------


def list_changes(before: Entity, now: Entity, plans: PlanPair) -> Iterator[Change]:
    """Give what changed in a plan file or a person. `before` is it in the names of now."""
    sides = _Sides(before, now, plans, now if isinstance(now, PlanFile) else None)
    yield from sides.changes()
    if isinstance(before, LevelPlan) and isinstance(now, LevelPlan):
        yield from sides.measured(before.measured, now.measured)


@cache
def _fields_of(before: type[Entity], now: type[Entity]) -> tuple[str, ...]:
    """The fields that both have, in the order in which they are told."""
    names = [name for name in now.model_fields if name in before.model_fields]
    return (*(name for name in _KINDS if name in names), *(name for name in names if name not in _KINDS))


@dataclass(frozen=True)
class _Sides:
    """One thing before, in the names of now, and now: a person, a plan file, or a part of the `file`, with
    `at` as its way there (`goals.ID.`).
    """

    before: Any
    now: Any
    plans: PlanPair
    file: PlanFile | None = None
    at: str = ""
    part: Part | None = None

    def changes(self) -> Iterator[Change]:
        """Give what changed in each field that both sides have."""
        for name in _fields_of(self.before.__class__, self.now.__class__):
            yield from _COMPARED.get(name, _Sides.plain)(self, name)

    def edit(self, kind: Kind | None, name: str, before: Value, now: Value) -> Iterator[Change]:
        """Give the change of a field, if it means something else; the order of a list means nothing."""
        if meaning(before, name) != meaning(now, name):
            is_beside = isinstance(self.now, Goal) and name in _BESIDE_A_GOAL
            of_part = Kind.DETAIL if is_beside else _KINDS_OF_PARTS.get(type(self.now), Kind.DETAIL)
            kind = kind or _KINDS.get(name) or of_part
            yield Change(kind, self.at + name, before, now, self.part)

    def values(self, name: str) -> tuple[Value, Value]:
        """What a field holds on both sides."""
        return value_of(self.before, name), value_of(self.now, name)

    def plain(self, name: str) -> Iterator[Change]:
        """A field that holds a value, or names others."""
        if getattr(self.before, name) != getattr(self.now, name):
            yield from self.edit(None, name, *self.values(name))

    def own_name(self, name: str) -> Iterator[Change]:
        """An id or a handle; of a part, where its title doesn't say already that it is called otherwise."""
        called = getattr(self.now, name)
        place: tuple[str, ...] = ("person",)
        if self.part is not None and self.file is not None:
            text = "title" if isinstance(self.now, Goal) else "do"
            if getattr(self.before, text) != getattr(self.now, text):
                return
            place = (self.file.id, self.at.partition(".")[0])
        elif self.file is not None:
            place = (group_of(self.file),)
        yield from self.edit(None, name, self.plans.was_called(*place, called), called)

    def status(self, name: str) -> Iterator[Change]:
        """The status as it is written: two words of the organisation's own may count as one of ours."""
        yield from self.edit(None, name, *self.values(name))

    def promised(self, name: str) -> Iterator[Change]:
        """A date, and what it was first promised for. Where the promise is only written down as the date
        moves, that is told with the move; where the date moves back to it, nothing is.
        """
        before, now = self.values(name)
        first, kept = self.values("originally")
        has_moved = meaning(before) != meaning(now)
        is_new = has_moved and first is None and kept is not None and meaning(kept) == meaning(before)
        is_back = has_moved and kept is None and first is not None and meaning(first) == meaning(now)
        for change in self.edit(None, name, before, now):
            is_told = is_new or meaning(first) == meaning(kept)
            other = kept if is_told and meaning(kept) != meaning(now) else None
            yield replace(change, promised=other if now and isinstance(other, Date) else None)
        if not (is_new or is_back):
            yield from self.edit(None, "originally", first, kept)

    def settled(self, _: str) -> Iterator[Change]:
        """Whether an action is done or dropped."""
        was, is_now = _settled(self.before), _settled(self.now)
        if found := is_now or was:
            kind = Kind.ACTION_DONE if found.word == "done" else Kind.ACTION_DROPPED
            yield from self.edit(kind if is_now else Kind.ACTION_REOPENED, found.word, was, is_now)

    def given_up(self, name: str) -> Iterator[Change]:
        """Whether a goal is dropped; of an action it is told with whether it is done."""
        if isinstance(self.now, Goal):
            yield from self.plain(name)

    def advanced(self, name: str) -> Iterator[Change]:
        """Which goals a tactic advances, or which one a strategy serves: one that is named as it was, or
        means the same, is the same.
        """
        was, is_now = (
            tuple(one for one in (side if isinstance(side, tuple) else (side,)) if isinstance(one, GoalId))
            for side in self.values(name)
        )
        kept = tuple(self._as_named(one, is_now) for one in was)
        yield from self.edit(None, name, kept, is_now)

    def _as_named(self, one: GoalId, now: tuple[GoalId, ...]) -> GoalId:
        """A goal of before as it is named now, where it is."""
        plan, goal = (
            self.plans.was_called("plan", one.plan),
            self.plans.was_called(one.plan, "goals", one.goal),
        )
        unchanged = replace(one, plan=plan, goal=goal)
        named = {other.written: other for other in now}
        return named.get(one.written, unchanged if unchanged in now else one)

    def readings(self, name: str) -> Iterator[Change]:
        """The numbers of an update, each in the unit that its goal has now."""
        was, is_now = getattr(self.before, name), getattr(self.now, name)
        for goal in dict.fromkeys((*is_now, *was)):
            numbers = [number_of(self.file, goal, side.get(goal)) for side in (was, is_now)]
            yield from self.edit(Kind.READING, f"{name}.{goal}", *numbers)

    def measured(self, before: Sequence[TableReading], now: Sequence[TableReading]) -> Iterator[Change]:
        """What tables say was measured of goals that the file has now: each value by its day."""
        if self.plans.before.unread.has_tables or self.plans.now.unread.has_tables:
            return  # what can't be read isn't gone
        was, is_now = ({(one.goal, one.day): one for one in reversed(side)} for side in (before, now))
        for key in sorted({*was, *is_now}, key=lambda key: (key[1], key[0])):
            old, new = was.get(key), is_now.get(key)
            if (part := new or old) is None or self.file is None or self.now.goal(part.goal) is None:
                continue
            side = replace(self, at="measured.", part=part)
            numbers = (number_of(self.file, part.goal, one.value if one else None) for one in (old, new))
            yield from side.edit(Kind.READING, f"readings.{part.goal}", *numbers)
            if old and new:
                yield from side.edit(Kind.READING, "note", old.note, new.note)

    def own_fields(self, name: str) -> Iterator[Change]:
        """The organisation's own fields."""
        was, is_now = getattr(self.before, name), getattr(self.now, name)
        own = self.plans.now.own_fields
        for key in sorted({*was, *is_now}):
            if was.get(key) != is_now.get(key):
                read = [None if one.get(key) is None else own.read(key, one[key]) for one in (was, is_now)]
                yield from self.edit(None, f"{name}.{key}", *read)

    def ignored(self, name: str) -> Iterator[Change]:
        """The rules that are left out, and the reasons of those that stay so."""
        was, is_now = getattr(self.before, name), getattr(self.now, name)
        yield from self.edit(None, name, tuple(was), tuple(is_now))
        for rule in was.keys() & is_now.keys():
            yield from self.edit(None, f"{name}.{rule}", was[rule], is_now[rule])

    def text(self, name: str) -> Iterator[Change]:
        """How much of the text below the front matter changed."""
        yield from self.edit(None, name, None, changed_sections(self.before, self.now))

    def unseen(self, name: str) -> Iterator[Change]:
        """That an address changed: it stands in no report itself."""
        if getattr(self.before, name) != getattr(self.now, name):
            yield Change(Kind.DETAIL, name)

    def parts(self, name: str) -> Iterator[Change]:
        """What came to a list of parts and what left it, and what changed in those that stayed."""
        came, went = _CAME_AND_WENT[name]
        if self.plans.then is self.plans.before and getattr(self.before, name) == getattr(self.now, name):
            return  # nothing is called otherwise, and most lists stay as they are
        for before, now in ((pair.before, pair.now) for pair in same_parts(name, self.before, self.now)):
            part = now or before
            at = f"{name}.{part.id}" if isinstance(part, Goal | Action) else name
            if before and now:
                yield from _Sides(before, now, self.plans, self.file, f"{at}.", now).changes()
            else:
                yield Change(came if now else went, at, before, now)

    def elsewhere(self, _: str) -> Iterator[Change]:
        """What is compared together with another field, or isn't what a file says."""
        yield from ()


_COMPARED: Mapping[str, Callable[[_Sides, str], Iterator[Change]]] = {
    "id": _Sides.own_name,
    "handle": _Sides.own_name,
    "status": _Sides.status,
    "own_status": _Sides.elsewhere,
    "end": _Sides.promised,
    "due": _Sides.promised,
    "originally": _Sides.elsewhere,
    "done": _Sides.settled,
    "dropped": _Sides.given_up,
    "advances": _Sides.advanced,
    "serves": _Sides.advanced,
    "readings": _Sides.readings,
    "extra": _Sides.own_fields,
    "ignore": _Sides.ignored,
    "body": _Sides.text,
    "path": _Sides.elsewhere,
    "email": _Sides.unseen,
    **dict.fromkeys(_CAME_AND_WENT, _Sides.parts),
}
"""How fields are compared that hold more than a value."""


def _settled(action: Action) -> Settled | None:
    """What an action has come to, and when."""
    if action.dropped is not None:
        return Settled("dropped", action.dropped)
    return Settled("done", action.done) if action.done is not None else None


def number_of(file: PlanFile | None, goal: str, number: Decimal | None) -> Number | None:
    """A number of a goal, in the unit that it has in a file."""
    found = file.goal(goal) if isinstance(file, LevelPlan) else None
    return None if number is None else Number(number, found.unit if found else None)
