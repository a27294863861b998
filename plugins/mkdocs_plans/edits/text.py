"""Edits made in a file's text, every other character left as it is.

An edit names its place by line and column. Those are the same in a document, which knows line feeds only,
and in the file itself, whatever ends its lines and whether or not it begins with a byte order mark. What
is written takes the file's line ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_plans.findings import Edit
from mkdocs_plans.source import BYTE_ORDER_MARK

_LINE_END = re.compile(r"\r\n|\r|\n")


def edit_text(text: str, edits: Iterable[Edit]) -> str:
    """Make edits that don't overlap in a text, as it stands in its file. One that ends behind its line's
    last character takes the line end with it.
    """
    first = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    starts = [first, *(match.end() for match in _LINE_END.finditer(text))]
    line_end = found[0] if (found := _LINE_END.search(text)) else "\n"
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        line = starts[edit.span.line - 1]
        start, end = line + edit.span.column - 1, line + edit.span.end_column - 1
        line_ends = _LINE_END.search(text, start)
        if line_ends and end > line_ends.start():
            end = line_ends.end()
        text = text[:start] + edit.text.replace("\n", line_end) + text[end:]
    return text


def edit_bytes(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Make edits in the bytes of a UTF-8 file."""
    return edit_text(data.decode("utf-8"), edits).encode("utf-8")
