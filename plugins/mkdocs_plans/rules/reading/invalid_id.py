"""An id isn't lower-case words joined by hyphens.

It becomes a part of links, so it holds no spaces, capitals or accents.

Why it matters: a link to it would break in one place or another.

Wrong:

    id: Hire People

Right:

    id: hire-people
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
