"""A key is a slip of the pen away from one of ours.

One letter too many, too few, wrong or in the wrong place; in longer keys more.

Why it matters: the value would be left out in silence.

Wrong:

    sumary: We hire by criteria that anyone can repeat.

Right:

    summary: We hire by criteria that anyone can repeat.
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
