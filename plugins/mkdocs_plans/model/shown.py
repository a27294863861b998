"""Fields that need no place of their own: they are shown behind a label, wherever their plan or part is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from mkdocs_plans.model.own_fields import OwnField, OwnValue

if TYPE_CHECKING:
    from mkdocs_plans.model.base import Entity


@dataclass(frozen=True, slots=True)
class Shown:
    """Beside the type of a field of a plan file, a goal or an action: the page and the terminal show its
    value behind this label, and the report of a change names the field so. `type` says what the value is.
    """

    label: str
    type: Literal["text", "number", "date", "link", "list"] = "text"


@cache
def shown_fields(kind: type[Entity]) -> tuple[tuple[str, Shown], ...]:
    """The fields of an entity that are shown so, in their order."""
    fields = kind.model_fields.items()
    return tuple((name, one) for name, field in fields for one in field.metadata if isinstance(one, Shown))


def shown_values(one: Entity) -> Iterator[OwnValue]:
    """Give what an entity has in them."""
    for name, shown in shown_fields(type(one)):
        value = getattr(one, name)
        if value not in (None, ()):
            yield OwnValue(OwnField(name, shown.label, shown.type), shown.type, value)
