"""The type of a file is a slip of the pen away from one of ours.

Other values of `type` are other plugins' business, and are left alone.

Why it matters: the file would be a page like any other, and its plan missing from the site.

Wrong:

    type: stategy
    title: Sell abroad

Right:

    type: strategy
    title: Sell abroad
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
