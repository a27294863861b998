"""Something has no name, no text or no day, and can't be shown without.

A plan needs a type and a title, a goal a title, an action what to `do`, a check-in a date, a mission a
statement. A file with no type is a page of the site's own, unless it has fields that only plans have.

Why it matters: what has no name can neither be shown nor linked to, and is left out.

Wrong:

    type: strategy
    title: Sell abroad
    goals:
      - id: offices

Right:

    type: strategy
    title: Sell abroad
    goals:
      - id: offices
        title: Open offices abroad
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
