"""An Excel workbook → sheets. What it holds comes from anyone: before it is read, it is looked at for what
would take all memory or time.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from mkdocs_plans.errors import EditError, ToolError
from mkdocs_plans.imports.incoming import Lost
from mkdocs_plans.imports.sheet import MAX_COLUMNS, Cell, Sheet, UnitNumber, make_sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAX_UNPACKED = 32 * 1024 * 1024
"""How many bytes a workbook's parts may have together: twenty times what a plan of 1,000 rows has."""

MAX_WITH_EMPTY = 160 * 1024 * 1024
"""How many with the empty cells and rows of sheets: all rows that Excel has, formatted, are some 60 MB."""

_TOO_LARGE = "{} is larger than {} MB once unpacked: save the table alone in a new workbook"

MAX_PARTS = 2_000
"""How many parts are looked at; those behind them are no sheets."""

MAX_MERGED = 200_000
"""How many cells may be merged with others: each is made in memory."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)")
_SAVE = "open it in Excel or LibreOffice, and save it again as .xlsx"

Known = Callable[[str], bool]


def read_excel(name: str, data: bytes, is_known: Known, chosen: str | None = None) -> list[Sheet]:
    """Read the sheets of a workbook that hold something, or the chosen one. EditError where they can't be."""
    try:
        import openpyxl  # noqa: F401, PLC0415 - whether it is there is asked here alone
    except ModuleNotFoundError:
        needed = 'pip install "mkdocs-plans[excel]"'
        raise ToolError(f"Excel needs openpyxl, which isn't installed: {needed}") from None
    data = _made_safe(name, data)
    written, computed = _sheets(name, data, computed=False), {}
    if any(cell.data_type == "f" for sheet in written.values() for cell in _cells(sheet)):
        computed = _sheets(name, data, computed=True)
    if chosen is not None and chosen not in written:
        raise EditError(f"{name} has no sheet `{chosen}`: its sheets are {', '.join(written)}")
    names = [chosen] if chosen else [title for title, sheet in written.items() if any(_cells(sheet))]
    if not names:
        raise EditError(f"{name} is empty: there must be a row of column names, and rows below it")
    return [_read(title, written[title], computed.get(title), is_known) for title in names]


_EMPTY_CELL = re.compile(rb"<c\b[^<>]*/>")
_EMPTY_ROW = re.compile(rb"<row\b[^<>]*(?:/>|>\s*</row>)")


def _made_safe(name: str, data: bytes) -> bytes:
    """A workbook that can be read without harm, and without the empty cells and rows that a program keeps for
    their looks, often as many as there can be. EditError where it is none, is too large once unpacked, or has
    XML that unfolds.
    """
    slim, left, merged = io.BytesIO(), MAX_UNPACKED, 0
    with zipfile.ZipFile(slim, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, content in _parts(name, data):
            left -= len(content)
            merged += sum(_area(*found.groups()) for found in _MERGED.finditer(content))
            if left < 0:
                raise EditError(_TOO_LARGE.format(name, MAX_UNPACKED // 1024 // 1024))
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise EditError(f"{name} has a part with entities, which no workbook needs: {_SAVE}")
            archive.writestr(part, content)
    if merged > MAX_MERGED:
        raise EditError(f"{name} has more than {MAX_MERGED} merged cells: undo the merging, or {_SAVE}")
    return slim.getvalue()


def _parts(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The parts of a workbook by their names, unpacked and without what is empty in sheets."""
    left = MAX_WITH_EMPTY
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist()[:MAX_PARTS]:
                with archive.open(part) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise EditError(_TOO_LARGE.format(name, MAX_WITH_EMPTY // 1024 // 1024))
                is_sheet = part.filename.startswith("xl/worksheets/")
                yield (
                    part.filename,
                    _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content)) if is_sheet else content,
                )
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise EditError(f"{name} isn't a workbook that can be read: {_SAVE}") from None


def _area(first: bytes, top: bytes, last: bytes, bottom: bytes) -> int:
    if len(first) > 3 or len(last) > 3 or len(top) > 7 or len(bottom) > 7:
        return MAX_MERGED + 1
    width = abs(_column(last) - _column(first)) + 1
    return width * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheets(name: str, data: bytes, *, computed: bool) -> dict[str, Worksheet]:
    from openpyxl import load_workbook  # noqa: PLC0415 - as above

    try:
        book = load_workbook(io.BytesIO(data), data_only=computed)
    except Exception as error:  # it raises whatever its parts raise
        raise EditError(
            f"{name} isn't a workbook that can be read ({type(error).__name__}): {_SAVE}"
        ) from None
    return {sheet.title: sheet for sheet in book.worksheets}


def _cells(sheet: Worksheet) -> Iterator[Any]:
    """The cells that there are: `iter_rows` would make all between them, up to the last there can be."""
    return (cell for cell in sheet._cells.values() if cell.value is not None)


def _read(title: str, sheet: Worksheet, computed: Worksheet | None, is_known: Known) -> Sheet:
    lost: list[Lost] = []
    rows: dict[int, dict[int, Cell]] = {}
    for cell in sorted(_cells(sheet), key=lambda one: (one.row, one.column)):
        if cell.column > MAX_COLUMNS:
            raise EditError(f"{title} has more than {MAX_COLUMNS} columns: import a part of it")
        lost += _beside(title, cell)
        value = cell.value
        if cell.data_type == "f" and computed is not None:
            value = computed.cell(cell.row, cell.column).value
        found = _value(cell, value)
        if found is None and value != "":
            why = "it is an error, or a formula of which the file holds no result"
            lost.append(Lost(f"{title}, {cell.coordinate}", "", str(cell.value), why))
        rows.setdefault(cell.row, {})[cell.column] = found
    _fill_merged(sheet, rows)
    width = max((max(row) for row in rows.values()), default=0)
    lines = ((at, [rows[at].get(column) for column in range(1, width + 1)]) for at in sorted(rows))
    made = make_sheet(title, lines, is_known)
    state = (
        []
        if sheet.sheet_state == "visible"
        else [Lost(title, "", "", "the sheet is hidden, and is read", title)]
    )
    first_day = sheet.parent.epoch.date() if sheet.parent is not None else made.first_day
    return replace(made, lost=[*state, *lost, *made.lost], first_day=first_day)


def _beside(title: str, cell: Any) -> Iterator[Lost]:
    """What a cell has beside its value."""
    place = f"{title}, {cell.coordinate}"
    if cell.comment is not None:
        yield Lost(place, "", str(cell.comment.text), "a comment on a cell")
    link = cell.hyperlink.target if cell.hyperlink is not None else None
    if link and link not in {str(cell.value), f"mailto:{cell.value}"}:
        yield Lost(place, "", str(link), "a link behind a cell")


def _value(cell: Any, value: Any) -> Cell:
    """What a cell says: a number that is shown as percent is so many percent."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    if cell.data_type == "e" or value is None or (isinstance(value, str) and value.startswith("#REF!")):
        return None
    return str(value).strip()


_CURRENCY = re.compile(r"\[\$([^\]-]+)|([€$£¥])|\"\s*([A-Z]{3}|[^\"\w]?[€$£¥])\s*\"")


def _number(value: float, shown_as: str) -> Decimal | None:
    try:
        number = Decimal(repr(value))
    except (InvalidOperation, ValueError):
        return None
    if "%" in shown_as:
        return UnitNumber(number * 100, "%")
    currency = _CURRENCY.search(shown_as)
    unit = next(filter(None, currency.groups()), "").strip() if currency else ""
    return UnitNumber(number, unit) if unit and not shown_as.endswith("@") else number


def _fill_merged(sheet: Worksheet, rows: dict[int, dict[int, Cell]]) -> None:
    """Let each row of cells that are merged downwards say what they say."""
    for merged in sheet.merged_cells.ranges:
        value = rows.get(merged.min_row, {}).get(merged.min_col)
        for at in range(merged.min_row + 1, merged.max_row + 1):
            if at in rows and value is not None:
                rows[at].setdefault(merged.min_col, value)
