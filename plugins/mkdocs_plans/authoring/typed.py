"""What an author types: the names of plans and their parts, dates, numbers and texts, read as the model reads
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from pydantic_core import PydanticCustomError

from mkdocs_plans.errors import EditError
from mkdocs_plans.model import (
    Action,
    Goal,
    LevelPlan,
    Tactic,
    Thing,
    composed,
    ids_called,
    meant_date,
    parse_date,
)
from mkdocs_plans.model.numbers import Use, number_text, parse_number
from mkdocs_plans.plan import Plan
from mkdocs_plans.spelling import suggest

T = TypeVar("T")


def find_plan(plan: Plan, name: str) -> LevelPlan:
    """Find the strategy or tactic of an id, a title, a number or a file. EditError where there is none, with
    the nearest, or several.
    """
    found = ids_called(name, plan.plans)
    if len(found) == 1:
        return plan.plans[found[0]]
    if found:
        raise EditError(f'several are called "{name}": name one, as {" or ".join(found)}')
    if name in plan.themes or name in plan.teams:
        kind = "theme" if name in plan.themes else "team"
        raise EditError(f'"{name}" is a {kind}: only strategies and tactics have updates')
    hint = suggest(name, plan.plans, "see `plans check`, which names the files")
    raise EditError(f'no strategy or tactic has the id "{name}": {hint}')


def find_id(name: str | None, things: Mapping[str, Thing]) -> str | None:
    """The id of the one thing that is called so; the name itself where there is none, for the check to tell.
    EditError where there are several.
    """
    found = ids_called(name, things) if name else []
    if len(found) > 1:
        raise EditError(f'several are called "{name}": name one, as {" or ".join(found)}')
    return found[0] if found else name


def find_part(plan: LevelPlan, name: str) -> tuple[str, int, Goal | Action]:
    """Find an action or a goal by its id, by its position among the actions (from 1), or by words that
    only its id or its text holds. Gives the list's key, the position (from 0) and the part.
    """
    actions = plan.actions if isinstance(plan, Tactic) else ()
    parts: list[tuple[str, int, Goal | Action]] = [
        *(("actions", index, action) for index, action in enumerate(actions)),
        *(("goals", index, goal) for index, goal in enumerate(plan.goals)),
    ]
    if name.isdecimal() and 1 <= int(name) <= len(actions):
        return parts[int(name) - 1]
    found = _meant(name, parts, lambda one: one[2])
    if len(found) == 1:
        return found[0]
    if found:
        which = ", ".join(one[2].id for one in found)
        raise EditError(f'"{name}" may mean several parts of {plan.id}: {which}')
    if name.isdecimal() and actions:
        listed = "".join(f"\n  {number}  {action.do}" for number, action in enumerate(actions, 1))
        raise EditError(f"{plan.id} has no action {name}, but {len(actions)}:{listed}")
    hint = suggest(name, [one[2].id for one in parts], "see its file")
    raise EditError(f'{plan.id} has no action or goal "{name}": {hint}')


def find_goal(plan: LevelPlan, name: str) -> Goal:
    """Find a goal that has a number, by its id, or by words that only its id or its title holds."""
    measured = [goal for goal in plan.goals if goal.is_measured]
    found = _meant(name, measured, lambda goal: goal)
    if len(found) == 1:
        return found[0]
    if not measured:
        raise EditError(f"{plan.id} has no goal with a number to read")
    hint = suggest(name, [goal.id for goal in measured], "see its file")
    raise EditError(f'{plan.id} has no goal "{name}" with a number to read: {hint}')


def _meant(name: str, things: Sequence[T], part: Callable[[T], Goal | Action]) -> list[T]:
    """What a name may mean: the one of that id or number, else all that hold it in id or text."""
    words = composed(name.strip()).casefold()
    return [one for one in things if name in {part(one).id, part(one).number}] or [
        one for one in things if words and words in f"{part(one).id} {text_of(part(one))}".casefold()
    ]


def text_of(part: Goal | Action) -> str:
    """What a goal or an action is, in words."""
    return part.title if isinstance(part, Goal) else part.do


_SPACE = re.compile(r"[^\S\n]")
_JOINERS = re.compile("(?<=[^\\x00-\\x7f])[\u200c\u200d](?=[^\\x00-\\x7f])")


def read_date(text: str, fiscal_year_start: int = 1, language: str = "en") -> str:
    """A date as it is written in a plan, also of a text in another form that can mean only one. EditError,
    with what to write, where it is none, or may be several.
    """
    said = text.strip()
    try:
        return str(parse_date(said, fiscal_year_start, language))
    except PydanticCustomError as error:
        if meant := meant_date(said, fiscal_year_start, language):
            return meant
        raise _refused(error) from None


def read_end(text: str, start: str | None, fiscal_year_start: int = 1, language: str = "en") -> str:
    """The date on which something ends that begins at `start`. EditError also where that is later."""
    end = read_date(text, fiscal_year_start, language)
    if start and parse_date(end, fiscal_year_start).last < parse_date(start, fiscal_year_start).first:
        raise EditError(f"that is before it starts ({start})")
    return end


def read_number(text: str, unit: str | None = None, language: str = "en") -> str:
    """A number as it is written in a plan, which has its unit elsewhere; typed as the language writes
    numbers. EditError likewise, and where it can be read in two ways.
    """
    try:
        return number_text(parse_number(text, language, unit, Use.TYPED))
    except PydanticCustomError as error:
        raise _refused(error) from None


def clean_text(text: str) -> str:
    """A text without white space at the ends of its lines, every space a plain one, and without marks of
    where a word may be parted. EditError where nothing is left, or YAML can't hold it.
    """
    lines = [_plain(line).strip() for line in text.strip().splitlines()]
    if not any(lines):
        raise EditError("the text is empty: write something, or leave it out")
    if not all(_is_printable(line) for line in lines):
        raise EditError("the text holds characters that can't be printed: leave them out")
    return "\n".join(lines)


def _is_printable(line: str) -> bool:
    """Whether all of a line can be seen, but for the signs that join others into a word or a picture."""
    return _JOINERS.sub("", line).isprintable()


def _plain(line: str) -> str:
    return _SPACE.sub(" ", line).replace("\N{SOFT HYPHEN}", "")


def _refused(error: PydanticCustomError) -> EditError:
    hint = (error.context or {}).get("hint")
    return EditError(": ".join(filter(None, (error.message(), hint))))
