"""Give a goal whose numbers are percent the unit that says so.

    target: 62%             →  unit: percent
                               target: 62%

Left alone: a percent sign where the goal has another unit, and one in a reading of a goal that has none.
"""

from __future__ import annotations

from decimal import Decimal

from mkdocs_plans.edits import value_at
from mkdocs_plans.edits.field_edits import set_field
from mkdocs_plans.edits.nodes import Nodes
from mkdocs_plans.errors import EditError
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.type_of_field import type_of_field
from mkdocs_plans.model import Goal, field_names, is_percentage
from mkdocs_plans.yaml import Bare


def fix(case: Case) -> Fix:
    """Write the unit into the goal."""
    steps = case.route.steps
    if steps[:1] != ("goals",) or type_of_field(case, case.route) is not Decimal:
        return ()
    goal, said = value_at(case.document, steps[:2]), value_at(case.document, steps)
    if not isinstance(goal, dict) or "unit" in goal or not is_percentage(said, case.site.language):
        return ()
    try:
        return set_field(Nodes(case.document), (*steps[:2], "unit"), Bare("percent"), field_names(Goal))
    except EditError:
        return ()


FIXER = Fixer(fix, ("invalid-value",))
