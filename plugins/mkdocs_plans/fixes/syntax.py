"""What fixers of front matter that YAML can't read share, and of text that lacks quotes.

Nothing can be compared there: the values aren't known. Such a fix is taken for one if the file can then
be read, or can be read further: what stops reading next stands behind what was fixed.
"""

from __future__ import annotations

import re

from mkdocs_plans.findings import Edit, Fix, Span
from mkdocs_plans.fixes.case import Case
from mkdocs_plans.model import FIELDS
from mkdocs_plans.source import Document

KEY = r"^(?P<before> *(?:- +)*)(?P<key>[\w-]+)(?P<colon> *: +)"
"""The start of a line `key: …`, within list items or not."""


def read_further(case: Case, *edits: Edit) -> Fix:
    """Give the edits if they let the file be read, or read further: fewer places stop it, or all that do
    stand behind this one.
    """
    here = case.span.line, case.span.column
    stops = _stops(case.after(edits))
    is_further = len(stops) < len(_stops(case.document)) or all((at.line, at.column) > here for at in stops)
    return edits if is_further else ()


def _stops(document: Document) -> list[Span]:
    return [document.locate(found.at) for found in document.findings if found.rule == "invalid-front-matter"]


def goes_on_below(case: Case, column: int) -> bool:
    """Whether the next line that says anything is indented further than `column` (0-based)."""
    number = case.span.line + 1
    last = case.document.yaml_lines.stop
    lines = (case.document.line(each) for each in range(number, last))
    below = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return bool(below) and len(re.match(r"[ \t]*", below)[0]) > column  # type: ignore[index]


_FIELD = re.compile(rf"(?:^|[\s,{{])(?:{'|'.join(sorted(FIELDS))})\s*:(?:\s|$)")

_SPECIAL = "-?:,[]{}#&*!|>'\"%@`"
"""The signs that mean something to YAML at the start of a text."""


def is_plain(text: str) -> bool:
    """Whether a text begins as one without quotes does, and all of it is meant as text: no second
    field stands in it (`Hire now dri: vp-sales`), and no quote is opened or closed alone.
    """
    return bool(text) and text[0] not in _SPECIAL and text.count('"') % 2 == 0 and not _FIELD.search(text)


def without_comment(rest: str) -> str | None:
    """The text of the rest of a line, without the comment and the white space that end it; None where
    a `#` may be either a comment's or the text's.
    """
    text, hash_, comment = re.sub(r"\s+#", "\0#", rest, count=1).partition("\0")
    if hash_ and not re.match(r"#+(\s|$)", comment):
        return None
    return text.rstrip()
