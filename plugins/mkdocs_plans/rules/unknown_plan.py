"""A plan depends on a plan that isn't there.

Each entry of `depends_on` must be the id of a strategy or a tactic.

Why it matters: the site can't show what has to come first, and nobody is told when it slips.

Wrong:

    type: tactic
    title: Compare the scores of all panels
    strategy: hire-salespeople-who-stay
    depends_on: [train-the-recruitrs]

Right:

    type: tactic
    title: Compare the scores of all panels
    strategy: hire-salespeople-who-stay
    depends_on: [train-the-recruiters]
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import hint_for
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, dependent: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each entry of `depends_on` that names no plan."""
    for index, named in enumerate(dependent.depends_on):
        if named not in plan.plans and not plan.has_unread(named):
            message = f'no plan has the id "{named}"'
            at = Route.to("depends_on", index)
            otherwise = "write the `id` of a strategy or tactic, or the name of its file without .md"
            others = {other.id: other for other in plan.plans.values() if other is not dependent}
            hint = hint_for(named, others, at, otherwise)
            yield RULE.finding(message, dependent.path, at, hint)


RULE = FileRule("unknown-plan", Group.LINKS, Severity.ERROR, __doc__, check=check, of=LevelPlan)
