"""A field holds what it can't hold.

A date that doesn't exist, a number in words, a word that isn't on the list, a text where a
list belongs. The value is left out, and the rest of the file is read.

Why it matters: the plan would be shown without what you meant to say.

Wrong:

    type: strategy
    title: Sell abroad
    end: 2026-02-30

Right:

    type: strategy
    title: Sell abroad
    end: 2026-02-28
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
