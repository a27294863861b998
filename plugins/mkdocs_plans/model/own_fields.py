"""The organisation's own fields: what each is, and what a value of it may be.

The setting `extra_fields` names them. An entity keeps the value of one as it is written (`extra`); reading it
gives what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from mkdocs_plans.model.dates import Date
from mkdocs_plans.model.directions import close_turns
from mkdocs_plans.model.field_types import DateField, TextField, UrlField
from mkdocs_plans.model.numbers import parse_number
from mkdocs_plans.model.references import names_several, parse_handle
from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.model.shapes import DATE, NUMBER, TEXT, URL, Schema
from mkdocs_plans.model.slugs import composed
from mkdocs_plans.spelling import did_you_mean

OwnType = Literal["text", "number", "date", "link", "person", "list", "choice", "table"]
"""What a field of the organisation's own may be."""


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of the organisation's own. `type` is None where any value goes, and is shown as what it is;
    `on` holds the types of plan file, `goal` and `action` that may have it.
    """

    key: str
    label: str
    type: OwnType | None = None
    choices: tuple[str, ...] = ()
    on: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts below a head; the head is empty where each row is a name and its value."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def is_wide(self) -> bool:
        """Whether it has more columns than a phone has room for."""
        return len(self.head) > 3


Read = str | Decimal | Date | tuple[str, ...] | Table
"""What a value means."""


@dataclass(frozen=True, slots=True)
class OwnValue:
    """A value of an own field that was read, with the type that it is, or turned out to be."""

    field: OwnField
    type: OwnType
    read: Read

    @property
    def text(self) -> str:
        """The value on one line, as plain text."""
        if isinstance(self.read, Table):
            return "; ".join(row_text(self.read, row) for row in self.read.rows)
        return ", ".join(self.read) if isinstance(self.read, tuple) else str(self.read)


def row_text(table: Table, row: tuple[str, ...]) -> str:
    """A row on one line: `2026: 1.2 million`, or each cell behind the head of its column."""
    if not table.head:
        return ": ".join(row)
    cells = zip(table.head, row, strict=True)
    return ", ".join(f"{name}: {cell}" if name else cell for name, cell in cells if cell)


@dataclass(frozen=True, slots=True)
class OwnFields:
    """All own fields of a site by their keys. `context` is what must be known of the site to read a value."""

    by_key: Mapping[str, OwnField] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)

    def of(self, kind: str) -> Mapping[str, OwnField]:
        """Those that a type of plan file, a `goal` or an `action` may have."""
        return {key: one for key, one in self.by_key.items() if kind in one.on}

    def persons(self) -> frozenset[str]:
        """The keys of those that name a person."""
        return frozenset(key for key, one in self.by_key.items() if one.type == "person")

    def read(self, key: str, written: Any) -> OwnValue:
        """Read a value. PydanticCustomError or ValidationError where it can't be one of its type."""
        one = self.by_key.get(key) or OwnField(key, key)
        if one.type is None:
            return self._as_it_is(one, written)
        return OwnValue(one, one.type, _READERS[one.type](written, one, self.context))

    def values(self, extra: Mapping[str, Any]) -> Iterator[OwnValue]:
        """Read the values that an entity has, in the order of the setting."""
        ordered = [*(key for key in self.by_key if key in extra), *(k for k in extra if k not in self.by_key)]
        for key in ordered:
            if extra[key] is not None:
                yield self.read(key, extra[key])

    def _as_it_is(self, one: OwnField, written: Any) -> OwnValue:
        """A value of no set type, as what it looks like. A number stays as written: it may be a code."""
        if isinstance(written, dict) or (isinstance(written, list) and any(map(_is_mapping, written))):
            return OwnValue(one, "table", _table(written))
        if isinstance(written, list):
            return OwnValue(one, "list", tuple(map(_line, written)))
        text = _line(written)
        if re.fullmatch(r"https?://\S+", text):
            return OwnValue(one, "link", text)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text) and _is_day(text):
            return OwnValue(one, "date", _DATE.validate_python(text, context=self.context))
        return OwnValue(one, "text", text)


def own_schema(one: OwnField) -> Schema:
    """What may stand in a file for an own field, in JSON Schema."""
    shape: Mapping[OwnType | None, Schema] = {
        None: {},
        "text": TEXT,
        "number": NUMBER,
        "date": DATE,
        "link": URL,
        "person": TEXT,
        "choice": {"enum": list(one.choices)},
        "list": {"anyOf": [TEXT, {"type": "array", "items": TEXT}]},
        "table": {
            "anyOf": [{"type": "object"}, {"type": "array", "items": {"type": "object"}}],
        },
    }
    return {**shape[one.type], "description": one.label}


_TEXT: TypeAdapter[str] = TypeAdapter(TextField)
_DATE: TypeAdapter[Date] = TypeAdapter(DateField)
_LINK: TypeAdapter[str] = TypeAdapter(UrlField)

Reader = Callable[[Any, OwnField, Mapping[str, Any]], Read]


def _plain(adapter: TypeAdapter[Any]) -> Reader:
    return lambda written, _, context: adapter.validate_python(written, context=dict(context))


def _number(written: Any, _: OwnField, context: Mapping[str, Any]) -> Decimal:
    """A number, which has no unit beside it as a goal's has."""
    try:
        return parse_number(written, str(context.get("language", "en")))
    except PydanticCustomError as error:
        hint = re.split(r"; put the unit|, and `unit", str((error.context or {}).get("hint", "")))[0]
        raise PydanticCustomError(error.type, error.message_template, {"hint": hint}) from None


def _person(written: Any, _: OwnField, __: Mapping[str, Any]) -> str:
    if names_several(written):
        hint = "keep one name; for several, give the field `type: list` in `extra_fields`"
        raise refuse("this field names one person", hint)
    return parse_handle(written[0] if isinstance(written, list) and len(written) == 1 else written)


def _choice(written: Any, one: OwnField, _: Mapping[str, Any]) -> str:
    if isinstance(written, str) and composed(written.strip()) in one.choices:
        return composed(written.strip())
    said = f'"{written}"' if isinstance(written, str) else "this"
    hint = (
        did_you_mean(written, one.choices, {each: each for each in one.choices})
        if isinstance(written, str)
        else ""
    )
    raise refuse(f"{said} isn't one of {', '.join(one.choices)}", hint or "write one of these")


def _list(written: Any, _: OwnField, __: Mapping[str, Any]) -> tuple[str, ...]:
    if isinstance(written, str):
        return (_TEXT.validate_python(written),)
    if isinstance(written, list) and not any(isinstance(one, (list, dict)) for one in written):
        return tuple(map(_line, written))
    raise refuse(
        "this must be a list of texts", "write `[one, other]`, or each on a line of its own after `- `"
    )


def _rows(written: Any, _: OwnField, __: Mapping[str, Any]) -> Table:
    if isinstance(written, dict) or (isinstance(written, list) and all(map(_is_mapping, written))):
        return _table(written)
    hint = "write `name: value` lines, or a list of them for several columns"
    raise refuse("this must be a table", hint)


_READERS: Mapping[OwnType, Reader] = {
    "text": _plain(_TEXT),
    "number": _number,
    "date": _plain(_DATE),
    "link": _plain(_LINK),
    "person": _person,
    "choice": _choice,
    "list": _list,
    "table": _rows,
}


def _table(written: Any) -> Table:
    if isinstance(written, dict):
        return Table((), tuple((composed(str(key)), _line(value)) for key, value in written.items()))
    rows = [row if isinstance(row, dict) else {"": row} for row in written]
    head = tuple(dict.fromkeys(composed(str(key)) for row in rows for key in row))
    by_head = [{composed(str(key)): _line(value) for key, value in row.items()} for row in rows]
    return Table(head, tuple(tuple(row.get(name, "") for name in head) for row in by_head))


def _line(value: Any) -> str:
    """Whatever stands in a list or a table, on one line."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_line(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(map(_line, value))
    return "" if value is None else close_turns(composed(str(value).strip()))


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_refusal(error: ValidationError) -> tuple[str, str, str]:
    """Why a value was refused: the rule, what is wrong, and what to do."""
    detail = error.errors(include_url=False)[0]
    return detail["type"], detail["msg"], detail.get("ctx", {}).get("hint", "")
