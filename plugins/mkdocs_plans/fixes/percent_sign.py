"""Write the word for the sign that YAML doesn't take.

    unit: %                 →  unit: percent

Left alone: the sign in another field, or with more beside it.
"""

import re

from mkdocs_plans.findings import Edit, Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.syntax import read_further

_BEFORE = re.compile(r"(?:.*[\s{,])?unit\s*:\s+")
_AFTER = re.compile(r"%\s*(?:[,}].*|\s#.*)?")


def fix(case: Case) -> Fix:
    """Write `percent`."""
    start = case.span.column - 1
    if _BEFORE.fullmatch(case.line[:start]) and _AFTER.fullmatch(case.line[start:]):
        return read_further(case, Edit(case.span, "percent"))
    return ()


FIXER = Fixer(fix, ("invalid-front-matter",))
