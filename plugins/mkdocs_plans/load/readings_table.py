"""Tables of readings (setting `readings`): what a spreadsheet says was measured, counted as check-ins count.

The columns are `plan`, `goal`, `date` and `value`, and perhaps `note`, in any order.
"""

from __future__ import annotations

import csv
import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from pydantic_core import PydanticCustomError

from mkdocs_plans.findings import Finding, Related, Span
from mkdocs_plans.model import LevelPlan, PlanFile, meant_date, parse_date
from mkdocs_plans.model.numbers import Use, parse_number
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.reading_rules.files import UNREADABLE_FILE
from mkdocs_plans.reading_rules.keys_and_values import DUPLICATE_ID, INVALID_VALUE, MISSING_FIELD
from mkdocs_plans.settings import Site
from mkdocs_plans.source import CsvRow, Document, File, csv_rows, decode_csv
from mkdocs_plans.spelling import did_you_mean

COLUMNS = ("plan", "goal", "date", "value")
"""The columns that a table has; `note` may be beside them."""

MAX_ROWS = 100_000
"""How many rows of a table are read."""


class ReadingsTable:
    """A table that is read: its document, its readings, and what is wrong with it."""

    def __init__(self, file: File, site: Site, units: Mapping[tuple[str, str], str | None]) -> None:
        self.path = file.path
        self.readings: list[TableReading] = []
        self.findings: list[Finding] = []
        self.is_read = False
        self._site, self._units = site, units
        self._first: dict[tuple[str, str, datetime.date], Span] = {}
        text = None if file.finding else decode_csv(file.data)
        self.document = Document(file.path, (text or "").removeprefix("\ufeff"))
        if file.finding is not None:
            self.findings.append(file.finding)
        elif text is None:
            hint = "save it as CSV UTF-8"
            message = "the file is in an encoding that can't be read"
            self.findings.append(UNREADABLE_FILE.finding(message, file.path, Span(), hint))
        else:
            self._read()

    def _read(self) -> None:
        try:
            rows = [row for row in csv_rows(self.document.text) if any(row.cells)]
        except csv.Error as error:
            message = f"the file isn't CSV that can be read: {error}"
            self.findings.append(UNREADABLE_FILE.finding(message, self.path, Span(), "save it as CSV UTF-8"))
            return
        head = self._head(rows[0]) if rows else None
        self.is_read = not rows or head is not None
        if head:
            for row in rows[1 : MAX_ROWS + 1]:
                self._read_row(row, head)
        if len(rows) > MAX_ROWS:
            message = f"the table has more than {MAX_ROWS} rows, and the others are left out"
            self._find(
                message, Span(rows[MAX_ROWS].line, 1, 2), "divide it in several: `readings: [a.csv, b.csv]`"
            )

    def _head(self, row: CsvRow) -> dict[str, int] | None:
        """Where each column is; None where one is missing."""
        names = [cell.lower() for cell in row.cells]
        missing = [name for name in COLUMNS if name not in names]
        for name in missing:
            others = [one for one in names if one and one not in COLUMNS]
            hint = f"the first line names the columns: {','.join((*COLUMNS, 'note'))}"
            if near := did_you_mean(name, others):
                hint = f"{near.removesuffix('?')} is written; write `{name}`"
            message = f"the table has no column `{name}`"
            self.findings.append(MISSING_FIELD.finding(message, self.path, row.span(0), hint))
        return None if missing else {name: names.index(name) for name in (*COLUMNS, "note") if name in names}

    def _read_row(self, row: CsvRow, head: Mapping[str, int]) -> None:
        cells = {name: row.cells[at] if at < len(row.cells) else "" for name, at in head.items()}
        empty = [name for name in COLUMNS if not cells[name]]
        for name in empty:
            message = f"this row has no {name}"
            self._find(message, row.span(head[name]), f"write {_WANTED[name]}")
        day = self._day(cells["date"], row.span(head["date"])) if cells["date"] else None
        unit = self._units.get((cells["plan"], cells["goal"]))
        value = self._value(cells["value"], unit, row.span(head["value"])) if cells["value"] else None
        if empty or day is None or value is None:
            return
        note = cells.get("note") or None
        at = row.span(head["plan"]), row.span(head["goal"])
        reading = TableReading(cells["plan"], cells["goal"], day, value, note, self.path, *at)
        first = self._first.setdefault((reading.plan, reading.goal, day), row.span(head["value"]))
        if first != row.span(head["value"]):
            related = (Related("the first is here", self.path, first),)
            message = f'"{reading.goal}" has a second value for {cells["date"]}'
            hint = "keep one of the two; the first counts"
            found = DUPLICATE_ID.finding(message, self.path, row.span(head["value"]), hint, related)
            self.findings.append(found)
            return
        self.readings.append(reading)

    def _day(self, text: str, at: Span) -> datetime.date | None:
        """A day; of a period the last, as in a check-in. Spreadsheets write days in their country's form:
        one that can mean only one day is read.
        """
        year, language = self._site.settings.fiscal_year_start, self._site.language
        try:
            return parse_date(meant_date(text, year, language) or text, year, language).last
        except PydanticCustomError as error:
            self._find(error.message(), at, str((error.context or {}).get("hint", "")))
            return None

    def _value(self, text: str, unit: str | None, at: Span) -> Decimal | None:
        try:
            return parse_number(text, self._site.language, unit, Use.TYPED)
        except PydanticCustomError as error:
            self._find(error.message(), at, str((error.context or {}).get("hint", "")))
            return None

    def _find(self, message: str, at: Span, hint: str) -> None:
        self.findings.append(INVALID_VALUE.finding(message, self.path, at, hint))


_WANTED = {
    "plan": "the id of a strategy or tactic",
    "goal": "the id of one of its goals",
    "date": "a day, such as 2026-11-23",
    "value": "a number",
}


def find_missing_tables(site: Site, there: Collection[str]) -> Iterator[Finding]:
    """Give the tables that the setting names and that aren't there; the usual one needn't be."""
    if "readings" in site.settings.model_fields_set:
        for number, path in enumerate(site.settings.readings):
            if path in there:
                continue
            message = f"there is no table of readings {path} in the folder of the plan"
            hint = f"make it, with the line {','.join((*COLUMNS, 'note'))}, or write `readings: []` for none"
            yield site.setting_finding("readings", number, message, hint)


def units_of(files: Iterable[PlanFile]) -> dict[tuple[str, str], str | None]:
    """The unit of each goal, by its plan's id and its own."""
    plans = (file for file in files if isinstance(file, LevelPlan))
    return {(plan.id, goal.id): goal.unit for plan in plans for goal in plan.goals}


def with_readings(files: Iterable[PlanFile], readings: Sequence[TableReading]) -> Iterator[PlanFile]:
    """The files, each plan with the readings of its goals."""
    by_plan: dict[str, list[TableReading]] = defaultdict(list)
    for reading in readings:
        by_plan[reading.plan].append(reading)
    for file in files:
        found = by_plan.get(file.id) if isinstance(file, LevelPlan) else None
        yield file.with_measured(found) if found and isinstance(file, LevelPlan) else file


def stray_readings(plans: Mapping[str, LevelPlan], tables: Iterable[ReadingsTable]) -> Iterator[TableReading]:
    """The readings of plans or goals that there aren't."""
    for table in tables:
        for one in table.readings:
            plan = plans.get(one.plan)
            if plan is None or plan.goal(one.goal) is None:
                yield one
