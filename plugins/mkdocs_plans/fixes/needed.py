"""The field that an item of a list is known by."""

from __future__ import annotations

from mkdocs_plans.model import Action, Entity, Goal, Resource, ValueStatement

_NEEDED: dict[type[Entity], str] = {Action: "do", Goal: "title", Resource: "name", ValueStatement: "name"}


def needed_field(kind: object) -> str | None:
    """The field that a text alone is meant for; None for what isn't known by a text."""
    return _NEEDED.get(kind) if isinstance(kind, type) else None
