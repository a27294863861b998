"""What is known of all fields together, wherever they may stand."""

from __future__ import annotations

from mkdocs_plans.model.base import Entity
from mkdocs_plans.model.parts import Action, Goal, Resource, Update, ValueStatement
from mkdocs_plans.model.plans import TYPES, Person
from mkdocs_plans.model.shown import shown_fields

ENTITIES: tuple[type[Entity], ...] = (
    *TYPES.values(),
    *(Goal, Action, Resource, Update, ValueStatement, Person),
)
"""All that has fields."""

FIELDS = frozenset(name for kind in ENTITIES for name in kind.model_fields)
"""The names of all fields."""

FIELD_NAMES = FIELDS - {"path", "body", "extra", "handle", "own_status"}
"""The keys that lines of plan files and of the people file begin with."""

_TEXTS = {"title", "summary", "statement", "note", "outcome", "do", "when", "measure", "name"}

TEXT_FIELDS = frozenset(
    _TEXTS | {name for kind in ENTITIES for name, shown in shown_fields(kind) if shown.type == "text"}
)
"""Fields that hold a text of the author's."""


def shown_label(field: str) -> str | None:
    """The label of a field that is shown behind one; None for any other."""
    return next((one.label for kind in ENTITIES for name, one in shown_fields(kind) if name == field), None)
