"""Nothing says when a goal is due.

A goal is due on its `due` day, or otherwise at the `end` of its plan. This rule looks at active and paused
plans that have no end. A draft or a proposal can leave it open, and closed plans are left alone. A goal that
is met needs no day. Nor does a goal to keep, which holds as long as its plan, or one where the goal or its
plan says in words when (`when: after the vote`). If no goal of a plan has a day, the plan is reported once.

Why it matters: what may be reached at any time is put off, and nobody can say whether it is on track.

Wrong:

    type: strategy
    title: Sell abroad
    goals:
      - title: Open offices abroad
        baseline: 4
        target: 6

Right:

    type: strategy
    title: Sell abroad
    goals:
      - title: Open offices abroad
        baseline: 4
        target: 6
        due: 2027-06-30
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import RUNNING, open_goals
from mkdocs_plans.rules.plan_rule import Context, FileRule

_HINT = "add `due: ` with a day or a period, such as 2026-Q4, or say in words when: `when: after the vote`"


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each such goal, or the plan's goals as a whole."""
    if one.end is not None or one.when is not None or not plan.was_read(one, "end"):
        return
    to_reach = [(index, goal) for index, goal in open_goals(plan, one) if goal.keep is None]
    undated = [(index, goal) for index, goal in to_reach if goal.due is None and goal.when is None]
    if len(undated) == len(to_reach) > 1:  # one line, `end`, fixes them all
        message = f"none of the {len(undated)} goals says when it is due, and the {one.type} has no end"
        hint = f"add `end` to the {one.type}, or `due` to each goal"
        yield RULE.finding(message, one.path, Route.to_key("goals"), hint)
        return
    for index, goal in undated:
        message = f'the goal "{goal.title}" doesn\'t say when it is due, and the {one.type} has no end'
        at = Route.to("goals", index, "title")
        yield RULE.finding(message, one.path, at, _HINT)


RULE = FileRule(
    "goal-without-due-date",
    Group.GOALS,
    Severity.WARNING,
    __doc__,
    check=check,
    of=LevelPlan,
    statuses=RUNNING,
)
