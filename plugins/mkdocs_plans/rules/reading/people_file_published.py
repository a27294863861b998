"""The people file holds addresses, and only this plugin keeps it from being published.

A builder that doesn't run this plugin, as Zensical, copies every file of the folder to the site, unless
`exclude_docs` in mkdocs.yml names it: write `exclude_docs: people.yml` there, or take the addresses out.

Why it matters: addresses that were given for the plan alone would stand in the open.

Wrong, in people.yml:

    ada: {name: Ada Ames, email: ada@example.org}

Right, in people.yml:

    ada: {name: Ada Ames}
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.NOTICE
