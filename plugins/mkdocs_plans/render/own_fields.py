"""The organisation's own fields, as pages and the terminal show them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from mkdocs_plans.model import Date
from mkdocs_plans.model.own_fields import OwnValue, Table
from mkdocs_plans.render.pieces import Link, Pieces


def own_facts(page: Pieces, extra: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What an entity has of them, in the order of the setting: `label`, and of `link`, `day`, `text`, `items`
    and `table` the one that it is, the others none. `plain` is the value on one line.
    """
    return [_fact(page, value) for value in page.plan.own_fields.values(extra)]


def _fact(page: Pieces, value: OwnValue) -> dict[str, Any]:
    shown: dict[str, Any] = dict.fromkeys(("link", "day", "text", "items", "table"))
    read, plain = value.read, value.text
    match read:
        case Table():
            shown["table"] = read
        case tuple():
            shown["items"] = read
        case Date():
            shown["day"] = page.formats.date(read)
            plain = shown["day"].text
        case Decimal():
            shown["text"] = plain = page.formats.number(read)
        case _ if value.type == "link":
            shown["link"] = Link(read, read)
        case _ if value.type == "person":
            shown["link"] = person = page.person(read) or Link(read)
            plain = person.text
        case _:
            shown["text"] = read
    return {**shown, "label": value.field.label, "plain": plain}
