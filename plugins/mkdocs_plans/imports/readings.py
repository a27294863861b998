"""Readings of tables that came in → rows of the site's own tables. A row of the same goal and day gets the
value and the note that came in, others are added behind those that are there.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import islice, pairwise

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
    """What becomes of them: how many are written, the changes of tables, and what couldn't be written."""

    count: int
    changes: Sequence[FileChange]
    lost: Sequence[Lost]


Units = Mapping[tuple[str, str], str | None]
"""The unit of each goal, by its plan's id and its own."""


def add_readings(
    incoming: Iterable[IncomingReading],
    loaded: Loaded,
    site: Site,
    units: Units,
) -> NewReadings:
    """Write the readings into the table that the source names, where this site has one of that name, else
    into the first. `units` are those of the goals as the import leaves them.
    """
    lost: list[Lost] = []
    there = {_key(one): one for one in _all(loaded)}
    first: dict[object, IncomingReading] = {}
    by_table: dict[str, list[IncomingReading]] = defaultdict(list)
    tables = site.settings.readings
    for one in incoming:
        safe = replace(one, note=one.note if one.note.startswith("'") else guarded(one.note))
        if safe.note != one.note:
            why = "a spreadsheet would calculate it"
            lost.append(Lost(one.place, "note", one.note, why, "as a text, with an apostrophe"))
        old, before = there.get(_key(one)), first.setdefault(_key(one), one)
        if before is not one:
            if (before.value, before.note) != (one.value, one.note):
                why = (
                    f"it is a second value for that day: keep one of the two, the first is in {before.place}"
                )
                lost.append(_lost(one, why))
            continue
        if old and (old.value, old.note or "") != (one.value, safe.note):
            by_table[old.path].append(safe)
        elif old is None and tables:
            by_table[one.path if one.path in tables else tables[0]].append(safe)
        elif old is None:
            lost.append(_lost(one, "the setting `readings` names no table"))
    changes: list[FileChange] = []
    count = 0
    for path, rows in by_table.items():
        table = _Table.of(path, site, units)
        taken, refused = table.sifted(rows)
        change = table.changed(taken) if taken else None
        if taken and (why := table.fault(change, taken)):
            taken, refused = [], [*refused, *((one, why) for one in taken)]
        lost += [_lost(one, f"{path} can't take it: {why}") for one, why in refused]
        count += len(taken)
        changes += [change] if change and taken else []
    return NewReadings(count, changes, lost)


def _all(loaded: Loaded) -> Iterator[TableReading]:
    for plan in loaded.plan.plans.values():
        yield from plan.measured
    yield from loaded.plan.stray_readings


def _key(one: TableReading | IncomingReading) -> tuple[str, str, object]:
    return one.plan, one.goal, one.day


def _values(rows: Iterable[TableReading | IncomingReading]) -> dict[object, tuple[Decimal, str]]:
    return {_key(one): (one.value, one.note or "") for one in rows}


def _lost(one: IncomingReading, why: str) -> Lost:
    return Lost(
        one.place, f"{one.plan}#{one.goal}", f"{one.day}: {plain_number(one.value)}", why, is_held_back=True
    )


class _Table:
    """A table of the site, as its file has it; an empty one where there is none yet."""

    def __init__(self, path: str, before: bytes | None, site: Site, units: Units) -> None:
        self._path, self._before, self._site, self._units = path, before, site, units

    @classmethod
    def of(cls, path: str, site: Site, units: Units) -> _Table:
        """The table of a path."""
        file = site.docs_dir / path
        return cls(path, file.read_bytes() if file.exists() else None, site, units)

    def sifted(
        self, rows: Iterable[IncomingReading]
    ) -> tuple[list[IncomingReading], list[tuple[IncomingReading, str]]]:
        """The rows that the table can take, and the others with the reason: each is tried alone, below the
        head of the table.
        """
        empty = _Table(self._path, self._head(), self._site, self._units)
        whys = [(one, empty.fault(empty.changed([one]), [one])) for one in rows]
        return [one for one, why in whys if not why], [(one, why) for one, why in whys if why]

    def _head(self) -> bytes | None:
        """The table without its rows; all of it where it can't be read."""
        text = decode_csv(self._before or b"")
        try:
            filled = (row for row in csv_rows(text or "") if any(row.cells))
            first = next(islice(filled, 1, None), None)
        except csv.Error:
            first = None
        if first is None:
            return self._before
        return "".join((text or "").splitlines(keepends=True)[: first.line - 1]).encode()

    def changed(self, rows: Sequence[IncomingReading]) -> FileChange | None:
        """The table with what came in: in the row of its goal and day, else behind the others, in the
        columns that it has. None where it can't be read.
        """
        text = decode_csv(self._before or b"")
        try:
            there = list(csv_rows((text or "").removeprefix(_MARK)))
        except csv.Error:
            return None
        if text is None:
            return None
        text = text.removeprefix(_MARK)
        head = next((row.cells for row in there if any(row.cells)), None)
        names = [name.lower() for name in head or (*COLUMNS, "note")]
        write = partial(_row_text, delimiter_of(text) if head else ",", "\r\n" if "\r\n" in text else "\n")
        lines = text.splitlines(keepends=True) if head else [write(names)]
        if not lines[-1].endswith("\n"):
            lines[-1] += write([])
        was = {_key(one): one for one in self._read(self._before or b"").readings}
        ends = {row.line: after.line - 1 for row, after in pairwise(there)}
        cells = {row.line: row.cells for row in there}
        places = {key: one.plan_at.line for key, one in was.items()}
        for one in sorted(rows, key=lambda one: -places.get(_key(one), 0)):
            line = places.get(_key(one))
            said = {
                **dict(zip(names, cells.get(line or 0, ()), strict=False)),
                **_said(one, was.get(_key(one))),
            }
            new = write([said.get(name, "") for name in names])
            if line is None:
                lines.append(new)
            else:
                lines[line - 1 : ends.get(line, len(lines))] = [new]
        mark = "" if _is_unmarked(self._before) else _MARK
        return FileChange(self._path, self._before, (mark + "".join(lines)).encode())

    def fault(self, change: FileChange | None, rows: Sequence[IncomingReading]) -> str:
        """What keeps the changed table from saying what came in and all that it said before, and what to do;
        empty where nothing does.
        """
        if change is None:
            return "save it as CSV UTF-8 first"
        was, now = self._read(self._before or b""), self._read(change.after)
        if _values(now.readings) == _values(was.readings) | _values(rows):
            return ""
        known = {one.message for one in was.findings} if was.is_read else set()
        found = next((one for one in now.findings if one.message not in known), None)
        if found is None:
            return "it has no column `note`: add one to its first line"
        return f"{found.message}: {found.hint}" if found.hint else found.message

    def _read(self, data: bytes) -> ReadingsTable:
        return ReadingsTable(File(self._path, data), self._site, self._units)


def _row_text(delimiter: str, end: str, cells: Sequence[str]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter, lineterminator=end).writerow(cells)
    return made.getvalue()


def _said(one: IncomingReading, old: TableReading | None) -> dict[str, str]:
    """What the cells of a row say; in a row that is there, only what is another."""
    value = {} if old and old.value == one.value else {"value": _number_text(one.value)}
    said = {**value, "note": one.note}
    return said if old else {"plan": one.plan, "goal": one.goal, "date": one.day.isoformat(), **said}


def _is_unmarked(data: bytes | None) -> bool:
    """Whether a file is UTF-8 without a mark, as which it is left: others are read by Excel without one."""
    try:
        return data is not None and not data.decode("utf-8").startswith(_MARK)
    except UnicodeDecodeError:
        return False


def _number_text(value: Decimal) -> str:
    """A number that can be read as one only: not as thousands in a language that parts these by a point."""
    text = plain_number(value)
    return f"{text}0" if "." in text and len(text.partition(".")[2]) == 3 else text
