"""Finding → what fixes it, where there is one right answer: one fixer a file.

A file of this folder that defines a `Fixer` is asked; nothing else lists it. Its docstring says what the
fixer does and what it leaves alone.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from mkdocs_plans.findings import Finding, Fix, Located
from mkdocs_plans.fixes.case import Case, Fixer, Surroundings
from mkdocs_plans.load import Loaded
from mkdocs_plans.rules import Checked
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Document

MOST_READ = 500_000
"""How many characters of one file are read again to try fixes, each of which takes a reading of all of it:
without a bound, a long file in which each line is wrong would take hours.
"""


class Tries:
    """Counts how often a fix for one file is tried."""

    def __init__(self, document: Document) -> None:
        self._left = max(1, MOST_READ // (len(document.text) or 1))

    def one_more(self, finding: Finding) -> bool:
        """Whether a fix for a finding may still be tried; one that no fixer looks at takes none."""
        if finding.rule in _FIXED:
            self._left -= 1
        return self._left >= 0


def find_fix(case: Case) -> Fix:
    """Ask the fixers for what fixes a finding; nothing where none knows the one right answer."""
    asked = (fixer for fixer in FIXERS if case.finding.rule in fixer.rules)
    return next((fix for fixer in asked if (fix := fixer.fix(case))), ())


def add_fixes(checked: Checked, loaded: Loaded, site: Site) -> Checked:
    """Give each finding what fixes it; None where that isn't tried."""
    around = Surroundings(loaded.plan, site)
    tries: dict[str, Tries] = {}

    def with_fix(located: Located) -> Located:
        finding = located.finding
        document = loaded.documents.get(finding.path)
        if document is None:
            return located
        is_tried = tries.setdefault(finding.path, Tries(document)).one_more(finding)
        return replace(located, fix=find_fix(Case(finding, document, around)) if is_tried else None)

    return replace(checked, found=tuple(map(with_fix, checked.found)))


# Last, because `fix_plan`, which is in the folder too, imports what stands above.
_MODULES = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))

# In the order of their names, which decides nothing today: of what two of them look at, one knows the answer,
# or `percent_sign` comes first, whose word is better than the quotes of `slip_of_form`.
FIXERS: tuple[Fixer, ...] = tuple(module.FIXER for module in _MODULES if hasattr(module, "FIXER"))

_FIXED = frozenset(rule for fixer in FIXERS for rule in fixer.rules)
