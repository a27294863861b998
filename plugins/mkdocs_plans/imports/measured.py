"""A row of a sheet of readings → a reading of the check-in of its day, or a row of the site's own table."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.book import Book, Making
from mkdocs_plans.imports.incoming import Fields, IncomingReading
from mkdocs_plans.model import ID, Goal, LevelPlan, Update, ids_called, number_text
from mkdocs_plans.model.parts import goals_with_ids
from mkdocs_plans.yaml import Bare, Written


def take_reading(book: Book, making: Making, fields: Fields, place: str) -> None:
    """Take up what a row says was measured of a goal of the plan that is made. What the plan says already is
    left as it is written. EditError where it names no goal, or no day.
    """
    file = book.existing(making.type, making.id)
    plan = file if isinstance(file, LevelPlan) else None
    day, value = _day(str(fields["date"])), Decimal(str(fields["value"]))
    goal = _goal_called(str(fields["goal"]), making, plan, book.site.language)
    note, table = str(fields.get("note", "")), str(fields.get("file", ""))
    same = [one for one in (plan.measured if plan else ()) if (one.goal, one.day) == (goal, day)]
    if not table and not same:
        there = [one for one in (plan.updates if plan else ()) if one.date.last == day]
        if any(one.readings.get(goal) == value for one in there):
            return
        if (update := _check_in(making, there, goal, day)) is not None:
            update["readings"] = {**_readings(update), goal: Bare(number_text(value))}
            return
    note = note or next((one.note for one in same if one.note), "")
    path = table or next((one.path for one in same), "")
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
    if not found and not ID.fullmatch(text):
        raise EditError(f'no goal of {making.id} is called "{text}": see `plans list goals`')
    return found[0] if found else text


def _check_in(
    making: Making, there: Sequence[Update], goal: str, day: datetime.date
) -> dict[str, Written] | None:
    """The check-in of a day that comes in, which has the reading of the goal in the plan, or may have it; one
    is begun for what the plan has. None where neither has any of that day.
    """
    updates = making.parts.setdefault("updates", []) if there else making.parts.get("updates", [])
    coming = [one for one in updates if one["date"] == day.isoformat()]
    for _ in range(len(coming), len(there)):
        updates.append({"date": Bare(day.isoformat())})
        coming.append(updates[-1])
    at = next((number for number, one in enumerate(there) if goal in one.readings), None)
    if at is not None:
        return coming[at]
    return next((one for one in coming if goal not in _readings(one)), None)


def _readings(update: Fields) -> dict[str, Written]:
    found = update.get("readings")
    return dict(found) if isinstance(found, dict) else {}
