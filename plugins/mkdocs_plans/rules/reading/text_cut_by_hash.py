"""A text is cut off at a `#`, or a number is lost by it.

YAML takes a `#` after a space for the start of a comment. One that is followed by a space, or that stands
beside a date or a word from a list, is taken for a comment here too; before a number, `target: #1`, it
isn't.

Why it matters: half of the text is lost, and nothing says so.

Wrong:

    type: strategy
    title: Be #1 in the region

Right:

    type: strategy
    title: "Be #1 in the region"
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
