"""Write the field that a text in a list is meant for.

    - Ask them              →  - do: Ask them         in `actions`
    - Keep people           →  - title: Keep people   in `goals`
    ada: ada@example.org    →  ada: {email: ada@example.org}

Left alone: a text of several lines, and one in `updates`, which needs a day.
"""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_plans.edits.scalars import confirm_value, value_at
from mkdocs_plans.findings import Edit, Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.type_of_field import needed_field, type_of_field
from mkdocs_plans.model import Action, Goal, Person


def fix(case: Case) -> Fix:
    """Write the field before the text."""
    text, kind = value_at(case.document, case.route.steps), type_of_field(case, case.route)
    source = case.line[case.span.column - 1 : case.span.end_column - 1]
    if not isinstance(text, str) or source.strip("\"'") != text:
        return ()
    if kind is Person and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        return confirm_value(
            case.document, case.route, {"email": text}, Edit(case.span, f"{{email: {source}}}")
        )
    if kind not in {Action, Goal}:
        return ()
    needed = needed_field(kind)
    edit = Edit(replace(case.span, end_column=case.span.column), f"{needed}: ")
    return confirm_value(case.document, case.route, {str(needed): text}, edit)


FIXER = Fixer(fix, ("invalid-value",))
