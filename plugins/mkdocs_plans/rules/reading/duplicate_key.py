"""A key is given twice.

The first one is read.

Why it matters: one of the two values is lost, and nobody sees which.

Wrong:

    type: strategy
    title: Sell abroad
    status: active
    status: paused

Right:

    type: strategy
    title: Sell abroad
    status: paused
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
