"""The people whom fields of the organisation's own name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_plans.model.base import PlanFile
from mkdocs_plans.model.own_fields import OwnField, OwnFields
from mkdocs_plans.model.parts import Action, Goal


@dataclass(frozen=True, slots=True)
class OwnMention:
    """That a field of a file, or of a goal or an action of it, names a person. `steps` lead to its value."""

    handle: str
    field: OwnField
    file: PlanFile
    part: Goal | Action | None
    steps: tuple[str | int, ...]


def find_own_mentions(files: Iterable[PlanFile], own: OwnFields) -> Iterator[OwnMention]:
    """Give each mention, in the order of the files, then of the setting."""
    persons = [one for one in own.by_key.values() if one.type == "person"]
    for file in files if persons else ():
        parts: list[tuple[Goal | Action | None, tuple[str | int, ...]]] = [(None, ())]
        for key in ("goals", "actions"):
            parts += ((part, (key, index)) for index, part in enumerate(getattr(file, key, ())))
        for part, steps in parts:
            extra = file.extra if part is None else part.extra
            for one in persons:
                if one.key in extra:
                    handle = own.read(one.key, extra[one.key]).text
                    yield OwnMention(handle, one, file, part, (*steps, one.key))
