"""Write the `https://` of a link that lacks it, and leave the brackets of Markdown out.

    url: www.example.org/paper      →  url: https://www.example.org/paper
    url: <https://example.org>      →  url: https://example.org

Left alone: what may be a page of the site, as `paper.html`.
"""

from __future__ import annotations

from mkdocs_plans.edits.scalars import Scalar, find_scalar
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.texts import rewrite_meant
from mkdocs_plans.fixes.type_of_field import own_field_at
from mkdocs_plans.model.field_types import meant_url


def fix(case: Case) -> Fix:
    """Write the whole address."""
    return rewrite_meant(case, _meant)


def _meant(case: Case) -> tuple[Scalar, str] | None:
    scalar, own = find_scalar(case.document, case.route), own_field_at(case, case.route)
    if scalar is None or not (case.route.steps[-1] == "url" or (own is not None and own.type == "link")):
        return None
    meant = meant_url(scalar.text.strip())
    return (scalar, meant) if meant else None


FIXER = Fixer(fix, ("invalid-value",))
