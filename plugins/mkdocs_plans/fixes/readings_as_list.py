"""Leave out the hyphens before the pairs of `readings` and `targets`.

    readings:               →  readings:
      - retention: 74            retention: 74

Left alone: what holds more than one pair an item, or the same one twice.
"""

from __future__ import annotations

import re

from mkdocs_plans.edits.scalars import confirm_value, value_at
from mkdocs_plans.findings import Edit, Fix, Span
from mkdocs_plans.fixes.case import Case, Fixer


def fix(case: Case) -> Fix:
    """Take each hyphen out, with the space behind it."""
    value = value_at(case.document, case.route.steps)
    items = value if isinstance(value, list) and case.route.steps[-1] in {"readings", "targets"} else []
    pairs = [
        (key, each)
        for item in items
        if isinstance(item, dict) and len(item) == 1
        for key, each in item.items()
    ]
    if not pairs or len(dict(pairs)) != len(items):
        return ()
    edits = []
    for number in range(case.span.line + 1, case.span.line + 1 + len(items)):
        hyphen = re.match(r" *(- +)(?=\S)", case.document.line(number))
        if hyphen is None:
            return ()
        edits.append(Edit(Span(number, hyphen.start(1) + 1, hyphen.end(1) + 1), "  "))
    return confirm_value(case.document, case.route, dict(pairs), *edits)


FIXER = Fixer(fix, ("invalid-value",))
