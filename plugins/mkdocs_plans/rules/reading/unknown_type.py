"""The type of a file is none of ours, and is meant for one.

It is a slip of the pen, a plural, or the site's own word for a strategy, a tactic, a theme or a team; or the
file has fields that only plans have. Other values of `type` are other plugins' business, and are left alone.

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
