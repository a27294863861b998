"""A number is a hundred times as large, or as small, as the numbers beside it.

A reading is compared with the one before it, or otherwise with the goal's baseline or target. A reading on
the way to the target is left alone, however far it has come. One that moves away from the target is reported
from a factor of fifty: 730, typed for 7.3, is only 87 times as much as the 8.4 before it. A number with three
decimals is reported from a factor of thirty, because `5.500` may mean 5500. A baseline or a target is
reported only if it has three decimals. This rule looks at all plans, whatever their status.

Why it matters: a misplaced decimal point makes a goal look lost or won.

Wrong:

    type: strategy
    title: Sell abroad
    goals:
      - id: orders
        title: More orders from abroad
        baseline: 4120
        target: 5500
    updates:
      - {date: 2026-11-10, readings: {orders: 4.3}}

Right:

    type: strategy
    title: Sell abroad
    goals:
      - id: orders
        title: More orders from abroad
        baseline: 4120
        target: 5500
    updates:
      - {date: 2026-11-10, readings: {orders: 4300}}
"""

from collections.abc import Iterator
from decimal import Decimal

from mkdocs_plans.findings import Finding, Route, Severity
from mkdocs_plans.model import Goal, LevelPlan, number_text
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules._scope import goals_of
from mkdocs_plans.rules.plan_rule import Context, FileRule

FAR = 100
"""From which factor on two numbers of a goal are asked about. Our convention."""

FAR_AWAY = 50
"""From which factor on that is asked of a reading that moves away from the target. Our convention."""

FAR_OF_THOUSANDS = 30
"""From which factor on that is asked of a number with three decimals. Our convention."""

_SLIPS = tuple(map(Decimal, ("1000", "0.001", "100", "0.01", "10000", "0.0001")))
"""What a misplaced point multiplies a number by."""

_LIKE_THOUSANDS = -3
"""The exponent of a number with three decimals."""


def check(plan: Plan, one: LevelPlan, _: Context) -> Iterator[Finding]:
    """Give each reading, baseline and target that is far from the goal's other numbers."""
    for index, goal in goals_of(plan, one):
        yield from _ends(one, index, goal)
        if plan.was_read(one, "updates"):
            yield from _readings(one, goal)


def _ends(one: LevelPlan, index: int, goal: Goal) -> Iterator[Finding]:
    """Compare baseline and target, where the smaller of them is written as thousands may be."""
    ends = {"baseline": goal.baseline_number, "target": goal.target_number}
    for name, other_name in (("baseline", "target"), ("target", "baseline")):
        value, other = ends[name], ends[other_name]
        if value is None or other is None or value.as_tuple().exponent != _LIKE_THOUSANDS:
            continue
        if abs(value) < abs(other) and _is_far(value, other):
            at = Route.to("goals", index, name)
            yield _finding(one, at, (f"the {name}", value), (f"the {other_name}", other))


def _readings(one: LevelPlan, goal: Goal) -> Iterator[Finding]:
    """Compare each reading with the last one before it that was likely."""
    baseline = goal.baseline_number
    beside = ("the baseline", baseline) if baseline else ("the target", goal.target_number)
    for index, value in _oldest_first(one, goal):
        name, other = beside
        far = FAR_AWAY if other is not None and _is_moving_away(value, other, goal) else FAR
        if other is not None and _is_far(value, other, far) and not _is_on_the_way(value, other, goal):
            at = Route.to("updates", index, "readings", goal.id)
            yield _finding(one, at, ("this reading", value), (name, other))
        elif value:
            beside = ("the reading before it", value)


def _oldest_first(one: LevelPlan, goal: Goal) -> list[tuple[int, Decimal]]:
    """The readings of a goal with the positions of their updates; of one day the upper one is the newer."""
    updates = sorted(enumerate(one.updates), key=lambda each: (each[1].date.last, -each[0]))
    return [(index, update.readings[goal.id]) for index, update in updates if goal.id in update.readings]


def _is_moving_away(value: Decimal, other: Decimal, goal: Goal) -> bool:
    """Whether a reading is further from the target than what it is compared with, on the same side of it."""
    target = goal.target_number
    return target is not None and (value < other <= target or value > other >= target)


def _is_far(value: Decimal, other: Decimal, far: int = FAR) -> bool:
    """Whether one is a hundredfold of the other, or so many times as much; zero is far from nothing."""
    low, high = sorted((abs(value), abs(other)))
    is_lower = abs(value) == low and value.as_tuple().exponent == _LIKE_THOUSANDS
    return low > 0 and high >= (FAR_OF_THOUSANDS if is_lower else far) * low


def _is_on_the_way(value: Decimal, other: Decimal, goal: Goal) -> bool:
    """Whether a reading stands between what it is compared with, or a baseline of zero, and the target."""
    target = goal.target_number
    if target is None:
        return False
    start = goal.baseline_number if other == target else other
    return start is not None and min(start, target) <= value <= max(start, target)


def _finding(one: LevelPlan, at: Route, this: tuple[str, Decimal], beside: tuple[str, Decimal]) -> Finding:
    from mkdocs_plans.wording.formats import ENGLISH  # noqa: PLC0415 - takes time, and most plans don't need it

    value, other = this[1], beside[1]
    message = ", and ".join(f"{name} is {number:f}" for name, number in (this, beside))
    high, low = max(abs(value), abs(other)), min(abs(value), abs(other))
    factor = ENGLISH.number(high // low)
    hint = f"did you mean {number_text(_meant(value, other))}? check the decimal point"
    return RULE.finding(f"{message}: a factor of {factor}", one.path, at, hint)


def _meant(value: Decimal, other: Decimal) -> Decimal:
    """The number that is most like the other with its point elsewhere; of three decimals, the thousands.
    `0.093` stands for no thousands: none begin with a zero.
    """
    is_lower = value.as_tuple().exponent == _LIKE_THOUSANDS and abs(value) < abs(other)
    if is_lower and abs(value) >= 1:
        return value * 1000
    return min((value * slip for slip in _SLIPS), key=lambda number: abs((number / other).copy_abs().log10()))


RULE = FileRule("unlikely-number", Group.GOALS, Severity.WARNING, __doc__, check=check, of=LevelPlan)
