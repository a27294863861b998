"""Begin an item of a list with a hyphen, where its first key would otherwise be given twice.

    - do: Ask them          →  - do: Ask them
      do: Tell them            - do: Tell them

Left alone: a key that isn't the first of its item.
"""

from __future__ import annotations

import re

from mkdocs_plans.findings import Edit, Fix, Span
from mkdocs_plans.fixes.case import Case, Fixer


def fix(case: Case) -> Fix:
    """Write the hyphen two columns before the key."""
    column = case.span.column - 1
    related = case.finding.related
    first = related[0].at if related else None
    if not isinstance(first, Span) or first.column != case.span.column or column < 2:
        return ()
    if not re.fullmatch(r" *- +", case.document.line(first.line)[:column]) or case.line[:column].strip():
        return ()
    edit = Edit(Span(case.span.line, column - 1, column + 1), "- ")
    after = case.after([edit])
    is_fewer = len(after.findings) < len(case.document.findings)
    return (edit,) if is_fewer and not after.findings_stop_reading else ()


FIXER = Fixer(fix, ("duplicate-key",))
