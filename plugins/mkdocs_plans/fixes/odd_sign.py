"""Take away the signs that a word processor put around a name, a date or a number.

    start: “2027-01”        →  start: 2027-01

Left alone: such signs in a text, where they may be meant.
"""

from __future__ import annotations

from mkdocs_plans.edits.scalars import find_scalar, rewrite
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.load.odd_signs import PLAIN, plain_sign


def fix(case: Case) -> Fix:
    """Write what is left without them."""
    scalar = find_scalar(case.document, case.route)
    names = [step for step in case.route.steps if isinstance(step, str)]
    if scalar is None or not PLAIN.intersection(names[-2:]):
        return ()
    plain = plain_sign(scalar.text)
    return rewrite(case.document, scalar, plain) if plain != scalar.text.strip() else ()


FIXER = Fixer(fix, ("invalid-value",))
