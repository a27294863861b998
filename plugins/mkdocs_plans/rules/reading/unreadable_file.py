"""A file of the plan can't be read.

Files are text in UTF-8, at most 5 MB, and lie in the plan's folder itself: a link that leads out of it is
not followed.

Why it matters: nobody can say what stands in the file, and MkDocs stops at text that isn't UTF-8.

Wrong:

    title: th�me             # saved by an editor as Latin-1

Right:

    title: thème             # saved as UTF-8
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
