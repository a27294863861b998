"""Write the line that opens a front matter.

    —                       →  ---

Left alone: a file that isn't a plan file by that line alone, as one that has no closing line either.
"""

import re

from mkdocs_plans.findings import Edit, Fix, Span
from mkdocs_plans.fixes.case import Case
from mkdocs_plans.model import TYPES

RULES = ("invalid-front-matter",)


def fix(case: Case) -> Fix:
    """Write `---` above the first line, or in the place of other dashes."""
    first = case.document.line(1)
    if case.document.yaml[0] or case.document.is_all_yaml or first.startswith("---"):
        return ()
    edit = Edit(Span(1, 1, 1), "---\n")
    if re.fullmatch(r"[-–—]+[ \t]*", first):
        edit = Edit(Span(1, 1, len(first) + 1), "---")
    after = case.after([edit])
    is_plan = not after.findings and (after.values or {}).get("type") in TYPES
    return (edit,) if is_plan else ()
