"""A CSV file → a sheet: with commas, semicolons or tabs, in UTF-8, UTF-16 or what Windows writes."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.sheet import Cell, Sheet, make_sheet
from mkdocs_plans.source import csv_rows, decode_csv

_GUARDED = re.compile(r"^'(?='*[=+\-@＝＋－＠\t\r\n])")
"""The apostrophe that keeps a text from being a formula, as `plans export csv` writes it."""


def read_csv(name: str, data: bytes, is_known: Callable[[str], bool]) -> Sheet:
    """Read a CSV file. EditError where it can't be read."""
    text = decode_csv(data)
    if text is None:
        raise EditError("the file is in an encoding that we can't read: save it as CSV UTF-8")
    try:
        return make_sheet(name, _lines(text), is_known)
    except csv.Error as error:
        raise EditError(f"the file isn't CSV that can be read: {error}") from None


def _lines(text: str) -> Iterator[tuple[int, Sequence[Cell]]]:
    for row in csv_rows(text):
        yield row.line, [_GUARDED.sub("", cell, count=1) for cell in row.cells]
