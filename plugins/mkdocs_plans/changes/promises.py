"""Whether a change promises more or less than there was.

What can't be compared (a target in words, another unit) may be less: it is `UNSURE`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from mkdocs_plans import figures
from mkdocs_plans.changes.change import Change, Number, OwnStatus, Step, Value
from mkdocs_plans.changes.consequences import ANY_DAY
from mkdocs_plans.changes.numbers import numbers_in, words_of
from mkdocs_plans.model import Action, Cadence, Date, Goal, Keep, LevelPlan, PlanFile, Status
from mkdocs_plans.settings import Verdict
from mkdocs_plans.source import headings

PAST, LOWERED, RAISED, COST, RESPONSIBILITY, RECORD, WORDING = Verdict

UNSURE = "unsure"
"""What is found where it can't be told whether a promise is lowered."""

Found = Verdict | str


@dataclass(frozen=True, slots=True)
class Case:
    """A change, with the file that it is of, before (in the names of now) and now."""

    change: Change
    then: PlanFile | None
    now: PlanFile | None

    @property
    def part(self) -> Goal | Action | None:
        """The goal or action before, where the change is one of its fields."""
        if not isinstance(self.change.part, Goal | Action):
            return None
        name, kind = self.change.field.split(".")[1], type(self.change.part)
        parts: tuple[Goal | Action, ...] = (
            *getattr(self.then, "goals", ()),
            *getattr(self.then, "actions", ()),
        )
        return next((one for one in parts if one.id == name and isinstance(one, kind)), None)

    @property
    def goals(self) -> tuple[Goal, Goal] | None:
        """The goal before and now, where the change is one of its fields."""
        was, is_now = self.part, self.change.part
        return (was, is_now) if isinstance(was, Goal) and isinstance(is_now, Goal) else None


def _compared(more: int | None) -> Iterable[Found]:
    """More (above 0), less or the same; None where that can't be told."""
    return [UNSURE] if more is None else [RAISED] if more > 0 else [LOWERED] if more < 0 else []


def _direction(goal: Goal) -> int:
    """1 where a higher number is more, -1 where a lower one is; 0 where nothing says."""
    if goal.keep is not None:
        return 1 if goal.keep is Keep.AT_LEAST else -1
    baseline, target = goal.baseline_number, goal.target_number
    return 0 if baseline is None or target is None else _sign(target - baseline)


def _sign(number: Decimal) -> int:
    return (number > 0) - (number < 0)


def _way(goals: tuple[Goal, Goal] | None) -> int:
    """The direction of a goal, where it has the same before and now. The baseline that stood tells, also of
    a target that is now on its other side.
    """
    if goals is None:
        return 0
    was, is_now = goals
    found = _direction(was)
    if was.keep != is_now.keep or not found or not _same_unit(was.unit, is_now.unit):
        return 0
    return found


def compare_target(case: Case) -> Iterable[Found]:
    """A target: nearer to the baseline is less, as is a limit that is looser."""
    return _compared(_more(case.change.before, case.change.now, _way(case.goals)))


def _more(before: Value, now: Value, way: int) -> int | None:
    """Whether a target is more than it was."""
    if before is None or now is None:
        return (now is not None) - (before is not None)
    if isinstance(before, Number) and isinstance(now, Number):
        return way * _sign(now.value - before.value) if way else None
    return 0 if isinstance(before, str) and isinstance(now, str) and _has_same_words(before, now) else None


def compare_steps(case: Case) -> Iterable[Found]:
    """What to reach on the way, each by its day: what is to be reached by a day that has no step any more
    is only to be reached later.
    """
    sides = [
        {one.day.last: one.aim for one in side if isinstance(one, Step)} if isinstance(side, tuple) else {}
        for side in (case.change.before, case.change.now)
    ]
    way = _way(case.goals)
    for day in {**sides[0], **sides[1]}:
        yield from _compared(_more(sides[0].get(day), sides[1].get(day), way))


def compare_terms(case: Case) -> Iterable[Found]:
    """How a goal is measured: whether another way is less can't be told."""
    before, now = case.change.before, case.change.now
    if case.change.name == "unit" and (before is None or _same_unit(str(before), str(now or ""))):
        return []
    if before is None and case.change.name == "measure":
        return []
    is_same = isinstance(before, str) and isinstance(now, str) and _has_same_words(before, now)
    return [] if is_same else [UNSURE]


def _same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one, written otherwise; a number without any has the unit that it gets."""
    if one is None or other is None or one == other:
        return one is None or one == other
    plain = [unit.casefold().replace("%", "percent").replace(" ", "").rstrip("s") for unit in (one, other)]
    return plain[0] == plain[1]


def _has_same_words(before: str, now: str) -> bool:
    """Whether two texts have the same words, and differ in marks and letters only."""
    return re.findall(r"\w+", before.casefold()) == re.findall(r"\w+", now.casefold())


def compare_text(case: Case) -> Iterable[Found]:
    """What a plan, a goal or an action says: wording, unless a number in it is another, or it is all that is
    promised and has lost a word.
    """
    before, now = (text if isinstance(text, str) else "" for text in (case.change.before, case.change.now))
    numbers = numbers_in(before)
    if _is_all_promised(case):
        return [UNSURE] if Counter(words_of(before)) - Counter(words_of(now)) else []
    return [UNSURE] if numbers and numbers != numbers_in(now) else []


def _is_all_promised(case: Case) -> bool:
    """Whether a text is a promise in words: an outcome, or the title of a goal that has no target."""
    goal = case.part
    return case.change.name == "outcome" or (isinstance(goal, Goal) and goal.target is None)


def compare_headings(case: Case) -> Iterable[Found]:
    """The text of a plan: wording, unless a heading has lost a number."""
    before, now = (
        Counter(number for heading in headings(file.body) for number in numbers_in(heading))
        if file
        else Counter()
        for file in (case.then, case.now)
    )
    return [UNSURE] if before - now else []


def compare_date(case: Case) -> Iterable[Found]:
    """A day by which something is to be: later is less, and so is none. A goal with none is due with its
    plan. When work begins counts where both say so.
    """
    before, now = case.change.before, case.change.now
    if case.change.name == "start":
        return _compared(-(case.change.days or 0))
    if case.goals:
        before, now = (
            file.due_of(goal) if isinstance(file, LevelPlan) else goal.due
            for file, goal in zip((case.then, case.now), case.goals, strict=True)
        )
    if isinstance(before, Date) and isinstance(now, Date):
        return _compared((before.last - now.last).days)
    return _compared(_more(before, now, 0))


def compare_when(case: Case) -> Iterable[Found]:
    """When, in words: beside a day that is wording, in the place of one a promise that can't be compared."""
    day = "end" if case.change.part is None else "due"
    sides = (case.part, case.change.part) if case.change.part else (case.then, case.now)
    if any(getattr(side, day, None) for side in sides):
        return []  # that the day came or went is a change of its own
    return _compared(_more(case.change.before, case.change.now, 0))


_STATUSES = (Status.DROPPED, Status.DRAFT, Status.PROPOSED, Status.PAUSED, Status.ACTIVE)
"""What is promised by a status, the least first."""


def compare_status(case: Case) -> Iterable[Found]:
    """Where a plan stands: that it is done is news, unless its goals aren't reached by their readings."""
    sides = case.change.before, case.change.now
    before, now = (one.status if isinstance(one, OwnStatus) else one for one in sides)
    if now is Status.DONE:
        plan = case.now
        is_short = isinstance(plan, LevelPlan) and any(falls_short(plan, goal) for goal in plan.goals)
        return [LOWERED] if is_short else [RECORD]
    past = [PAST] if before is Status.DONE else []
    if past or not (isinstance(before, Status) and isinstance(now, Status)):
        return [*past, *([LOWERED] if now is Status.DROPPED else [])]
    return _compared(_STATUSES.index(now) - _STATUSES.index(before))


def falls_short(plan: LevelPlan, goal: Goal) -> bool:
    """Whether readings say that a goal isn't reached, or not held, whatever else is said of it."""
    goal = goal.model_copy(update={"met": None})
    if goal.dropped is not None or figures.current(plan, goal, ANY_DAY) is None:
        return False
    if goal.keep is not None:
        return goal.target_number is not None and not figures.is_held(plan, goal, ANY_DAY)
    return goal.is_counted and not figures.is_reached(plan, goal, ANY_DAY)


def compare_cadence(case: Case) -> Iterable[Found]:
    """How often a plan is reviewed: more seldom is less."""
    before, now = case.change.before, case.change.now
    if not (isinstance(before, Cadence) and isinstance(now, Cadence)):
        return []
    order = list(Cadence)
    return _compared(order.index(before) - order.index(now))


def compare_advances(case: Case) -> Iterable[Found]:
    """Which goals a tactic advances: one fewer is less."""
    gone, came = case.change.sides
    return [*([LOWERED] if gone else []), *([RAISED] if came else [])]
