"""A CSV file → a sheet: with commas, semicolons or tabs, in UTF-8, UTF-16 or what Windows writes."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.incoming import Lost
from mkdocs_plans.imports.sheet import MAX_COLUMNS, MAX_ROWS, Cell, Sheet, make_sheet
from mkdocs_plans.source import csv_rows, decode_csv

MAX_LINES = 1_048_576
"""How many lines a file may have, most of which are empty: as many as a sheet of Excel."""

_GUARDED = re.compile(r"^'(?='*[=+\-@＝＋－＠\t\r\n])")
"""The apostrophe that keeps a text from being a formula, as `plans export csv` writes it."""


def read_csv(name: str, data: bytes, is_known: Callable[[str], bool]) -> Sheet:
    """Read a CSV file. EditError where it can't be read."""
    text = decode_csv(data)
    if text is None:
        raise EditError("the file is in an encoding that we can't read: save it as CSV UTF-8")
    if text.count("\n") > MAX_LINES or sum(map(text.count, ",;\t")) > MAX_ROWS * MAX_COLUMNS:
        raise EditError(f"{name} has more than {MAX_ROWS} rows or {MAX_COLUMNS} columns: import a part of it")
    try:
        made = make_sheet(name, _lines(text), is_known)
    except csv.Error as error:
        raise EditError(
            f"the file isn't CSV that can be read: {error}: is a quotation mark missing?"
        ) from None
    return replace(made, lost=[*_doubts(name, data, text), *made.lost])


def _doubts(name: str, data: bytes, text: str) -> Iterator[Lost]:
    """Say what may have been read otherwise than it is meant."""
    if text.count('"') % 2:
        why = "a quotation mark isn't closed, and what follows it may be in one cell: look at the last rows"
        yield Lost(name, "", "", why, "as it is read")
    try:
        is_guessed = not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" not in data[:400]
        data.decode("utf-8" if is_guessed else "latin-1")
    except UnicodeDecodeError:
        letters = "".join(dict.fromkeys(sign for sign in text if not sign.isascii()))[:20]
        why = "the file isn't in UTF-8, and is read as Windows writes it: are these the letters?"
        yield Lost(name, "", letters, why, "as they are")


def _lines(text: str) -> Iterator[tuple[int, Sequence[Cell]]]:
    for row in csv_rows(text):
        yield row.line, [_GUARDED.sub("", cell, count=1) for cell in row.cells]
