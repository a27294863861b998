"""Indent a line as the one that it belongs with.

    - do: Ask them            →  - do: Ask them
       due: 2026-03-31             due: 2026-03-31

Left alone: a line that may belong to more than one of the lines above, as far as our fields tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plans.findings import Edit, Fix, Span
from mkdocs_plans.fixes.case import Case, Fixer, find_alone
from mkdocs_plans.source.syntax import MISALIGNED

_START = re.compile(r" *(?:- +)*")
_LISTED = frozenset(
    {"unknown-field", "misspelt-field", "foreign-field", "duplicate-key", "invalid-value", "invalid-id"}
)
"""What is found of a field that stands where it doesn't belong."""


def fix(case: Case) -> Fix:
    """Try each column that a line above begins something in."""
    if case.finding.message != MISALIGNED:
        return ()
    tried = [(edits, _out_of_place(case, edits)) for edits in map(tuple, _moved(case))]
    found = ((number, edits) for edits, number in tried if number is not None)
    readable = sorted(found, key=lambda each: each[0])
    is_one = len(readable) == 1 or (len(readable) > 1 and readable[0][0] < readable[1][0])
    return readable[0][1] if is_one else ()


def _out_of_place(case: Case, edits: Fix) -> int | None:
    """How many findings edits would leave of fields out of place; None where the file can't be read then."""
    after = case.after(edits)
    if after.findings_stop_reading:
        return None
    return sum(found.rule in _LISTED for found in find_alone(after, case.site))


def _moved(case: Case) -> Iterator[Iterator[Edit]]:
    """The line with all that is below it, moved to each column that may be its own."""
    own = _indentation(case.line)
    for column in sorted(_columns(case) - {own}):
        yield (
            Edit(Span(number, 1, _indentation(line) + 1), " " * (_indentation(line) + column - own))
            for number, line in _block(case, own)
        )


def _columns(case: Case) -> set[int]:
    """The columns in which the lines above begin an item or a key, up to one that isn't indented."""
    columns: set[int] = set()
    is_item = case.line.lstrip().startswith("- ")
    for number in range(case.span.line - 1, case.document.yaml_lines.start - 1, -1):
        line = case.document.line(number)
        if not line.strip():
            continue
        start = _START.match(line)[0]  # type: ignore[index]
        dashes = {at for at, sign in enumerate(start) if sign == "-"}
        columns |= dashes if is_item else {len(start)}
        if not line.startswith((" ", "-")):
            break
    return columns


def _block(case: Case, own: int) -> Iterator[tuple[int, str]]:
    yield case.span.line, case.line
    for number in range(case.span.line + 1, case.document.yaml_lines.stop):
        line = case.document.line(number)
        if line.strip() and _indentation(line) <= own:
            return
        if line.strip():
            yield number, line


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


FIXER = Fixer(fix, ("invalid-front-matter",))
