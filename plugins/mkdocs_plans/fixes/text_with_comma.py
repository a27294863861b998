"""Put quotes around a text in braces that YAML cuts at a comma.

    {cost: £14,000}         →  {cost: "£14,000"}

Left alone: a field that isn't text; a text that goes on in the next line, or begins with a sign of YAML's;
and what may be a word to set aside (`{do: Ask, TODO}`).
"""

from __future__ import annotations

import re

from mkdocs_plans.edits import read_after
from mkdocs_plans.edits.scalars import replace_value, value_at
from mkdocs_plans.findings import Edit, Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.syntax import is_plain
from mkdocs_plans.load.cut_texts import is_of_text
from mkdocs_plans.source import Cut
from mkdocs_plans.yaml import quote

_NOTE = re.compile(r",\s*(?:todo|tbd|fixme|xxx)\b", re.IGNORECASE)


def fix(case: Case) -> Fix:
    """Put quotes around the text, with what was cut off."""
    cut = next((cut for cut in case.document.texts_cut_by_comma() if cut.comma == case.finding.at), None)
    if cut is None or not is_of_text(cut) or not is_plain(cut.text):
        return ()
    if "\n" in cut.text or _NOTE.search(cut.text):
        return ()
    edit = Edit(case.document.span(cut.start, cut.end), quote(cut.text))
    return (edit,) if _is_whole(case, cut, edit) else ()


def _is_whole(case: Case, cut: Cut, edit: Edit) -> bool:
    """Whether the edit makes one text of the pieces, and changes nothing else."""
    mapping = value_at(case.document, cut.steps)
    pieces = mapping.items() if isinstance(mapping, dict) else ()
    whole = {key: value for key, value in pieces if key not in cut.lost} | {cut.key: cut.text}
    return read_after(case.document, [edit]).values == replace_value(case.document.values, cut.steps, whole)


FIXER = Fixer(fix, ("text-cut-by-comma",))
