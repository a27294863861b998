"""A sheet of cells: rows below a head, whatever program it comes from."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.incoming import Lost
from mkdocs_plans.model import number_text

Cell = str | Decimal | datetime.date | None
"""What a cell holds; None where it is empty. A text has no white space around it."""


class UnitNumber(Decimal):
    """A number that its cell shows with a unit: `35` of `35 %`."""

    unit: str

    def __new__(cls, value: Decimal, unit: str) -> UnitNumber:
        """Make one of a number."""
        made = super().__new__(cls, value)
        made.unit = unit
        return made


MAX_ROWS = 20_000
"""How many rows are read: more than a plan has."""

MAX_COLUMNS = 200
"""How many columns, likewise."""

_HEAD_WITHIN = 20
"""Above the head, a sheet may have a title and a date: within so many rows it is looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number in the sheet, with what its cells hold by their heads; empty ones are left out."""

    number: int
    cells: Mapping[str, str | Decimal | datetime.date]

    def text(self, head: str) -> str:
        """What a cell says."""
        return text_of(self.cells.get(head))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was read: its name, its head, its rows without the empty ones, and what was left out. Days
    that are written as numbers are counted from `first_day`.
    """

    name: str
    head: Sequence[str]
    rows: Sequence[Row]
    lost: Sequence[Lost] = field(default=())
    first_day: datetime.date = datetime.date(1899, 12, 30)


def text_of(cell: Cell) -> str:
    """A cell as text: a day as `2026-03-31`, a number plainly."""
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, UnitNumber):
        return f"{number_text(cell)} {cell.unit}"
    return number_text(cell) if isinstance(cell, Decimal) else cell or ""


_BESIDE = re.compile(r"[-+]?\s*\d[\d.,'’\s]*(%|[€$£¥]|EUR|USD|GBP|CHF)")


def unit_beside(cell: Cell) -> str:
    """The unit that a number has beside it in its cell: `percent` of `35 %`; empty where it has none."""
    found = _BESIDE.fullmatch(cell) if isinstance(cell, str) else None
    unit = cell.unit if isinstance(cell, UnitNumber) else found[1] if found else ""
    return "percent" if unit == "%" else unit


def day_counted(cell: Cell, first_day: datetime.date) -> datetime.date | None:
    """The day that a number means which a spreadsheet counts days by, from 1954 to 2119; else None."""
    text = text_of(cell) if isinstance(cell, Decimal | str) else ""
    return first_day + datetime.timedelta(int(text)) if re.fullmatch(r"[2-7]\d{4}", text) else None


def make_sheet(
    name: str, lines: Iterable[tuple[int, Sequence[Cell]]], is_known: Callable[[str], bool]
) -> Sheet:
    """Make a sheet of numbered lines of cells. The head is the line with the most known names, or the first
    one. EditError where there is none, or more than can be read.
    """
    filled = [(number, line) for number, line in _bounded(name, lines) if any(_is_there(one) for one in line)]
    if not filled:
        raise EditError(f"{name} is empty: there must be a row of column names, and rows below it")
    at = max(range(min(_HEAD_WITHIN, len(filled))), key=lambda row: (_known(filled[row][1], is_known), -row))
    width = max(len(line) for _, line in filled)
    head, lost = _head(name, [*filled[at][1], *[None] * (width - len(filled[at][1]))])
    for number, line in filled[:at]:
        text = "; ".join(text_of(one) for one in line if _is_there(one))
        lost.append(Lost(f"{name}, row {number}", "", text, "it stands above the row of column names"))
    rows = [_row(name, number, head, line, lost) for number, line in filled[at + 1 :]]
    for row in filter(_is_total, rows):
        text = "; ".join(f"{key}: {row.text(key)}" for key in row.cells)
        lost.append(Lost(f"{name}, row {row.number}", "the whole row", text, "it is a row of totals"))
    rows = [row for row in rows if not _is_total(row)]
    used = {key for row in rows for key in row.cells}
    return Sheet(name, [key for key in head if key in used or not key.startswith("column ")], rows, lost)


_TOTALS = re.compile(
    r"(?:grand |sub)?totals?|sums?|average|(?:zwischen|gesamt)?summen?|gesamt|insgesamt|durchschnitt",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?=\W*\d)[\W\d]*+(?:[A-Z]{3}|mio|tsd)?\W*", re.IGNORECASE)


def _is_total(row: Row) -> bool:
    """Whether a row says the sum of those above: one word for it, and nothing else but figures."""
    texts = [cell.strip(" :") for cell in row.cells.values() if isinstance(cell, str)]
    words = [text for text in texts if not _FIGURES.fullmatch(text)]
    return len(words) == 1 and _TOTALS.fullmatch(words[0]) is not None


def _row(name: str, number: int, head: Sequence[str], line: Sequence[Cell], lost: list[Lost]) -> Row:
    """A row without empty cells, and without signs that nobody sees."""
    cells = {}
    for key, cell in zip(head, line, strict=False):
        seen = _seen(cell) if isinstance(cell, str) else cell
        if seen != cell:
            why = "signs that nobody sees are left out"
            lost.append(Lost(f"{name}, row {number}", key, text_of(seen), why, "without them"))
        if seen is not None and seen != "":
            cells[key] = seen
    return Row(number, cells)


def _seen(text: str) -> str:
    if text.isprintable():
        return text
    lines = _LINE_END.sub("\n", text).expandtabs(1)
    return "".join(_PLAIN.get(sign, sign) for sign in lines if sign in _KEPT or sign.isprintable()).strip()


_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_KEPT = "\n\u200c\u200d\u00a0\u202f\u2003\u2002\u2009\u3000"
_PLAIN = dict.fromkeys("\u00a0\u202f\u2003\u2002\u2009\u3000", " ")


def _bounded(name: str, lines: Iterable[tuple[int, Sequence[Cell]]]) -> Iterator[tuple[int, Sequence[Cell]]]:
    filled = 0
    for number, line in lines:
        filled += any(_is_there(one) for one in line)
        if filled > MAX_ROWS or len(line) > MAX_COLUMNS:
            most = f"{MAX_ROWS} rows or {MAX_COLUMNS} columns"
            raise EditError(f"{name} has more than {most}: import a part of it")
        yield number, line


def _is_there(cell: Cell) -> bool:
    return cell not in (None, "")


def _known(line: Sequence[Cell], is_known: Callable[[str], bool]) -> int:
    return sum(isinstance(one, str) and is_known(one) for one in line)


def _head(name: str, line: Sequence[Cell]) -> tuple[list[str], list[Lost]]:
    """The names of the columns, each once."""
    times: Counter[str] = Counter()
    head, lost = [], []
    for number, one in enumerate(line, 1):
        text = " ".join(text_of(one).split()) or f"column {_letters(number)}"
        times[text] += 1
        if times[text] > 1:
            other = f"{text} ({times[text]})"
            lost.append(Lost(name, text, "", f"two columns are called so: the second is {other}", "both"))
            text = other
        head.append(text)
    return head, lost


def _letters(number: int) -> str:
    """The letters by which a spreadsheet calls a column."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
