"""The plan has no mission.

A file of the type `mission` says in a sentence what the organisation is for. It is reported
once for the whole plan, for the file where it would be. An organisation without one can turn the rule off.

Why it matters: whoever reads a strategy has to know what it is good for.

Wrong, in mission.md:

    # Our mission

    We help clinics choose devices that their staff trust.

Right, in mission.md:

    ---
    type: mission
    statement: We help clinics choose devices that their staff trust.
    ---

    # Our mission
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Severity, Span
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._statements import lacks, path_for
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give the one finding, at the file that should say it."""
    if lacks(plan, "mission"):
        message = "nothing says what the organisation is for: the plan has no mission"
        hint = "write this file, with two lines `---`, and between them `type: mission` and `statement: …`"
        yield RULE.finding(message, path_for(plan, "mission"), Span(), hint)


RULE = PlanRule("missing-mission", Group.CONTENT, Severity.WARNING, __doc__, check=check)
