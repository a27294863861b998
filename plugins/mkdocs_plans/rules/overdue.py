"""A goal or an action was due, but isn't reached or done.

This rule looks at active and paused plans. An action is overdue if its `due` day is over and it is neither
done nor dropped. A goal is overdue if its `due` day is over and it is neither met nor, by its latest reading,
at its target. (A target with neither a `baseline` nor `keep` can only be `met`.) If the plan itself has
ended, only that is reported. A period counts up to its last day.

Why it matters: either it is late, and somebody waits for it, or it is done, and nobody knows.

Wrong:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Write to the first hundred, due: 2026-10-30}

Right:

    type: tactic
    title: Write to candidates one by one
    strategy: hire-salespeople-who-stay
    actions:
      - {do: Write to the first hundred, due: 2026-10-30, done: 2026-11-02}
"""

import datetime
from collections.abc import Iterator

from mkdocs_plans import figures
from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Action, Date, Goal, LevelPlan, number_text
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._hints import keep_promise
from mkdocs_plans.rules._scope import RUNNING, open_actions, open_goals
from mkdocs_plans.rules.plan_rule import Context, FileRule
from mkdocs_plans.standing import has_ended


def check(plan: Plan, one: LevelPlan, context: Context) -> Iterator[Finding]:
    """Give each action, then each goal, that is past its day."""
    yield from _actions(plan, one, context.today)
    yield from _goals(plan, one, context.today)


def _actions(plan: Plan, one: LevelPlan, today: datetime.date) -> Iterator[Finding]:
    for index, action in open_actions(plan, one):
        if _is_past(one, action.due, today):
            message = f"this action was due {action.due} and isn't done"
            hint = "write `done: ` or `dropped: ` with the day, or move `due`"
            yield _finding(one, action, Route.to("actions", index, "due"), message, hint)


def _goals(plan: Plan, one: LevelPlan, today: datetime.date) -> Iterator[Finding]:
    for index, goal in open_goals(plan, one) if plan.was_read(one, "updates") else ():
        if _is_past(one, goal.due, today) and not _is_reached(one, goal, today):
            message = f"this goal was due {goal.due} and {_state(one, goal, today)}"
            hint = "add an update with a new reading" if goal.is_counted else "write `met: ` with the day"
            at = Route.to("goals", index, "due")
            yield _finding(one, goal, at, message, hint + ", or move `due`")


def _finding(one: LevelPlan, part: Goal | Action, at: Route, message: str, hint: str) -> Finding:
    return RULE.finding(message, one.path, at, hint + keep_promise(part.originally is None))


def _is_past(one: LevelPlan, due: Date | None, today: datetime.date) -> bool:
    """Whether a day is over, and isn't one on which the plan ended with all that was in it."""
    if due is None or due.last >= today:
        return False
    # What is due on the plan's last day is asked for once, by ended-but-open, and not once for each goal.
    return not has_ended(one, today) or one.end is None or due.last < one.end.last


def _is_reached(one: LevelPlan, goal: Goal, today: datetime.date) -> bool:
    """Whether the latest reading is at the target, or keeps to it, be its date in the future by mistake."""
    # A reading dated tomorrow by a slip is done-in-future's to find. Overdue on top of it would be a second
    # finding of one mistake, and a wrong one.
    latest = max([today, *(update.date.last for update in one.updates)])
    return figures.is_reached(one, goal, latest) or figures.is_held(one, goal, latest)


def _state(one: LevelPlan, goal: Goal, today: datetime.date) -> str:
    reading = figures.current(one, goal, today)
    if not goal.is_counted:
        return "isn't met"
    if reading is None:
        return "no update says where it stands"
    wanted = "" if goal.target_number is None else number_text(goal.target_number)
    return f"stood at {number_text(reading.value)} on {reading.day}, not {goal.keep or 'at'} {wanted}"


RULE = FileRule("overdue", Group.DATES, Severity.NOTICE, __doc__, check=check, of=LevelPlan, statuses=RUNNING)
