"""A setting in mkdocs.yml can't have this value.

Its default holds in its place.

Why it matters: the site would follow a rule that nobody chose.

Wrong, in mkdocs.yml:

    plugins:
      - plans:
          fiscal_year_start: July

Right, in mkdocs.yml:

    plugins:
      - plans:
          fiscal_year_start: 7
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
