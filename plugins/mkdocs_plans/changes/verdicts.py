"""A change → what it amounts to: whether it rewrites the past, lowers or raises a promise, costs, moves
a responsibility, or is news or wording only.

What can't be compared (a target in words, another unit) may be less: it is a lowered promise that isn't
certain. A draft promises nothing yet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from mkdocs_plans import figures
from mkdocs_plans.changes.change import Change, Changed, Kind, Number, OwnStatus, Settled, Step, Value
from mkdocs_plans.changes.consequences import ANY_DAY
from mkdocs_plans.model import (
    Action,
    Cadence,
    Date,
    Goal,
    Keep,
    LevelPlan,
    Person,
    PlanFile,
    Resource,
    Status,
    Tactic,
    Team,
)
from mkdocs_plans.model.amounts import sum_amounts
from mkdocs_plans.model.own_fields import OwnValue
from mkdocs_plans.settings import Verdict

PAST, LOWERED, RAISED, COST, RESPONSIBILITY, RECORD, WORDING = Verdict

_UNSURE = "unsure"
"""What is found where it can't be told whether a promise is lowered."""

Found = Verdict | str


@dataclass(frozen=True, slots=True)
class _Case:
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


def judge(change: Change, then: PlanFile | None, now: PlanFile | None) -> Change:
    """Say of a change of a file, or of a person where there is no file, what it amounts to. `then` is the
    file in the names of now.
    """
    case = _Case(change, then, now)
    found = set(_BY_FIELD.get(change.name, _by_kind)(case))
    if _is_draft(then) and _is_draft(now):
        found -= {LOWERED, RAISED, _UNSURE}
    sure = {one for one in found if isinstance(one, Verdict)}
    verdicts = sure | ({LOWERED} if _UNSURE in found else set()) or {WORDING}
    return replace(
        change,
        verdicts=tuple(sorted(verdicts, key=lambda one: one.rank)),
        is_unsure=_UNSURE in found and LOWERED not in sure,
    )


def _is_draft(file: PlanFile | None) -> bool:
    return file is None or (isinstance(file, LevelPlan) and file.status is Status.DRAFT)


def added_cost(changed: Iterable[Changed]) -> Mapping[str, Decimal]:
    """Sum by how much more all that changed costs, for each currency: less than 0 where it costs less."""
    sums: Counter[str] = Counter()
    for one in changed:
        for file, sign in ((one.now, 1), (one.before, -1)):
            costs = sum_amounts(each.cost for each in file.resources) if isinstance(file, Tactic) else {}
            for currency, value in costs.items():
                sums[currency] += sign * value  # type: ignore[assignment]
    return {currency: Decimal(sums[currency]) for currency in sorted(sums) if sums[currency]}


# --- what came or went as a whole -----------------------------------------------------------------


def _by_kind(case: _Case) -> Iterable[Found]:
    """What is told by what the change is about."""
    change = case.change
    match change.before or change.now:
        case PlanFile() | Goal() | Action() | Resource() as thing if change.kind is not Kind.UNREADABLE:
            return _came(thing) if change.before is None else _went(thing)
        case OwnValue(type="person"):
            return [RESPONSIBILITY]
        case Person():
            return [RECORD]
    return [_BY_KIND.get(change.kind, WORDING)]


def _came(thing: object) -> Iterable[Found]:
    """What something new amounts to."""
    match thing:
        case Resource():
            return [COST] if thing.cost is not None else []
        case Goal() | Action():
            is_news = isinstance(thing, Action) and thing.done is not None
            return [RECORD if is_news else RAISED, *([RESPONSIBILITY] if thing.dri else [])]
        case LevelPlan():
            return [RAISED if thing.status.is_open else RECORD, *_held(thing)]
        case Team(lead=str()):
            return [RESPONSIBILITY]
    return []


def _went(thing: object) -> Iterable[Found]:
    """What it amounts to that something is gone: what was promised isn't, and what it recorded is lost."""
    match thing:
        case Resource():
            return [COST] if thing.cost is not None else []
        case Goal() | Action():
            is_over = thing.dropped or (thing.met if isinstance(thing, Goal) else thing.done)
            past = [PAST] if is_over or thing.originally else []
            return [*past, *([] if is_over else [LOWERED]), *([RESPONSIBILITY] if thing.dri else [])]
        case LevelPlan():
            parts = (*thing.goals, *(thing.actions if isinstance(thing, Tactic) else ()))
            kept = thing.updates or thing.originally or any(PAST in _went(part) for part in parts)
            is_done = thing.status is Status.DONE
            lowered = [LOWERED] if thing.status.is_open else []
            return [*([PAST] if kept or is_done else []), *lowered, *_held(thing)]
        case Team(lead=str()):
            return [RESPONSIBILITY]
    return []


def _type(case: _Case) -> Iterable[Found]:
    """What a tactic loses that becomes a strategy."""
    was, is_now = case.then, case.now
    if isinstance(was, Tactic) and not isinstance(is_now, Tactic):
        for part in (*was.actions, *was.resources):
            yield from _went(part)


def _held(plan: LevelPlan) -> Iterable[Found]:
    """What is responsible and what costs in a plan that came or went."""
    if plan.dri or plan.contributors or plan.team:
        yield RESPONSIBILITY
    if isinstance(plan, Tactic) and any(one.cost is not None for one in plan.resources):
        yield COST


_BY_KIND: Mapping[Kind, Found] = {
    Kind.UNREADABLE: _UNSURE,
    Kind.REASSIGNED: RESPONSIBILITY,
    Kind.RELINKED: RESPONSIBILITY,
    Kind.UPDATE_ADDED: RECORD,
    Kind.UPDATE_EDITED: PAST,
    Kind.UPDATE_REMOVED: PAST,
}
"""What a change amounts to by what it is about; where nothing is said, it is wording."""


# --- what is promised -----------------------------------------------------------------------------


def _compared(more: int | None) -> Iterable[Found]:
    """More (above 0), less or the same; None where that can't be told."""
    return [_UNSURE] if more is None else [RAISED] if more > 0 else [LOWERED] if more < 0 else []


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


def _aim(case: _Case) -> Iterable[Found]:
    """A target: nearer to the baseline is less, as is a limit that is looser."""
    return _compared(_more(case.change.before, case.change.now, _way(case.goals)))


def _more(before: Value, now: Value, way: int) -> int | None:
    """Whether a target is more than it was."""
    if before is None or now is None:
        return (now is not None) - (before is not None)
    if isinstance(before, Number) and isinstance(now, Number):
        return way * _sign(now.value - before.value) if way else None
    return 0 if isinstance(before, str) and isinstance(now, str) and _has_same_words(before, now) else None


def _steps(case: _Case) -> Iterable[Found]:
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


def _other_terms(case: _Case) -> Iterable[Found]:
    """How a goal is measured: whether another way is less can't be told."""
    before, now = case.change.before, case.change.now
    if case.change.name == "unit" and (before is None or _same_unit(str(before), str(now or ""))):
        return []
    if before is None and case.change.name == "measure":
        return []
    is_same = isinstance(before, str) and isinstance(now, str) and _has_same_words(before, now)
    return [] if is_same else [_UNSURE]


def _same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one, written otherwise; a number without any has the unit that it gets."""
    if one is None or other is None or one == other:
        return one is None or one == other
    plain = [unit.casefold().replace("%", "percent").replace(" ", "").rstrip("s") for unit in (one, other)]
    return plain[0] == plain[1]


def _has_same_words(before: str, now: str) -> bool:
    """Whether two texts have the same words, and differ in marks and letters only."""
    return re.findall(r"\w+", before.casefold()) == re.findall(r"\w+", now.casefold())


def _text(case: _Case) -> Iterable[Found]:
    """What a plan, a goal or an action says: wording, unless a number in it is another."""
    before, now = map(_numbers, (case.change.before, case.change.now))
    return [_UNSURE] if before and before != now else []


def _numbers(text: Value) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", text) if isinstance(text, str) else []


def _date(case: _Case) -> Iterable[Found]:
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


def _when(case: _Case) -> Iterable[Found]:
    """When, in words: beside a day that is wording, in the place of one a promise that can't be compared."""
    day = "end" if case.change.part is None else "due"
    sides = (case.part, case.change.part) if case.change.part else (case.then, case.now)
    if any(getattr(side, day, None) for side in sides):
        return []  # that the day came or went is a change of its own
    return _compared(_more(case.change.before, case.change.now, 0))


_STATUSES = (Status.DROPPED, Status.DRAFT, Status.PROPOSED, Status.PAUSED, Status.ACTIVE)
"""What is promised by a status, the least first."""


def _status(case: _Case) -> Iterable[Found]:
    """Where a plan stands: that it is done is news, unless its goals aren't reached by their readings."""
    sides = case.change.before, case.change.now
    before, now = (one.status if isinstance(one, OwnStatus) else one for one in sides)
    if now is Status.DONE:
        plan = case.now
        is_short = isinstance(plan, LevelPlan) and any(_falls_short(plan, goal) for goal in plan.goals)
        return [LOWERED] if is_short else [RECORD]
    past = [PAST] if before is Status.DONE else []
    if past or not (isinstance(before, Status) and isinstance(now, Status)):
        return [*past, *([LOWERED] if now is Status.DROPPED else [])]
    return _compared(_STATUSES.index(now) - _STATUSES.index(before))


def _falls_short(plan: LevelPlan, goal: Goal) -> bool:
    """Whether readings say that a goal isn't reached, or not held, whatever else is said of it."""
    goal = goal.model_copy(update={"met": None})
    if goal.dropped is not None or figures.current(plan, goal, ANY_DAY) is None:
        return False
    if goal.keep is not None:
        return goal.target_number is not None and not figures.is_held(plan, goal, ANY_DAY)
    return goal.is_counted and not figures.is_reached(plan, goal, ANY_DAY)


def _cadence(case: _Case) -> Iterable[Found]:
    """How often a plan is reviewed: more seldom is less."""
    before, now = case.change.before, case.change.now
    if not (isinstance(before, Cadence) and isinstance(now, Cadence)):
        return []
    order = list(Cadence)
    return _compared(order.index(before) - order.index(now))


def _advances(case: _Case) -> Iterable[Found]:
    """Which goals a tactic advances: one fewer is less."""
    gone, came = case.change.sides
    return [*([LOWERED] if gone else []), *([RAISED] if came else [])]


# --- what was recorded ----------------------------------------------------------------------------


def _recorded(case: _Case) -> Iterable[Found]:
    """What was measured: news where there was nothing, else the past."""
    return [RECORD] if case.change.before is None else [PAST]


def _met(case: _Case) -> Iterable[Found]:
    """That a goal was met: news, unless the latest reading says otherwise."""
    if _is_day(case.change.before) or case.change.now is None:
        return [PAST]
    goal, plan = case.change.part, case.now
    is_short = isinstance(goal, Goal) and isinstance(plan, LevelPlan) and _falls_short(plan, goal)
    return [LOWERED] if is_short else [RECORD]


def _is_day(value: Value) -> bool:
    """Whether something says the day on which it happened; that it has, on a day unknown, may get its day."""
    return isinstance(value, Date)


def _dropped(case: _Case) -> Iterable[Found]:
    """That a goal is given up, or taken up again."""
    if isinstance(case.change.part, Action):
        return _settled(case)
    before, now = case.change.before, case.change.now
    if before is not None and now is not None:
        return [PAST] if _is_day(before) else [RECORD]
    return [LOWERED] if before is None else [RAISED]


def _settled(case: _Case) -> Iterable[Found]:
    """That an action is done or dropped, or is neither any more."""
    before, now = case.change.before, case.change.now
    was, is_now = (side if isinstance(side, Settled) else None for side in (before, now))
    if was and was.word == "dropped" and not (is_now and is_now.word == "dropped"):
        return [RECORD] if is_now else [RAISED]
    is_other = was is None or is_now is None or was.word != is_now.word
    is_lost = was is not None and (is_other or _is_day(was.day))
    given_up = is_now is not None and is_now.word == "dropped" and is_other
    return [*([PAST] if is_lost else []), *([LOWERED] if given_up else [] if is_lost else [RECORD])]


def _promised(case: _Case) -> Iterable[Found]:
    """What was promised first: news where nobody had written it down, unless it is later than the day that
    stood there.
    """
    before, now = case.change.before, case.change.now
    day = "end" if case.change.part is None else "due"
    stood = getattr(case.part if case.change.part else case.then, day, None)
    is_late = isinstance(now, Date) and isinstance(stood, Date) and now.last > stood.last
    return [PAST] if before is not None or is_late else [RECORD]


_BY_FIELD: Mapping[str, Callable[[_Case], Iterable[Found]]] = {
    "target": _aim,
    "targets": _steps,
    "baseline": _recorded,
    "readings": _recorded,
    "keep": _other_terms,
    "unit": _other_terms,
    "measure": _other_terms,
    **dict.fromkeys(("title", "do", "outcome", "statement"), _text),
    **dict.fromkeys(("start", "end", "due"), _date),
    "when": _when,
    "originally": _promised,
    "status": _status,
    "review": _cadence,
    **dict.fromkeys(("advances", "serves"), _advances),
    "met": _met,
    "dropped": _dropped,
    "done": _settled,
    "cost": lambda _: [COST],
    "until": lambda _: [RECORD],
    "theme": lambda _: [WORDING],
    "type": _type,
}
"""What a change of a field amounts to, where it isn't told by what the change is about."""
