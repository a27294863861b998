"""An id isn't lower-case words joined by hyphens.

It becomes a part of links, so it holds no spaces, capitals or accents.

Why it matters: a link to it would break in one place or another.

Wrong:

    type: strategy
    id: Hire People
    title: Hire people

Right:

    type: strategy
    id: hire-people
    title: Hire people
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
