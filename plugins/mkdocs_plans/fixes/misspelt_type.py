"""Write the type of plan file that a misspelt one means.

    type: Stratgy           →  type: strategy

Left alone: a file that has keys which that type hasn't. Other plugins have types of their own.
"""

from mkdocs_plans.edits.scalars import rewritten, scalar_at
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case
from mkdocs_plans.fixes.near import slip_for
from mkdocs_plans.model import FOREIGN_KEYS, TYPES, field_names

RULES = ("unknown-type",)


def fix(case: Case) -> Fix:
    """Write the type as we have it."""
    scalar = scalar_at(case.document, case.route)
    meant = slip_for(scalar.text, TYPES) if scalar else None
    if scalar is None or meant is None:
        return ()
    known = {*field_names(TYPES[meant]), *FOREIGN_KEYS, *case.site.settings.extra_fields}
    return rewritten(case.document, scalar, meant) if known.issuperset(case.values) else ()
