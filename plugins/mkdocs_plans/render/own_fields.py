"""What pages show behind a label: the organisation's own fields, and ours that have no other place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_plans.model import Action, Date, Goal, PlanFile
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


def own_facts(page: Pieces, thing: PlanFile | Goal | Action) -> tuple[OwnFact, ...]:
    """What a plan or a part of one has of them: ours first, then theirs in the order of the setting."""
    return tuple(_fact(page, value) for value in page.own_values(thing))


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
    link = Link(re.sub("^(https?://|mailto:)", "", read), read) if value.type == "link" else None
    return OwnFact(label, link=link) if link else OwnFact(label, text=read)
