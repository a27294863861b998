"""Finding → what mends it, where there is one right answer: one fixer a file.

A fixer is a module. RULES names the rules whose findings it looks at; its docstring says what it does
and what it leaves alone; its function `fix` is pure: it gives the edits that mend the finding, or none.
"""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from mkdocs_plans.findings import Finding, Fix, Located
from mkdocs_plans.fixes import (
    at_sign,
    foreign_date,
    foreign_field,
    item_with_colon,
    item_without_hyphen,
    keep_with_number,
    list_without_hyphens,
    misaligned_line,
    missing_percent,
    missing_type,
    misspelt_field,
    misspelt_goal,
    misspelt_reference,
    misspelt_type,
    misspelt_word,
    odd_sign,
    one_text_in_a_list,
    percent_sign,
    readings_as_list,
    slip_of_form,
    tab_indentation,
    text_as_item,
    text_with_colon,
    text_with_comma,
    text_with_hash,
    when_in_words,
)
from mkdocs_plans.fixes.case import Case, Surroundings
from mkdocs_plans.load import Loaded
from mkdocs_plans.rules import Checked
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document

FIXERS: tuple[ModuleType, ...] = (
    misspelt_field,
    foreign_field,
    misspelt_goal,
    misspelt_reference,
    misspelt_word,
    keep_with_number,
    misspelt_type,
    missing_type,
    odd_sign,
    foreign_date,
    when_in_words,
    missing_percent,
    percent_sign,
    at_sign,
    text_with_colon,
    text_with_hash,
    text_with_comma,
    item_with_colon,
    tab_indentation,
    slip_of_form,
    misaligned_line,
    item_without_hyphen,
    list_without_hyphens,
    text_as_item,
    one_text_in_a_list,
    readings_as_list,
)
"""The fixers, in the order in which they are asked."""


MOST_READ = 500_000
"""How many characters of one file are read again to try fixes, each of which takes a reading of all of it:
without a bound, a long file in which each line is wrong would take hours.
"""

_FIXED = frozenset(rule for fixer in FIXERS for rule in fixer.RULES)


class Tries:
    """Counts how often a fix for one file is tried."""

    def __init__(self, document: Document) -> None:
        self._left = max(1, MOST_READ // (len(document.text) or 1))

    def one_more(self, finding: Finding) -> bool:
        """Whether a fix for a finding may still be tried; one that no fixer looks at takes none."""
        if finding.rule in _FIXED:
            self._left -= 1
        return self._left >= 0


def fix_for(case: Case) -> Fix:
    """Ask the fixers for what mends a finding; nothing where none knows the one right answer."""
    asked = (fixer for fixer in FIXERS if case.finding.rule in fixer.RULES)
    return next((fix for fixer in asked if (fix := fixer.fix(case))), ())


def with_fixes(checked: Checked, loaded: Loaded, site: Site) -> Checked:
    """Give each finding what mends it; None where that isn't tried."""
    around = Surroundings(loaded.plan, site)
    tries: dict[str, Tries] = {}

    def with_fix(located: Located) -> Located:
        finding = located.finding
        document = loaded.documents.get(finding.path)
        if document is None:
            return located
        is_tried = tries.setdefault(finding.path, Tries(document)).one_more(finding)
        return replace(located, fix=fix_for(Case(finding, document, around)) if is_tried else None)

    return replace(checked, found=tuple(map(with_fix, checked.found)))
