"""Write the type that a plan file lacks.

    ---                     →  ---
    title: Sell abroad         type: strategy
    theme: growth              title: Sell abroad

Left alone: a file whose fields are as well those of another type.
"""

from __future__ import annotations

from mkdocs_plans.findings import Edit, Fix, Route, Span
from mkdocs_plans.fixes.case import Case
from mkdocs_plans.load.seeming import fitting_types

RULES = ("missing-field",)


def fix(case: Case) -> Fix:
    """Write it into the first line of the front matter."""
    if case.finding.at != Route.to("type") or "type" in case.values:
        return ()
    fitting = fitting_types(case.values)
    top = case.document.yaml_lines.start
    return (Edit(Span(top, 1, 1), f"type: {fitting[0]}\n"),) if len(fitting) == 1 else ()
