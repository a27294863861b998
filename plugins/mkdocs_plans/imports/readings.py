"""Readings of tables that came in → rows of the site's own tables. Rows are added behind those that are
there; a row that is there and says otherwise is told, and left.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from mkdocs_plans.edits import FileChange
from mkdocs_plans.imports.incoming import IncomingReading, Lost
from mkdocs_plans.load import Loaded
from mkdocs_plans.load.readings_table import COLUMNS, ReadingsTable
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.outputs.plan.csv import guarded, plain_number
from mkdocs_plans.settings import Site
from mkdocs_plans.source import File, csv_rows, decode_csv, delimiter_of

_MARK = "\ufeff"
"""By which a spreadsheet knows UTF-8."""


@dataclass(frozen=True, slots=True)
class NewReadings:
    """What becomes of them: how many are new, the changes of tables, and what couldn't be written."""

    count: int
    changes: Sequence[FileChange]
    lost: Sequence[Lost]


def add_readings(
    incoming: Iterable[IncomingReading], loaded: Loaded, site: Site, units: dict[tuple[str, str], str | None]
) -> NewReadings:
    """Write the readings into the table that the source names, where this site has one of that name, else
    into the first. `units` are those of the goals as the import leaves them.
    """
    lost: list[Lost] = []
    there = {_key(one): one for one in _all(loaded)}
    by_table: dict[str, list[IncomingReading]] = defaultdict(list)
    tables = site.settings.readings
    for one in incoming:
        safe = replace(one, note=one.note if one.note.startswith("'") else guarded(one.note))
        if safe.note != one.note:
            why = "a spreadsheet would calculate it"
            lost.append(Lost(one.place, "note", one.note, why, "as a text, with an apostrophe"))
        old = there.get((one.plan, one.goal, one.day))
        if old is None and tables:
            by_table[one.path if one.path in tables else tables[0]].append(safe)
        elif old is None:
            lost.append(_lost(one, "the setting `readings` names no table"))
        elif (old.value, old.note or "") != (one.value, safe.note):
            lost.append(_lost(one, f"{old.path} has {plain_number(old.value)} for that day: change it there"))
    changes: list[FileChange] = []
    count = 0
    for path, rows in by_table.items():
        change = _added(path, rows, site)
        why = _fault(change, rows, site, units) if change else "save the table as CSV UTF-8 first"
        if change is None or why:
            lost += [_lost(one, f"{path} can't take it: {why}") for one in rows]
        else:
            changes.append(change)
            count += len(rows)
    return NewReadings(count, changes, lost)


def _all(loaded: Loaded) -> Iterator[TableReading]:
    for plan in loaded.plan.plans.values():
        yield from plan.measured
    yield from loaded.plan.stray_readings


def _key(one: TableReading | IncomingReading) -> tuple[str, str, object]:
    return one.plan, one.goal, one.day


def _lost(one: IncomingReading, why: str) -> Lost:
    return Lost(one.place, f"{one.plan}#{one.goal}", f"{one.day}: {plain_number(one.value)}", why)


def _added(path: str, rows: Sequence[IncomingReading], site: Site) -> FileChange | None:
    """The table with rows behind its own, in its columns; None where it can't be read."""
    file = site.docs_dir / path
    before = file.read_bytes() if file.exists() else None
    text = decode_csv(before) if before else ""
    if text is None:
        return None
    text = text.removeprefix(_MARK)
    try:
        head = next((row.cells for row in csv_rows(text) if any(row.cells)), None)
    except csv.Error:
        return None
    end = "\r\n" if "\r\n" in text else "\n"
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=delimiter_of(text) if head else ",", lineterminator=end)
    if head is None:
        text = ""
        writer.writerow((*COLUMNS, "note"))
    elif not text.endswith("\n"):
        made.write(end)
    names = [name.lower() for name in head or (*COLUMNS, "note")]
    for one in rows:
        cells = {
            "plan": one.plan, "goal": one.goal, "date": one.day.isoformat(),
            "value": _number_text(one.value), "note": one.note,
        }  # fmt: skip
        writer.writerow([cells.get(name, "") for name in names])
    return FileChange(path, before, (_MARK + text + made.getvalue()).encode())


def _number_text(value: Decimal) -> str:
    """A number that can be read as one only: not as thousands in a language that parts these by a point."""
    text = plain_number(value)
    return f"{text}0" if "." in text and len(text.partition(".")[2]) == 3 else text


def _fault(
    change: FileChange, rows: Sequence[IncomingReading], site: Site, units: dict[tuple[str, str], str | None]
) -> str:
    """What keeps the table from being read back with all rows as they came in; empty where nothing does."""
    table = ReadingsTable(File(change.path, change.after), site, units)
    read = {_key(one): (one.value, one.note or "") for one in table.readings}
    if all(read.get(_key(one)) == (one.value, one.note) for one in rows):
        return ""
    return table.findings[0].message if table.findings else "it has no column for all that a row says"
