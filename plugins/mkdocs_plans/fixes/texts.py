"""Texts rewritten in the place of what findings of one rule lead to, all at once where that can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mkdocs_plans.edits.scalars import Scalar, rewrite, rewrite_all
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case

Meant = Callable[[Case], tuple[Scalar, str] | None]
"""Says which text a finding is about, and what to write; None where that isn't certain."""


def rewrite_meant(case: Case, meant: Meant) -> Fix:
    """Write what is meant by a finding, and by the others that are to be fixed as well."""
    own = meant(case)
    if own is None:
        return ()
    others = (meant(replace(case, finding=other, others=())) for other in case.others)
    texts = dict((own, *filter(None, others)))
    return (rewrite_all(case.document, texts) if len(texts) > 1 else ()) or rewrite(case.document, *own)
