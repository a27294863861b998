"""A key is what others call one of our fields, in English or in German.

Found are the words of other tools and of everyday speech: `owner` for `dri`, `deadline` for `due`, `kpi` for
`measure`; and what stands in another place here, such as a plan's `budget`, which is a resource. A key that
`extra_fields` names is the organisation's own, and left alone.

Why it matters: the value would be left out in silence, though somebody wrote it down.

Wrong:

    type: strategy
    title: Sell abroad
    owner: vp-sales

Right:

    type: strategy
    title: Sell abroad
    dri: vp-sales
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.WARNING
