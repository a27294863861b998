"""A key is a slip of the pen away from one of ours, or is the site's own word for it.

A slip is one letter too many, too few, wrong or in the wrong place; in longer keys more; or no space after
the colon. A site's own words (`labels`) are for its pages: keys are the same in every organisation.

Why it matters: the value would be left out in silence.

Wrong:

    type: strategy
    title: Sell abroad
    sumary: We begin in Norway.

Right:

    type: strategy
    title: Sell abroad
    summary: We begin in Norway.
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
