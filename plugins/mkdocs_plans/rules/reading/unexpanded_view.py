"""A comment that places a view is left as it is, so the page has no view in its place.

The check finds one that is opened and never closed. Building the site finds all others, in every page
that is written: where a theme or another plugin wrote the comment, and we never saw it.

Why it matters: a reader sees nothing, where a list of plans should be.

Wrong, in a page:

    # What recruiting works on

    <!-- plans/tactics {team: recruiting}

Right, in a page:

    # What recruiting works on

    <!-- plans/tactics {team: recruiting} -->
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
