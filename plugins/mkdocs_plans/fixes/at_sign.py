"""Write a handle without the sign that YAML doesn't take.

    dri: @vp-sales          →  dri: vp-sales

Left alone: the sign in a field of text, where it needs quotes.
"""

import re

from mkdocs_plans.findings import Edit, Fix
from mkdocs_plans.fixes.case import Case, Fixer
from mkdocs_plans.fixes.syntax import read_further

_OURS = frozenset({"dri", "lead", "contributors"})
_BEFORE = re.compile(r" *(?:- +)*([\w-]+)\s*:\s+")
_BEFORE_IN_BRACKETS = re.compile(r".*\{(?:.*[\s,])?([\w-]+)\s*:\s+|.*\b(contributors)\s*:\s*\[[^][{}#:]*")
_ITEM = re.compile(r" *- +")
_AFTER = re.compile(r"@\w[\w.-]*\s*(?:\s#.*)?")
_AFTER_IN_BRACKETS = re.compile(r"@\w[\w.-]*\s*[],}].*")


def fix(case: Case) -> Fix:
    """Leave the sign out."""
    start = case.span.column - 1
    before, after = case.line[:start], case.line[start:]
    is_person = _names_person(case, _BEFORE.fullmatch(before)) or _is_contributor(case, before)
    is_alone = _AFTER.fullmatch(after) and is_person
    is_in_brackets = _AFTER_IN_BRACKETS.fullmatch(after) and _names_person(
        case, _BEFORE_IN_BRACKETS.fullmatch(before)
    )
    return read_further(case, Edit(case.span, "")) if is_alone or is_in_brackets else ()


def _names_person(case: Case, before: re.Match[str] | None) -> bool:
    """Whether the key before the sign is of a field that names a person, ours or the organisation's own."""
    return before is not None and before[before.lastindex or 0] in _OURS | case.plan.own_fields.persons()


def _is_contributor(case: Case, before: str) -> bool:
    """Whether this is an item of the list below `contributors:`."""
    if not _ITEM.fullmatch(before):
        return False
    number = case.span.line - 1
    while case.document.line(number).startswith(before):
        number -= 1
    return re.fullmatch(r" *(?:- +)*contributors\s*:\s*", case.document.line(number)) is not None


FIXER = Fixer(fix, ("invalid-front-matter",))
