"""A setting in mkdocs.yml can't have this value.

Its default holds in its place.

Why it matters: the site would follow a rule that nobody chose.

Wrong:

    fiscal_year_start: July

Right:

    fiscal_year_start: 7
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
