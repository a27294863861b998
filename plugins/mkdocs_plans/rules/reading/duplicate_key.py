"""A key is given twice.

The first one is read.

Why it matters: one of the two values is lost, and nobody sees which.

Wrong:

    status: active
    status: paused

Right:

    status: paused
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
