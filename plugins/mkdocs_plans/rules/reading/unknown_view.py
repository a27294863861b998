"""A comment places a view that isn't there, gives it an argument that it doesn't take, or names something
that isn't in the plan.

A view is placed by `<!-- plans/NAME {ARGUMENTS} -->` on a line of its own. A theme, a strategy, a team or a
person by which it is filtered must be there.

Why it matters: the page would have a hole where the view should be, or a list of nothing.

Wrong, in a page:

    # What recruiting works on

    <!-- plans/tactix {team: recruiting} -->

Right, in a page:

    # What recruiting works on

    <!-- plans/tactics {team: recruiting} -->
"""

from mkdocs_plans.findings import Severity

SEVERITY = Severity.ERROR
