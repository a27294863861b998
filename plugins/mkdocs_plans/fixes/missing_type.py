"""Write the type that a plan file lacks.

    ---                     →  ---
    title: Sell abroad         type: strategy
    theme: growth              title: Sell abroad

    type:                   →  type: strategy
    Typ: Strategie          →  type: strategy

Left alone: a file whose fields are as well those of another type.
"""

from __future__ import annotations

import re

from mkdocs_plans.findings import Edit, Fix, Route, Span
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.load.seeming import fitting_types, key_for_type


def fix(case: Case) -> Fix:
    """Write it into the line that stands for it, else into the first line of the front matter."""
    if case.finding.at != Route.to("type"):
        return ()
    fitting = fitting_types(case.values)
    if len(fitting) != 1:
        return ()
    written = f"type: {fitting[0]}"
    key = "type" if "type" in case.values else key_for_type(case.values)
    if key is None:
        top = case.document.yaml_lines.start
        return (Edit(Span(top, 1, 1), f"{written}\n"),)
    number = case.document.locate(Route((key,), "key")).line
    line = case.document.line(number)
    is_alone = re.fullmatch(rf"{re.escape(key)}\s*:[^#|>\[{{]*", line)
    return (Edit(Span(number, 1, len(line) + 1), written),) if is_alone else ()


FIXER = Fixer(fix, ("missing-field",))
