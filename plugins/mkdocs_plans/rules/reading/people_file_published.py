"""The people file holds addresses, and only this plugin keeps it from being published.

A builder that doesn't run this plugin, such as Zensical, copies every file of the folder to the site, except
those that `exclude_docs` in mkdocs.yml names. Write `exclude_docs: people.yml` there, or take the addresses
out.

Why it matters: addresses that people gave for the plan alone would be public.

Wrong, in people.yml:

    ada: {name: Ada Ames, email: ada@example.org}

Right, in people.yml:

    ada: {name: Ada Ames}
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.NOTICE
