"""A plan is meant for some readers only, but the site shows it to everyone.

`audience` is reserved for editions of a site, such as a public and an internal one. Editions don't exist yet:
a site shows everything to all of its readers.

Why it matters: the plan would be published to everyone.

Wrong:

    type: strategy
    title: Sell abroad
    audience: internal

Right:

    type: strategy
    title: Sell abroad
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, file: PlanFile, _: Context) -> Iterator[Finding]:
    """Give each plan that names an audience."""
    if file.audience:
        message = f'this is meant for "{file.audience}", but the site shows everything to everyone'
        hint = "remove `audience`, or keep the file out of the site: `exclude_docs` in mkdocs.yml"
        yield RULE.finding(message, file.path, Route.to("audience"), hint)


RULE = FileRule("audience-without-edition", Group.AUDIENCE, Severity.ERROR, __doc__, check=check, of=PlanFile)
