"""A change → what it amounts to: whether it rewrites the past, lowers or raises a promise, costs, moves
a responsibility, or is news or wording only.

What can't be compared (a target in words, another unit) may be less: it is a lowered promise that isn't
certain. A draft promises nothing yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from mkdocs_plans.changes.change import Change, Changed, Kind, Settled, Value
from mkdocs_plans.changes.matching import are_alike
from mkdocs_plans.changes.promises import (
    COST,
    LOWERED,
    PAST,
    RAISED,
    RECORD,
    RESPONSIBILITY,
    UNSURE,
    WORDING,
    Case,
    Found,
    compare_advances,
    compare_cadence,
    compare_date,
    compare_headings,
    compare_status,
    compare_steps,
    compare_target,
    compare_terms,
    compare_text,
    compare_when,
    falls_short,
)
from mkdocs_plans.model import (
    Action,
    Date,
    Goal,
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


def judge(change: Change, then: PlanFile | None, now: PlanFile | None) -> Change:
    """Say of a change of a file, or of a person where there is no file, what it amounts to. `then` is the
    file in the names of now.
    """
    case = Case(change, then, now)
    found = set(_BY_FIELD.get(change.name, _by_kind)(case))
    if _is_draft(then) and _is_draft(now):
        found -= {LOWERED, RAISED, UNSURE}
    sure = {one for one in found if isinstance(one, Verdict)}
    verdicts = sure | ({LOWERED} if UNSURE in found else set()) or {WORDING}
    return replace(
        change,
        verdicts=tuple(sorted(verdicts, key=lambda one: one.rank)),
        is_unsure=UNSURE in found and LOWERED not in sure,
    )


def _is_draft(file: PlanFile | None) -> bool:
    return file is None or (isinstance(file, LevelPlan) and file.status is Status.DRAFT)


def added_cost(changed: Iterable[Changed]) -> Mapping[str, Decimal]:
    """Sum by how much more all that changed costs, for each currency: less than 0 where it costs less."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for one in changed:
        for file, sign in ((one.now, 1), (one.before, -1)):
            costs = sum_amounts(each.cost for each in file.resources) if isinstance(file, Tactic) else {}
            for currency, value in costs.items():
                sums[currency] += sign * value
    return {currency: sums[currency] for currency in sorted(sums) if sums[currency]}


# --- what came or went as a whole -----------------------------------------------------------------


def _by_kind(case: Case) -> Iterable[Found]:
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


def _type(case: Case) -> Iterable[Found]:
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
    Kind.UNREADABLE: UNSURE,
    Kind.REASSIGNED: RESPONSIBILITY,
    Kind.RELINKED: RESPONSIBILITY,
    Kind.UPDATE_ADDED: RECORD,
    Kind.UPDATE_EDITED: PAST,
    Kind.UPDATE_REMOVED: PAST,
    Kind.READING: PAST,
}
"""What a change amounts to by what it is about; where nothing is said, it is wording."""


# --- what was recorded ----------------------------------------------------------------------------


def _recorded(case: Case) -> Iterable[Found]:
    """What was measured: news where there was nothing, else the past."""
    return [RECORD] if case.change.before is None else [PAST]


def _met(case: Case) -> Iterable[Found]:
    """That a goal was met: news, unless the latest reading says otherwise."""
    if _is_day(case.change.before) or case.change.now is None:
        return [PAST]
    goal, plan = case.change.part, case.now
    is_short = isinstance(goal, Goal) and isinstance(plan, LevelPlan) and falls_short(plan, goal)
    return [LOWERED] if is_short else [RECORD]


def _is_day(value: Value) -> bool:
    """Whether something says the day on which it happened; that it has, on a day unknown, may get its day."""
    return isinstance(value, Date)


def _dropped(case: Case) -> Iterable[Found]:
    """That a goal is given up, or taken up again."""
    if isinstance(case.change.part, Action):
        return _settled(case)
    before, now = case.change.before, case.change.now
    if before is not None and now is not None:
        return [PAST] if _is_day(before) else [RECORD]
    return [LOWERED] if before is None else [RAISED]


def _settled(case: Case) -> Iterable[Found]:
    """That an action is done or dropped, or is neither any more."""
    before, now = case.change.before, case.change.now
    was, is_now = (side if isinstance(side, Settled) else None for side in (before, now))
    if was and was.word == "dropped" and not (is_now and is_now.word == "dropped"):
        return [RECORD] if is_now else [RAISED]
    is_other = was is None or is_now is None or was.word != is_now.word
    is_lost = was is not None and (is_other or _is_day(was.day))
    given_up = is_now is not None and is_now.word == "dropped" and is_other
    return [*([PAST] if is_lost else []), *([LOWERED] if given_up else [] if is_lost else [RECORD])]


def _who(case: Case) -> Iterable[Found]:
    """A name of a person, or on a code host: where it is another one, somebody else has their handle now."""
    before, now = case.change.before, case.change.now
    if case.then is not None or not isinstance(before, str):
        return _by_kind(case)
    is_same = case.change.name == "name" and isinstance(now, str) and are_alike(before, now)
    return [WORDING] if is_same else [RESPONSIBILITY]


def _promised(case: Case) -> Iterable[Found]:
    """What was promised first: news where nobody had written it down, unless it is later than the day that
    stood there.
    """
    before, now = case.change.before, case.change.now
    day = "end" if case.change.part is None else "due"
    stood = getattr(case.part if case.change.part else case.then, day, None)
    is_late = isinstance(now, Date) and isinstance(stood, Date) and now.last > stood.last
    return [PAST] if before is not None or is_late else [RECORD]


_BY_FIELD: Mapping[str, Callable[[Case], Iterable[Found]]] = {
    "target": compare_target,
    "targets": compare_steps,
    "baseline": _recorded,
    "readings": _recorded,
    "keep": compare_terms,
    "unit": compare_terms,
    "measure": compare_terms,
    **dict.fromkeys(("title", "do", "outcome", "statement", "summary"), compare_text),
    "body": compare_headings,
    **dict.fromkeys(("name", "github", "gitlab"), _who),
    **dict.fromkeys(("start", "end", "due"), compare_date),
    "when": compare_when,
    "originally": _promised,
    "status": compare_status,
    "review": compare_cadence,
    **dict.fromkeys(("advances", "serves"), compare_advances),
    "met": _met,
    "dropped": _dropped,
    "done": _settled,
    "cost": lambda _: [COST],
    "until": lambda _: [RECORD],
    "theme": lambda _: [WORDING],
    "type": _type,
}
"""What a change of a field amounts to, where it isn't told by what the change is about."""
