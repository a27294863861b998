"""Write a line as YAML has it, where a slip of form keeps the file from being read.

    • do: Ask them          →  - do: Ask them
    dri:vp-sales            →  dri: vp-sales
    dri = vp-sales          →  dri: vp-sales
    title: "Hire" people    →  title: '"Hire" people'
    —                       →  ---

Left alone: what may be meant in two ways; a sign at the start of a text in a field that isn't text; and
what would make a field of a word that is none of ours.
"""

from __future__ import annotations

from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.syntax import read_further
from mkdocs_plans.load.cut_texts import TEXTS
from mkdocs_plans.model import FIELDS


def fix(case: Case) -> Fix:
    """Make the edits that reading found."""
    here = (repair for repair in case.document.repairs if repair.span == case.finding.at)
    repair = next((each for each in here if each.message == case.finding.message), None)
    if repair is None or not set(repair.fields) <= FIELDS:
        return ()
    if repair.text_of and repair.text_of not in TEXTS:
        return ()
    return read_further(case, *repair.edits) if repair.edits else ()


FIXER = Fixer(fix, ("invalid-front-matter",))
