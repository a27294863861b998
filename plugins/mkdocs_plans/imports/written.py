"""Plain values of a program, as JSON has them → values as a plan file has them: dates, numbers and words
without quotes, keys in the order in which we write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from mkdocs_plans.authoring.layout import PART_KEYS
from mkdocs_plans.authoring.own_values import order_of_keys
from mkdocs_plans.imports.incoming import Fields
from mkdocs_plans.model import number_text
from mkdocs_plans.yaml import Bare, Written

BARE = frozenset(
    {
        "start",
        "end",
        "due",
        "originally",
        "date",
        "until",
        "done",
        "met",
        "dropped",
        "status",
        "health",
        "keep",
    }
    | {"review", "baseline", "target"}
)
"""Fields that hold a date, a number or a word, which stand without quotes where they can."""


def written(key: str, value: Any) -> Written | None:
    """A value as it is written; None where there is nothing to write."""
    if value is None or value in ("", [], {}):
        return None
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Bare(number_text(Decimal(value)))
    if isinstance(value, Mapping):
        bare = key in {"targets", "readings"}
        pairs = ((Bare(k) if bare else str(k), written(str(k), v)) for k, v in value.items())
        return {k: v for k, v in pairs if v is not None}
    if key == "dri" and isinstance(value, list) and len(value) == 1:
        return written(key, value[0])
    if isinstance(value, list | tuple):
        items = (written(key, item) for item in value)
        return [
            in_order(key, item) if isinstance(item, Mapping) else item for item in items if item is not None
        ]
    text = "yes" if value is True else "no" if value is False else str(value)
    return Bare(text) if key in BARE else text


def in_order(key: str, fields: Fields, own: Iterable[str] = ()) -> Fields:
    """The fields of an item of a list in their order, behind them those that we don't know."""
    return _sorted(fields, [*PART_KEYS.get(key, ()), *own])


def file_in_order(fields: Fields, own: Iterable[str] = ()) -> Fields:
    """The fields of a file in their order."""
    return _sorted(fields, order_of_keys((), own))


def _sorted(fields: Fields, order: list[str]) -> Fields:
    known = [key for key in order if key in fields]
    return {key: fields[key] for key in (*known, *(key for key in fields if key not in known))}
