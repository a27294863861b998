"""The organisation's own fields, as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mkdocs_plans.model import Action, Date, Goal
from mkdocs_plans.model.own_fields import OwnValue, Table
from mkdocs_plans.render.pieces import Link, Pieces
from mkdocs_plans.wording.formats import Day


@dataclass(frozen=True, slots=True)
class OwnFact:
    """The value of one of them behind its label: of `link`, `day`, `text`, `items` and `table` the one
    that it is, the others None.
    """

    label: str
    link: Link | None = None
    day: Day | None = None
    text: str | None = None
    items: tuple[str, ...] | None = None
    table: Table | None = None


def own_facts(page: Pieces, extra: Mapping[str, Any]) -> tuple[OwnFact, ...]:
    """What an entity has of them, in the order of the setting."""
    return tuple(_fact(page, value) for value in page.plan.own_fields.values(extra))


def part_facts(page: Pieces, part: Goal | Action) -> tuple[OwnFact, ...]:
    """The link of a goal or an action, and the fields of the organisation's own."""
    link = OwnFact(page.language.gettext("Link"), link=Link(part.url or "", part.url))
    return (*([link] if part.url else ()), *own_facts(page, part.extra))


def _fact(page: Pieces, value: OwnValue) -> OwnFact:
    label, read = value.field.label, value.read
    match read:
        case Table():
            return OwnFact(label, table=read)
        case tuple():
            return OwnFact(label, items=read)
        case Date():
            return OwnFact(label, day=page.formats.date(read))
        case Decimal():
            return OwnFact(label, text=page.formats.number(read))
    if value.type == "person":
        return OwnFact(label, link=page.person(read) or Link(read))
    return OwnFact(label, link=Link(read, read)) if value.type == "link" else OwnFact(label, text=read)
