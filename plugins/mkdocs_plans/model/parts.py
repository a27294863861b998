"""What stands inside a plan: goals, actions, resources, updates."""

from __future__ import annotations

from itertools import chain, count
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from mkdocs_plans.model.base import Entity
from mkdocs_plans.model.fields import (
    AmountField,
    DateField,
    DriField,
    HandleField,
    HealthField,
    IdField,
    KeepField,
    NumberField,
    Parts,
    TextField,
    Texts,
    UrlField,
    parse_text,
)
from mkdocs_plans.model.references import slug

Handles = Annotated[tuple[HandleField, ...], Texts]


class Part(Entity):
    """A part of a plan that is known by an id: its own, or a slug of its text."""

    @model_validator(mode="before")
    @classmethod
    def _default_id(cls, values: Any) -> Any:
        """Give the id that follows from the text, so that a part always has an anchor."""
        if isinstance(values, dict) and not values.get("id"):
            text = values.get("title") or values.get("do")
            return {**values, "id": slug(text if isinstance(text, str) else "")}
        return values


class Goal(Part):
    """A result that a plan wants.

    A goal has one measure (`baseline` → `target`, through `targets`), or is met on a day, or is one
    to keep (`keep`) on a side of its target.
    """

    id: IdField
    title: TextField
    number: TextField | None = None
    dri: DriField | None = None
    contributors: Handles = ()
    measure: TextField | None = None
    unit: TextField | None = None
    baseline: NumberField | None = None
    target: NumberField | None = None
    targets: dict[DateField, NumberField] = Field(default_factory=dict)
    keep: KeepField | None = None
    due: DateField | None = None
    originally: DateField | None = None
    met: DateField | None = None

    @property
    def is_measured(self) -> bool:
        """Whether the goal has a number to reach or to keep."""
        return self.target is not None


class Action(Part):
    """One step of a tactic. `when` says in words what can't be dated yet."""

    id: IdField
    do: TextField
    number: TextField | None = None
    dri: DriField | None = None
    contributors: Handles = ()
    measure: TextField | None = None
    due: DateField | None = None
    originally: DateField | None = None
    when: TextField | None = None
    done: DateField | None = None
    dropped: DateField | None = None


def _with_unique_ids(value: object) -> object:
    """Number the ids of actions that would be called alike, so that each has an anchor of its own."""
    if not isinstance(value, list):
        return value
    taken = {part["id"] for part in value if isinstance(part, dict) and isinstance(part.get("id"), str)}
    return [_with_free_id(part, taken) for part in value]


def _with_free_id(part: Any, taken: set[str]) -> Any:
    if not isinstance(part, dict) or part.get("id") or not isinstance(part.get("do"), str):
        return part
    name = slug(part["do"])
    free = next(each for each in chain([name], (f"{name}-{n}" for n in count(2))) if each not in taken)
    taken.add(free)
    return {**part, "id": free}


Actions = Annotated[tuple[Action, ...], BeforeValidator(_with_unique_ids), Parts]


class Named(Entity):
    """A part that may be written as its name alone."""

    name: TextField


class ValueStatement(Named):
    """One thing that an organisation holds to."""

    statement: TextField | None = None


class Resource(Named):
    """What a tactic needs."""

    cost: AmountField | None = None
    url: UrlField | None = None


def _by_name(value: object) -> object:
    """Read a text as a name; refuse a text that YAML split at its colon."""
    if isinstance(value, dict) and len(value) == 1 and "name" not in value:
        parse_text(value)
    return {"name": value} if isinstance(value, str) else value


ValueField = Annotated[ValueStatement, BeforeValidator(_by_name)]
ResourceField = Annotated[Resource, BeforeValidator(_by_name)]


class Update(Entity):
    """A dated check-in: how it goes, what was measured, and a note in inline Markdown."""

    date: DateField
    health: HealthField | None = None
    readings: dict[str, NumberField] = Field(default_factory=dict)
    note: TextField | None = None
