"""A plan is done, but nothing says what came of it.

This rule looks at plans whose `status` is `done`. Each goal needs a result: the day it was `met` or
`dropped`, or a reading in an update, which may fall short of the target. A tactic with no goals of its own
needs an action that was `done`, or an update with a note. Each plan is reported once, however many of its
goals lack a result.

Why it matters: the archive says that the work is over, but not whether it was worth it, and the next plan
repeats what failed.

Wrong:

    type: strategy
    title: Sell abroad
    status: done
    goals:
      - id: offices
        title: Open offices abroad
        baseline: 4
        target: 6

Right:

    type: strategy
    title: Sell abroad
    status: done
    goals:
      - id: offices
        title: Open offices abroad
        baseline: 4
        target: 6
    updates:
      - date: 2026-06-30
        readings: {offices: 5}
        note: Oslo has to wait for its licence.
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import Goal, LevelPlan, Status, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import open_actions
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.standing import readings_of_no_goal


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each plan that leaves its result open, where all that could say it was read."""
    if not plan.was_read(one, "goals", "updates", "actions") or any(readings_of_no_goal(one)):
        return
    if left_open := [(i, goal) for i, goal in enumerate(one.goals) if not _has_result(one, goal)]:
        yield _goals_finding(one, left_open)
    elif isinstance(one, Tactic) and not one.goals and not _says_something(plan, one):
        message = "this tactic is done, but nothing says what came of it"
        hint = "add the days when actions were `done`, or an update with a `note`"
        yield RULE.finding(message, one.path, Route.to("status"), hint)


def _has_result(one: LevelPlan, goal: Goal) -> bool:
    return goal.is_settled or _is_measured(one, goal)


def _is_measured(one: LevelPlan, goal: Goal) -> bool:
    """Whether a check-in or a table says what it came to."""
    in_tables = (reading.goal for reading in one.measured)
    return goal.id in in_tables or any(goal.id in update.readings for update in one.updates)


def _says_something(plan: Plan, tactic: Tactic) -> bool:
    """Whether there is a result. Of actions that are still open another rule speaks."""
    is_done = any(action.done is not None for action in tactic.actions)
    return (
        is_done
        or any(open_actions(plan, tactic))
        or any(update.note or update.readings for update in tactic.updates)
    )


def _goals_finding(one: LevelPlan, left_open: list[tuple[int, Goal]]) -> Finding:
    related = tuple(
        Related(f'"{goal.title}" is here', one.path, Route.to("goals", index, "title"))
        for index, goal in left_open
    )
    what = "its goal" if len(one.goals) == 1 else f"{len(left_open)} of its {len(one.goals)} goals"
    message = f"this {one.type} is done, but nothing says what became of {what}"
    hint = "add the day when a goal was `met`, or an update with its last reading"
    return RULE.finding(message, one.path, Route.to("status"), hint, related)


RULE = FileRule(
    "done-without-result",
    Group.GOALS,
    Severity.WARNING,
    __doc__,
    check=check,
    of=LevelPlan,
    statuses={Status.DONE},
)
