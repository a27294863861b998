"""Put quotes around a text that YAML cuts at a `#`.

    title: Be #1            →  title: "Be #1"
    number: #1              →  number: "#1"

Left alone: what may be meant for a comment after all (`#TODO`, a second `#`), what looks like a second
field, a text in brackets, where it isn't clear what still belongs to it, and a number.
"""

from __future__ import annotations

import re

from mkdocs_plans.edits.scalars import confirm_text
from mkdocs_plans.findings import Edit, Fix, Route, Span
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.syntax import KEY, is_plain
from mkdocs_plans.load.cut_texts import is_of_number
from mkdocs_plans.yaml import quote

_LOST = re.compile(r"#\w(?!.*\s#)(?!.*[,\]}]$).*")
_NOTE = re.compile(r"#(?:todo|tbd|fixme|xxx|note|hack)\b", re.IGNORECASE)


def fix(case: Case) -> Fix:
    """Put quotes around the text, with what was cut off."""
    lost = case.line[case.span.column - 1 :].rstrip()
    start = _start(case.line)
    text = case.line[start:].rstrip() if start is not None else ""
    bare = text.lstrip("#") if text == lost else text
    if start is None or not _LOST.fullmatch(lost) or _NOTE.match(lost) or not is_plain(bare):
        return ()
    steps = _steps(case)
    if is_of_number(steps):
        return ()
    edit = Edit(Span(case.span.line, start + 1, start + len(text) + 1), quote(text))
    return confirm_text(case.document, Route(steps), text, edit) if steps else ()


def _start(line: str) -> int | None:
    """Where the text starts (0-based) in a line that holds one field, or one item."""
    match = re.match(KEY, line) or re.match(r" *(?:- +)+", line)
    return match.end() if match else None


def _steps(case: Case) -> tuple[str | int, ...]:
    """The way to the text that was cut."""
    cut = case.document.texts_cut_by_hash()
    here = (case.span.line, case.span.end_column)
    return next((steps for steps, _, span in cut if (span.line, span.end_column) == here), ())


FIXER = Fixer(fix, ("text-cut-by-hash",))
