"""Somebody else is named beside the DRI.

A DRI is the one person who is directly responsible. Others are `contributors`.

Why it matters: where two are responsible, each relies on the other.

Wrong:

    type: strategy
    title: Sell abroad
    dri: [vp-sales, people-partner]

Right:

    type: strategy
    title: Sell abroad
    dri: vp-sales
    contributors: [people-partner]
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
