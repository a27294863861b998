"""Write a text behind its colon, where it stands as a list of one.

    title:                  →  title: Travel less
      - Travel less

    team: [sales]           →  team: sales

Left alone: a list of several texts, and a text of several lines.
"""

from __future__ import annotations

import re

from mkdocs_plans.edits.scalars import confirm_value, value_at
from mkdocs_plans.findings import Edit, Fix, Route, Span
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.type_of_field import type_of_field


def fix(case: Case) -> Fix:
    """Leave the hyphen, or the brackets, out."""
    value = value_at(case.document, case.route.steps)
    if type_of_field(case, case.route) is not str or not isinstance(value, list) or len(value) != 1:
        return ()
    text = value[0]
    item = case.document.locate(Route((*case.route.steps, 0)))
    line = case.document.line(item.line)
    source = line[item.column - 1 : item.end_column - 1]
    if not isinstance(text, str) or source.strip("\"'") != text:
        return ()
    key = case.document.locate(Route.to_key(*case.route.steps))
    before = case.document.line(key.line)
    if item.line == key.line:
        return confirm_value(case.document, case.route, text, Edit(case.span, source))
    if (
        item.line != key.line + 1
        or not re.fullmatch(r" *- +", line[: item.column - 1])
        or line[item.end_column - 1 :]
    ):
        return ()
    written = Edit(Span(key.line, len(before) + 1, len(before) + 1), f" {source}")
    return confirm_value(
        case.document, case.route, text, written, Edit(Span(item.line, 1, len(line) + 2), "")
    )


FIXER = Fixer(fix, ("invalid-value",))
