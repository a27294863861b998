"""A file of the plan can't be read.

Files are text in UTF-8, at most 5 MB, their names end in `.md`, and they lie in the plan's folder itself:
a link that leads out of it is not followed. Pipes, devices and links to themselves are no files of a plan.

Why it matters: nobody can say what stands in the file, and MkDocs stops at text that isn't UTF-8.

Wrong, saved as Latin-1:

    type: theme
    title: Qualité

Right, saved as UTF-8:

    type: theme
    title: Qualité
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
