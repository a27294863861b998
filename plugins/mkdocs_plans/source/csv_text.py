"""CSV as people save it: its text, what parts its cells, and where each cell stands."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plans.findings import Span

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

MOST_OF_A_CELL = 2 * 1024 * 1024
"""How many characters a cell may have."""


_MOST_PLACES = 1_000
"""Of how many cells of a row the places are known: of others it is the beginning of the row."""


def decode_csv(data: bytes) -> str | None:
    """The text of a file. One without a mark is UTF-8, or UTF-16 where it can't be; what is neither was
    written by Windows in the West. None where it is nothing of that.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None and data[:400].count(b"\0") > 2:
        encoding = "utf-16-le" if data[1:400:2].count(b"\0") > data[0:400:2].count(b"\0") else "utf-16-be"
    for name in (encoding,) if encoding else ("utf-8", "cp1252"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def delimiter_of(text: str) -> str:
    """What parts the cells: the sign that parts the most of the first lines, outside of quotes."""
    if text.startswith("sep=") and len(text) > 4 and text[4] in ",;\t|":
        return text[4]
    start = re.sub(r'"[^"]*"', "", text[:20_000])
    line = max(start.splitlines()[:20] or [""], key=lambda one: max(map(one.count, ",;\t")))
    return max(",;\t", key=line.count)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row by the line that it begins in, with its cells, white space around them taken away, and the place
    of each cell that stands in that line.
    """

    line: int
    cells: Sequence[str]
    spans: Sequence[Span]

    def span(self, at: int) -> Span:
        """The place of a cell; the beginning of the row where it isn't known."""
        return self.spans[at] if at < len(self.spans) else Span(self.line, 1, 2)


def csv_rows(text: str) -> Iterator[CsvRow]:
    """The rows of a CSV. `csv.Error` where it can't be read."""
    delimiter = delimiter_of(text)
    lines = text.splitlines()
    cell = re.compile(rf'\s*"(?:[^"]|"")*"\s*(?={re.escape(delimiter)}|$)|[^{re.escape(delimiter)}]*')
    previous = csv.field_size_limit(MOST_OF_A_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        start = 1
        for cells in reader:
            line = lines[start - 1] if start <= len(lines) else ""
            if start > 1 or not line.startswith("sep="):
                yield CsvRow(
                    start,
                    [one.strip() for one in cells],
                    _spans(line, start, cell, min(len(cells), _MOST_PLACES)),
                )
            start = reader.line_num + 1
    finally:
        csv.field_size_limit(previous)


def _spans(line: str, number: int, cell: re.Pattern[str], most: int) -> list[Span]:
    spans: list[Span] = []
    at = 0
    while at <= len(line) and len(spans) < most:
        found = cell.match(line, at)
        end = found.end() if found else len(line)
        spans.append(Span(number, at + 1, max(end, at + 1) + 1 if end == at else end + 1))
        at = end + 1
    return spans
