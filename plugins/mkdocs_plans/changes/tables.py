"""What changed in a table of the organisation's own: the rows that came and went, and single cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plans.changes.change import Value
from mkdocs_plans.model.own_fields import OwnValue, Table, row_text


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that came or went, `before` or `now` being empty; else a cell of the row and column `name`."""

    name: str
    before: str
    now: str


def changed_rows(before: Value, now: Value) -> Iterator[ChangedRow]:
    """Give what differs between two tables with the same columns, whose rows are known by their first cells.
    Nothing for any other two values.
    """
    was, is_now = _table(before), _table(now)
    if was is None or is_now is None or was.head != is_now.head:
        return
    old, new = _by_name(was.rows), _by_name(is_now.rows)
    if old is None or new is None:
        return
    for name in dict.fromkeys((*old, *new)):
        if name in old and name in new:
            yield from _cells(was.head, old[name], new[name])
        elif name in new:
            yield ChangedRow(name, "", row_text(is_now, new[name]))
        else:
            yield ChangedRow(name, row_text(was, old[name]), "")


def _table(value: Value) -> Table | None:
    return value.read if isinstance(value, OwnValue) and isinstance(value.read, Table) else None


def _by_name(rows: Sequence[tuple[str, ...]]) -> dict[str, tuple[str, ...]] | None:
    """The rows by their first cells; None where two have the same or one has none."""
    found = {row[0]: row for row in rows if row and row[0]}
    return found if len(found) == len(rows) else None


def _cells(head: Sequence[str], old: Sequence[str], new: Sequence[str]) -> Iterator[ChangedRow]:
    names = head[1:] or [""]
    for name, before, now in zip(names, old[1:], new[1:], strict=True):
        if before != now:
            yield ChangedRow(f"{old[0]}, {name}" if name else old[0], before or "–", now or "–")
