"""Take away the signs that a word processor put around a name, a date or a number.

    start: “2027-01”        →  start: 2027-01

Left alone: such signs in a text, where they may be meant.
"""

from __future__ import annotations

from itertools import islice

from mkdocs_plans.edits.scalars import find_scalar, rewrite, rewrite_all
from mkdocs_plans.findings import Fix, Route
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.load.odd_signs import MOST_TOLD, find_odd_signs, plain_sign


def fix(case: Case) -> Fix:
    """Write what is left without them; where many values have them and one finding tells it, in all."""
    odd = dict(find_odd_signs(case.document))
    if case.route.steps not in odd:
        return ()
    told = odd if len(odd) > MOST_TOLD else (case.route.steps,)
    scalars = (find_scalar(case.document, Route(steps)) for steps in told)
    texts = {scalar: plain_sign(scalar.text) for scalar in scalars if scalar}
    each = (rewrite(case.document, *one) for one in islice(texts.items(), MOST_TOLD))
    return rewrite_all(case.document, texts) or next(filter(None, each), ())


FIXER = Fixer(fix, ("invalid-value",))
