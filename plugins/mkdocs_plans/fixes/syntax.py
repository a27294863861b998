"""What fixers of front matter that YAML can't read share.

Nothing can be compared there: the values aren't known. Such a fix is taken for one if the file can then
be read, or can be read further: what stops reading next stands behind what was mended.
"""

from __future__ import annotations

import re

from mkdocs_plans.findings import Edit, Fix, Span
from mkdocs_plans.fixes.case import Case
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
