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
    """A sheet that was read: its name, its head, its rows without the empty ones, and what was left out."""

    name: str
    head: Sequence[str]
    rows: Sequence[Row]
    lost: Sequence[Lost] = field(default=())


def text_of(cell: Cell) -> str:
    """A cell as text: a day as `2026-03-31`, a number plainly."""
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return number_text(cell) if isinstance(cell, Decimal) else cell or ""


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
    used = {key for row in rows for key in row.cells}
    return Sheet(name, [key for key in head if key in used or not key.startswith("column ")], rows, lost)


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
