"""The section of mkdocs.yml has a key that is no setting.

Why it matters: the setting that was meant has no effect.

Wrong, in mkdocs.yml:

    plugins:
      - plans:
          labls: {theme: Pillar}

Right, in mkdocs.yml:

    plugins:
      - plans:
          labels: {theme: Pillar}
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
