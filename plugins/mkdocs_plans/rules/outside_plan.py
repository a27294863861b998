"""A goal or an action is due after its plan ends, or a goal before it starts.

This rule looks at goals that aren't met, and at actions that are neither done nor dropped, in open plans
(drafts, proposed, active and paused ones). A period counts up to its last day. An action can be due before
the start, because work may already have begun.

Why it matters: when the plan is closed, what is due later is forgotten. And if a goal is due before the
start, nobody can say how far it should be.

Wrong:

    type: tactic
    title: Write down how a rep moves up
    strategy: hire-salespeople-who-stay
    end: 2026-11-27
    actions:
      - {do: Publish the page, due: 2026-12-11}

Right:

    type: tactic
    title: Write down how a rep moves up
    strategy: hire-salespeople-who-stay
    end: 2026-12-18
    actions:
      - {do: Publish the page, due: 2026-12-11}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import Date, LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import OPEN, open_actions, open_goals
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.standing import ends_before_start, reliable_end

DayOfPart = tuple[Date, str, Route]


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each day after the end of its plan."""
    yield from _early(plan, one)
    end = reliable_end(one)
    for day, what, at in _days(plan, one) if end else ():
        if end and day.last > end.last:
            message = f"this {what} {day}, after its {one.type}, which ends {end}"
            hint = f"bring it forward to {end.last}, or move the `end` of the {one.type}"
            related = Related(f"the {one.type} ends here", one.path, Route.to("end"))
            yield RULE.finding(message, one.path, at, hint, (related,))


def _days(plan: Plan, one: LevelPlan) -> Iterator[DayOfPart]:
    """Give each day by which something in a plan is to be reached or done, with what, and where."""
    for index, goal in open_goals(plan, one):
        if goal.due:
            yield goal.due, "goal is due", Route.to("goals", index, "due")
    for index, action in open_actions(plan, one):
        if action.due:
            yield action.due, "action is due", Route.to("actions", index, "due")


def _early(plan: Plan, one: LevelPlan) -> Iterator[Finding]:
    """Give each goal that is due before its plan starts; where the plan ends before that too, the plan's days
    are at fault.
    """
    start = one.start
    if start is None or ends_before_start(one):
        return
    for index, goal in open_goals(plan, one):
        if goal.due and goal.due.last < start.first:
            message = f"this goal is due {goal.due}, before its {one.type}, which starts {start}"
            hint = f"move it to a day after {start.first}, or move the `start` of the {one.type}"
            related = Related(f"the {one.type} starts here", one.path, Route.to("start"))
            yield RULE.finding(message, one.path, Route.to("goals", index, "due"), hint, (related,))


RULE = FileRule(
    "outside-plan", Group.DATES, Severity.WARNING, __doc__, check=check, of=LevelPlan, statuses=OPEN
)
