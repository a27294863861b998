"""Part a goal's number from the side that it has to stay on.

    keep: at least 93       →  keep: at least
                               target: 93

Left alone: a goal whose `target` is another number.
"""

from __future__ import annotations

from mkdocs_plans.edits.field_edits import set_field
from mkdocs_plans.edits.nodes import Nodes
from mkdocs_plans.edits.scalars import find_scalar, replace_value, rewrite, value_at
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.type_of_field import type_of_field
from mkdocs_plans.model import Keep, keep_with_number
from mkdocs_plans.yaml import Bare


def fix(case: Case) -> Fix:
    """Write the side alone, and the number as the target."""
    said = find_scalar(case.document, case.route)
    parted = keep_with_number(said.text) if said and type_of_field(case, case.route) is Keep else None
    if said is None or parted is None:
        return ()
    side, number = parted
    edits = rewrite(case.document, said, side)
    steps = (*said.route.steps[:-1], "target")
    there = value_at(case.document, steps)
    if there is not None:
        return edits if there == number else ()
    return _with_target(case, edits, said.route.steps, number) if edits else ()


def _with_target(case: Case, edits: Fix, keep: tuple[str | int, ...], number: str) -> Fix:
    """Add the target, if the file then reads as before but for the two."""
    steps = (*keep[:-1], "target")
    try:
        added = set_field(Nodes(case.document), steps, Bare(number), ("keep", "target"))
    except EditError:
        return ()
    both = (*edits, *added)
    expected = replace_value(case.after(edits).values, steps, number)
    return both if case.after(both).values == expected else ()


FIXER = Fixer(fix, ("invalid-value",))
