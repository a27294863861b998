"""What changed in the fields of an organisation's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.fields import list_changed, text_changed, word_changed
from mkdocs_plans.changes.sentence import Sentence, listed, say
from mkdocs_plans.changes.shown import number, shown_date
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import Date
from mkdocs_plans.model.own_fields import OwnField, OwnValue, Table, row_text

Extra = Mapping[str, Any]


def own_changes(at: str, of: Sentence, extra: tuple[Extra, Extra], states: States) -> Iterator[Change]:
    """Give what changed in the own fields of one thing. `at` is its route with a dot behind it, `of` what it
    is called; both are empty for a plan file itself.
    """
    before, now = extra
    own = states.now.own_fields
    for key in sorted({*before, *now}):
        if before.get(key) != now.get(key):
            was, is_now = (None if one.get(key) is None else own.read(key, one[key]) for one in extra)
            known = own.by_key.get(key) or OwnField(key, key)
            yield from _changed(f"{at}extra.{key}", of + say("{}:", known.label), was, is_now)


def _changed(field: str, label: Sentence, was: OwnValue | None, now: OwnValue | None) -> Iterator[Change]:
    types = {one.type for one in (was, now) if one}
    if types == {"list"}:
        yield from list_changed(Kind.DETAIL, field, label, _items(was), _items(now))
    elif was and now and isinstance(was.read, Table) and isinstance(now.read, Table):
        yield from _rows_changed(field, label, was.read, now.read)
    elif types & {"text", "table", "list"}:
        yield from text_changed(Kind.DETAIL, field, label, _text(was), _text(now))
    else:
        line = label + say(" {} → {}", _shown(was), _shown(now))
        for change in word_changed(Kind.DETAIL, field, label, _text(was), _text(now)):
            yield replace(change, line=line)


def _rows_changed(field: str, label: Sentence, was: Table, now: Table) -> Iterator[Change]:
    """Give the rows of a table that are others, by the first of their cells; where two rows have the same,
    each row as a whole.
    """
    lines = [tuple(row_text(table, row) for row in table.rows) for table in (was, now)]
    named = [
        dict(zip((row[0] for row in table.rows), texts, strict=True))
        for table, texts in zip((was, now), lines, strict=True)
    ]
    if [*map(len, named)] != [*map(len, lines)]:
        yield from list_changed(Kind.DETAIL, field, label, *lines)
        return
    parts = [
        say("{} → {}", *(rows.get(name, "none") for rows in named))
        for name in dict.fromkeys((*named[0], *named[1]))
        if named[0].get(name) != named[1].get(name)
    ]
    if parts:
        before, after = ("; ".join(one) or None for one in lines)
        yield Change(Kind.DETAIL, field, label + say(" ") + listed(parts), before, after)


def _items(value: OwnValue | None) -> tuple[str, ...]:
    return value.read if value and isinstance(value.read, tuple) else ()


def _shown(value: OwnValue | None) -> str:
    """A date or a number as a reader of the report reads it."""
    if value is None:
        return "none"
    if isinstance(value.read, Date):
        return shown_date(value.read)
    return number(value.read) if isinstance(value.read, Decimal) else str(value.read)


def _text(value: OwnValue | None) -> str | None:
    return None if value is None else value.text
