"""An action is both done and dropped, or a goal both met and dropped.

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
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import actions_of, goals_of
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each such action, then each such goal."""
    for index, action in actions_of(plan, one):
        if action.done is not None and action.dropped is not None:
            message = f"this action was done ({action.done}) and was dropped ({action.dropped})"
            yield _finding(one, message, ("actions", index), "done")
    for index, goal in goals_of(plan, one):
        if goal.met is not None and goal.dropped is not None:
            message = f"this goal was met ({goal.met}) and was dropped ({goal.dropped})"
            yield _finding(one, message, ("goals", index), "met")


def _finding(one: LevelPlan, message: str, part: tuple[str, int], other: str) -> Finding:
    related = Related(f"it is {other} here", one.path, Route.to(*part, other))
    hint = "keep the one that is true, and remove the other"
    return RULE.finding(message, one.path, Route.to(*part, "dropped"), hint, (related,))


RULE = FileRule("done-and-dropped", Group.GOALS, Severity.ERROR, __doc__, check=check, of=LevelPlan)
