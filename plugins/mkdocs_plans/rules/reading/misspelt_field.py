"""A key is a slip of the pen away from one of ours.

One letter too many, too few, wrong or in the wrong place; in longer keys more.

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
