"""A CSV file → a sheet: with commas, semicolons or tabs, in UTF-8, UTF-16 or what Windows writes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.sheet import Cell, Sheet, make_sheet

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_GUARDED = re.compile(r"^'(?='*[=+\-@＝＋－＠\t\r\n])")
"""The apostrophe that keeps a text from being a formula, as `plans export csv` writes it."""

_MOST_OF_A_CELL = 2 * 1024 * 1024
"""How many characters a cell may have."""


def read_csv(name: str, data: bytes, is_known: Callable[[str], bool]) -> Sheet:
    """Read a CSV file. EditError where it can't be read."""
    text = _decoded(data)
    return make_sheet(name, _lines(text), is_known)


def _decoded(data: bytes) -> str:
    """The text of a file. One without a mark is UTF-8; what can't be, was written by Windows in the West."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None and data[:400].count(b"\0") > 2:
        encoding = "utf-16-le" if data[1:400:2].count(b"\0") > data[0:400:2].count(b"\0") else "utf-16-be"
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise EditError("the file is in an encoding that we can't read: save it as CSV UTF-8")


def _lines(text: str) -> Iterator[tuple[int, Sequence[Cell]]]:
    previous = csv.field_size_limit(_MOST_OF_A_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        for number, line in enumerate(reader, 1):
            yield (
                number,
                [_GUARDED.sub("", cell.strip(), count=1) for cell in line],
            )
    except csv.Error as error:
        raise EditError(f"the file isn't CSV that can be read: {error}") from None
    finally:
        csv.field_size_limit(previous)


def _delimiter(text: str) -> str:
    """What parts the cells: the sign that parts the most of the first lines, outside of quotes."""
    if text.startswith("sep=") and len(text) > 4:
        return text[4]
    start = re.sub(r'"[^"]*"', "", text[:20_000])
    line = max(start.splitlines()[:20] or [""], key=lambda one: max(map(one.count, ",;\t")))
    return max(",;\t", key=line.count)
