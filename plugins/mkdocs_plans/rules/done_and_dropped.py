"""An action is both done and dropped.

Why it matters: it counts as one of the two by chance, and readers may be told the other.

Wrong:

    type: tactic
    title: Look back on the autumn campaign
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Ask those who left, done: 2026-10-12, dropped: 2026-11-02}

Right:

    type: tactic
    title: Look back on the autumn campaign
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Ask those who left, done: 2026-10-12}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import actions_of
from mkdocs_plans.rules.plan_rule import Context, PlanRule


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each such action."""
    for tactic in plan.tactics.values():
        for index, action in actions_of(plan, tactic):
            if action.done is not None and action.dropped is not None:
                message = f"this action was done ({action.done}) and was dropped ({action.dropped})"
                related = Related("it is done here", tactic.path, Route.to("actions", index, "done"))
                at = Route.to("actions", index, "dropped")
                hint = "keep the one that is true, and remove the other"
                yield RULE.finding(message, tactic.path, at, hint, (related,))


RULE = PlanRule("done-and-dropped", Group.GOALS, Severity.ERROR, __doc__, check=check)
