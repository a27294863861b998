"""What is picked out of a change before it is worded: the facts of a whole, and what came and went."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plans.changes.changes import Change, FileId, Handle, Step, Value
from mkdocs_plans.model import Goal, LevelPlan, Person, PlanFile, Tactic
from mkdocs_plans.model.own_fields import OwnValue, Table, row_text


def list_facts(thing: PlanFile | Person) -> list[tuple[str, Value]]:
    """The facts of a whole plan or person that a reviewer asks for first."""
    if isinstance(thing, Person):
        team = FileId("team", thing.team) if thing.team else None
        return [("name", thing.name), ("role", thing.role), ("team", team)]
    if not isinstance(thing, LevelPlan):
        return []
    served = thing.strategy if isinstance(thing, Tactic) else None
    return [
        ("strategy", FileId("plan", served) if served else None),
        ("dri", Handle(thing.dri) if thing.dri else None),
        ("status", thing.status),
        ("start", thing.start),
        ("end", thing.end),
        ("when", thing.when),
    ]


def list_entries(change: Change) -> tuple[Value, Value]:
    """What a change holds on each side; of lists and tables what only one side has."""
    values = change.before, change.now
    if any(isinstance(value, OwnValue) and isinstance(value.read, tuple | Table) for value in values):
        was, is_now = (_rows(value) if isinstance(value, OwnValue) else () for value in values)
        gone, came = (
            tuple(x for x in one if x not in other) for one, other in ((was, is_now), (is_now, was))
        )
        return gone, came
    return (change.gone, change.came) if any(isinstance(value, tuple) for value in values) else values


def is_list(change: Change) -> bool:
    """Whether what came and what went are told apart: steps on the way replace one another."""
    values = (change.before, change.now)
    return any(
        isinstance(value, tuple) and not any(isinstance(one, Step) for one in value) for value in values
    ) or any(isinstance(value, OwnValue) and value.type == "list" for value in values)


def name_measure(goal: Goal | None) -> str | None:
    """What a reader calls the number of a goal."""
    return (goal.measure or goal.title) if goal else None


def _rows(value: OwnValue) -> Sequence[str]:
    if isinstance(value.read, Table):
        return [row_text(value.read, row) for row in value.read.rows]
    return value.read if isinstance(value.read, tuple) else [value.text]
