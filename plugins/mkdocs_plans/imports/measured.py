"""A row of a sheet of readings → a reading of the check-in of its day, or a row of the site's own table."""

from __future__ import annotations

import datetime
from decimal import Decimal

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.book import Book, Making
from mkdocs_plans.imports.incoming import Fields, IncomingReading
from mkdocs_plans.model import Goal, LevelPlan, ids_called, number_text
from mkdocs_plans.model.parts import goals_with_ids
from mkdocs_plans.yaml import Bare, Written


def take_reading(book: Book, making: Making, fields: Fields, place: str) -> None:
    """Take up what a row says was measured of a goal of the plan that is made. What the plan says already is
    left as it is written. A `file` is the table that has it, empty for a check-in's. EditError where it names
    no goal, no day, or says what another row says otherwise.
    """
    file = book.existing(making.type, making.id)
    plan = file if isinstance(file, LevelPlan) else None
    day, value = _day(str(fields["date"])), Decimal(str(fields["value"]))
    goal = _goal_called(str(fields["goal"]), making, plan, book.site.language)
    same = book.readings_of(plan).get((goal, day), ()) if plan else ()
    if not fields.get("file", same):
        key = (making.id, goal, day)
        book.measured[key] += 1
        if _put_into_check_in(making, plan, key, value, book.measured[key] - 1):
            return
    note = str(fields.get("note") or next((one.note for one in same if one.note), ""))
    path = str(fields.get("file") or next((one.path for one in same), ""))
    book.readings.append(IncomingReading(making.id, goal, day, value, note, path, place))


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise EditError(f'"{text}" is no single day: write the day on which it was measured') from None


def _goal_called(text: str, making: Making, plan: LevelPlan | None, language: str) -> str:
    """The id of the goal that a cell names: by its id, else by its title or number."""
    incoming = goals_with_ids([*making.parts.get("goals", ())], language)
    made = (
        Goal.model_construct(id=str(one["id"]), title=str(one["title"]), number=one.get("number"))
        for one in incoming
    )
    known = {one.id: one for one in (*made, *(plan.goals if plan else ()))}
    found = ids_called(text, known)
    if len(found) > 1:
        raise EditError(f'several goals are called "{text}": write one as {" or ".join(found)}')
    if not found and not (plan and _is_measured(plan, text)):
        raise EditError(f'no goal of {making.id} is called "{text}": see `plans list goals`')
    return found[0] if found else text


def _is_measured(plan: LevelPlan, goal: str) -> bool:
    """Whether the plan has readings of a goal, which it may not have any more."""
    return any(goal in one.readings for one in plan.updates) or any(one.goal == goal for one in plan.measured)


def _put_into_check_in(
    making: Making, plan: LevelPlan | None, key: tuple[str, str, datetime.date], value: Decimal, times: int
) -> bool:
    """Put a reading into a check-in of its day, and say whether there is one: the check-in that has it in the
    plan, of several by how many `times` it came in before, else one that comes in without it.
    """
    _, goal, day = key
    there = [one for one in (plan.updates if plan else ()) if one.date.last == day]
    holders = [number for number, one in enumerate(there) if goal in one.readings]
    if times < len(holders) and there[holders[times]].readings[goal] == value:
        return True
    coming = _coming(making, day, len(there))
    free = [one for at, one in enumerate(coming) if at not in holders and goal not in _readings(one)]
    update = coming[holders[times]] if times < len(holders) else next(iter(free), None)
    if update is None and coming:
        raise EditError("it is a second value for that day: keep one of the two")
    if update is not None:
        update["readings"] = {**_readings(update), goal: Bare(number_text(value))}
    return update is not None


def _coming(making: Making, day: datetime.date, least: int) -> list[dict[str, Written]]:
    """The check-ins of a day that come in; so many are begun that the plan has."""
    updates = making.parts.get("updates", [])
    coming = [one for one in updates if one["date"] == day.isoformat()]
    for _ in range(len(coming), least):
        coming.append({"date": Bare(day.isoformat())})
        making.parts.setdefault("updates", []).append(coming[-1])
    return coming


def _readings(update: Fields) -> dict[str, Written]:
    found = update.get("readings")
    return dict(found) if isinstance(found, dict) else {}
