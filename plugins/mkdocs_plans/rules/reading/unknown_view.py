"""A comment places a view that isn't there, or gives it an argument that it doesn't take.

A view is placed by `<!-- plans/NAME {ARGUMENTS} -->` on a line of its own.

Why it matters: the page would have a hole where the view should be.

Wrong, in a page:

    # What recruiting works on

    <!-- plans/tactix {team: recruiting} -->

Right, in a page:

    # What recruiting works on

    <!-- plans/tactics {team: recruiting} -->
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
