"""A goal or an action is due after its plan ends.

Looked at are goals that aren't met, with the days of their `targets`, and actions neither done nor
dropped, in open plans (drafts, proposed, active and paused ones). A period counts to its last day.

Why it matters: when the plan is closed, what is due later is forgotten.

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
from mkdocs_plans.model import Date, Goal, LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rules._asked import OPEN, asked, open_actions, open_goals
from mkdocs_plans.rules.context import Context
from mkdocs_plans.rules.end_before_start import end_of

SEVERITY = Severity.WARNING

Due = tuple[Date, str, Route]


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each day after the end of its plan."""
    for one in asked(plan, plan.plans, OPEN):
        end = end_of(one)
        for day, what, at in _days(plan, one) if end else ():
            if end and day.last > end.last:
                message = f"this {what} {day}, after its {one.type}, which ends {end}"
                hint = f"bring it forward to {end.last}, or move the `end` of the {one.type}"
                related = Related(f"the {one.type} ends here", one.path, Route.to("end"))
                yield Finding("outside-plan", message, one.path, at, hint, (related,))


def _days(plan: Plan, one: LevelPlan) -> Iterator[Due]:
    """Give each day by which something in a plan is to be reached or done, with what, and where."""
    for index, goal in open_goals(plan, one):
        yield from _days_of_goal(goal, index)
    for index, action in open_actions(plan, one):
        if action.due:
            yield action.due, "action is due", Route.to("actions", index, "due")


def _days_of_goal(goal: Goal, index: int) -> Iterator[Due]:
    """The goal's due day, and those of its targets that aren't later still."""
    if goal.due:
        yield goal.due, "goal is due", Route.to("goals", index, "due")
    for day in goal.targets:
        if goal.due is None or day.last < goal.due.last:
            yield day, "target is for", Route.to_key("goals", index, "targets", day.text)
