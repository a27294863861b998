"""The front matter isn't YAML, or doesn't stand where MkDocs looks for it.

It begins with `---` on the file's first line, ends with a line `---`, and holds `key: value` lines,
indented with spaces. A file that begins with such lines and the type of a plan lacks the first `---`. All
such slips of a file are found in one run.

Why it matters: MkDocs then shows the front matter as text, and the plan is missing from the site.

Wrong:

    type: strategy
    title: Hire: now

Right:

    type: strategy
    title: "Hire: now"
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
