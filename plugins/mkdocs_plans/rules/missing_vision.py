"""The plan has no vision.

A file of the type `vision` says in a sentence what the organisation wants to become. It is reported
once for the whole plan, for the file where it would be. An organisation without one can turn the rule off.

Why it matters: strategies can't be weighed against each other without a picture of where they lead.

Wrong, in vision.md:

    # Our vision

    Every clinic, however small, works as the best hospital does.

Right, in vision.md:

    ---
    type: vision
    statement: Every clinic, however small, works as the best hospital does.
    ---

    # Our vision
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Severity, Span
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._statements import lacks, path_for
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give the one finding, at the file that should say it."""
    if lacks(plan, "vision"):
        message = "nothing says what the organisation wants to become: the plan has no vision"
        hint = "write this file, with two lines `---`, and between them `type: vision` and `statement: …`"
        yield RULE.finding(message, path_for(plan, "vision"), Span(), hint)


RULE = PlanRule("missing-vision", Group.CONTENT, Severity.WARNING, __doc__, check=check)
