"""Something is done, met, dropped or reported on a day in the future.

`done` and `dropped` of an action, `met` and `dropped` of a goal and `date` of an update can't be later than
today. This rule looks at plans of any status, because a typing mistake would stay in the archive for good. A
period counts once its last day has come.

Why it matters: the site counts none of it until that day, and shows as open what was meant to be done.

Wrong:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Write to the first hundred, due: 2026-10-30, done: 2027-11-02}

Right:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Write to the first hundred, due: 2026-10-30, done: 2026-11-02}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity, Steps
from mkdocs_plans.model import Date, LevelPlan
from mkdocs_plans.model.dates import Happened
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import actions_of, goals_of
from mkdocs_plans.rules.plan_rule import Context, FileRule


def check(plan: Plan, one: LevelPlan, context: Context) -> Iterator[Finding]:
    """Give each day in the future on which something is said to have happened."""
    for day, what, steps in _past(plan, one):
        if isinstance(day, Date) and day.last > context.today:
            isnt_over = day.first <= context.today
            when = "a period that isn't over yet" if isnt_over else "a day that hasn't come"
            hint = "write the day itself" if isnt_over else f"correct it: today is {context.today}"
            yield RULE.finding(f"{what} {day}, {when}", one.path, Route(steps), hint)


def _past(plan: Plan, one: LevelPlan) -> Iterator[tuple[Happened | None, str, Steps]]:
    """Give each date of a plan that can only be in the past, what it says, and where."""
    for index, goal in goals_of(plan, one):
        if goal.is_settled:
            yield goal.met, "this goal is met", ("goals", index, "met")
            yield goal.dropped, "this goal is dropped", ("goals", index, "dropped")
    for index, update in enumerate(one.updates if plan.was_read(one, "updates") else ()):
        yield update.date, "this update is dated", ("updates", index, "date")
    for index, action in actions_of(plan, one):
        yield action.done, "this action is done", ("actions", index, "done")
        yield action.dropped, "this action is dropped", ("actions", index, "dropped")


RULE = FileRule("done-in-future", Group.DATES, Severity.NOTICE, __doc__, check=check, of=LevelPlan)
