"""A step towards a target doesn't fit the goal.

The days of a goal's `targets` must lie between the start of its plan and the day the goal is due (its `due`,
or otherwise the `end` of its plan). On that last day, the step must equal the `target`. Two steps of the same
day must have the same number; a step in words may stand beside a number. A period counts as its last day.
This rule looks at goals to reach that aren't met, in open plans (drafts, proposed, active and paused ones).

Why it matters: what is expected of the goal follows these steps. One that doesn't fit is left out, and the
goal's pace may not be what was meant.

Wrong:

    type: strategy
    title: Sell abroad
    start: 2026-01-01
    end: 2026-12-31
    goals:
      - title: Open offices abroad
        baseline: 4
        target: 8
        targets: {2027-06-30: 6}

Right:

    type: strategy
    title: Sell abroad
    start: 2026-01-01
    end: 2026-12-31
    goals:
      - title: Open offices abroad
        baseline: 4
        target: 8
        targets: {2026-06-30: 6}
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Date, Goal, LevelPlan
from mkdocs_plans.model.in_words import NumberOrWords, say_number_or_words
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import OPEN, open_goals
from mkdocs_plans.rules.plan_rule import Context, FileRule

StrayTarget = tuple[Date, str, str]
"""The step's day, what is wrong with it, and what to do."""


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each step that isn't on the way, once."""
    for index, goal in open_goals(plan, one):
        if goal.keep is not None:
            continue
        for day, message, hint in (*_outside(one, goal), *_twice(goal)):
            at = Route.to_key("goals", index, "targets", day.text)
            yield RULE.finding(message, one.path, at, hint)


def _outside(one: LevelPlan, goal: Goal) -> Iterator[StrayTarget]:
    start, due = one.start, one.due_of(goal)
    if start and due and due.last <= start.first:
        return  # end-before-start or outside-plan says so
    for day, value in goal.targets.items():
        if start and day.last <= start.first and (day.last, value) != (start.first, goal.baseline):
            hint = "write a later day; the starting number is `baseline`"
            yield day, f"this step is for {day}, and the {one.type} starts {start}", hint
        elif due and day.last > due.last:
            hint = f"write a day before {due.last}, or move `{'due' if goal.due else 'end'}`"
            yield day, f"this step is for {day}, and the goal is due {due}", hint
        elif due and day.last == due.last and goal.target is not None and _differ(value, goal.target):
            step, target = say_number_or_words(value), say_number_or_words(goal.target)
            message = f"this step is {step} on the day the goal is due, but its target is {target}"
            yield day, message, "remove the step, or correct one of the two"


def _twice(goal: Goal) -> Iterator[StrayTarget]:
    """Give the lower of two steps of one day that aren't the same."""
    seen: dict[object, tuple[Date, NumberOrWords]] = {}
    for day, value in goal.targets.items():
        first, there = seen.setdefault((day.last, isinstance(value, str)), (day, value))
        if there != value:
            step, other = say_number_or_words(value), say_number_or_words(there)
            message = f"this step is {step} on {day.last}, and {first} says {other}"
            yield day, message, "remove one of the two"


def _differ(one: NumberOrWords, other: NumberOrWords) -> bool:
    """Whether two say something else of the same: words may stand beside a number."""
    return isinstance(one, str) == isinstance(other, str) and one != other


RULE = FileRule(
    "target-outside-goal", Group.GOALS, Severity.WARNING, __doc__, check=check, of=LevelPlan, statuses=OPEN
)
