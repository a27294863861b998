"""Write the type of plan file that another word means.

    type: Stratgy           →  type: strategy
    type: strategies        →  type: strategy
    type: initiative        →  type: tactic      where that is the site's word for a tactic
    type: [tactic]          →  type: tactic
    type: {tactic}          →  type: tactic

Left alone: a misspelt one in a file that has keys which that type hasn't. Other plugins have types of their
own.
"""

from __future__ import annotations

from mkdocs_plans.edits.scalars import confirm_text, find_scalar, rewrite
from mkdocs_plans.findings import Edit, Fix, Route
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.load.plan_file import read_type
from mkdocs_plans.load.type_words import certain_type, type_words
from mkdocs_plans.model import FOREIGN_KEYS, TYPES, field_names
from mkdocs_plans.spelling import find_certain_slip


def fix(case: Case) -> Fix:
    """Write the type as we have it."""
    said = read_type(case.document)
    meant = _meant(case, said) if said else None
    if meant is None:
        return ()
    if isinstance(case.values["type"], (list, dict)):
        return confirm_text(case.document, Route.to("type"), meant, Edit(case.span, meant))
    scalar = find_scalar(case.document, case.route)
    return rewrite(case.document, scalar, meant) if scalar else ()


def _meant(case: Case, said: str) -> str | None:
    words = type_words(case.site.settings)
    certain = certain_type(said, words)
    if certain and not said.lower().startswith(certain[:-1]):
        return certain
    slip = certain or find_certain_slip(said, TYPES)
    known = {*field_names(TYPES[slip]), *FOREIGN_KEYS, *case.site.settings.extra_fields} if slip else ()
    return slip if set(case.values) <= set(known) else None


FIXER = Fixer(fix, ("unknown-type",))
