"""A key is none of ours, nor one that MkDocs, Material or a widespread plugin reads.

Name keys of your organisation's own in the setting `extra_fields`.

Why it matters: it is shown nowhere; perhaps another one was meant.

Wrong:

    type: strategy
    title: Sell abroad
    budget_line: "4711"

Right:

    type: strategy
    title: Sell abroad
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.NOTICE
