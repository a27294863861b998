"""Write a date as year-month-day, where it can only mean one.

    due: 31/03/2026         →  due: 2026-03-31
    due: March 31, 2026     →  due: 2026-03-31
    due: Q1 2026            →  due: 2026-Q1
    due: end of March 2026  →  due: 2026-03-31

    done: ✓                 →  done: yes

Month names are read in English, in German and in the site's language.

Left alone: `03/04/2026`, which is a day in March or in April, unless the site's language has one way to write
it; a year of two digits, unless likewise; `Q1 2026` in a site
whose fiscal year doesn't begin in January, where it may be the fiscal year's; `2026-06-3`, which may lack
a digit; a day that doesn't exist.
"""

from __future__ import annotations

from mkdocs_plans.edits.scalars import Scalar, find_scalar
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.texts import rewrite_meant
from mkdocs_plans.fixes.type_of_field import type_of_field
from mkdocs_plans.model import Date, meant_date
from mkdocs_plans.model.dates import THAT_HAPPENED, says_yes


def fix(case: Case) -> Fix:
    """Write the date in our form."""
    return rewrite_meant(case, _meant)


def _meant(case: Case) -> tuple[Scalar, str] | None:
    scalar = find_scalar(case.document, case.route)
    if scalar is None or type_of_field(case, case.route) is not Date:
        return None
    if case.route.steps[-1] in THAT_HAPPENED and says_yes(scalar.text):
        return scalar, "yes"
    meant = meant_date(scalar.text.strip(), case.site.settings.fiscal_year_start, case.site.language)
    return (scalar, meant) if meant else None


FIXER = Fixer(fix, ("invalid-value",))
