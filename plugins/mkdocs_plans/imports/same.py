"""Whether what a file says is what came in: by what is meant, not by how it is written."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from mkdocs_plans.model import Date, meant_word, number_text, parse_date
from mkdocs_plans.model.numbers import parse_number
from mkdocs_plans.model.words import Cadence, Health, Keep, Status
from mkdocs_plans.settings import Site
from mkdocs_plans.yaml import Value, Written

_DATES = frozenset({"start", "end", "due", "originally", "date", "until", "done", "met", "dropped"})
_HAPPENED = frozenset({"done", "met", "dropped"})
_NUMBERS = frozenset({"baseline", "target"})
_WORDS = {"status": Status, "health": Health, "review": Cadence, "keep": Keep}


def says_the_same(key: str, old: Value, new: Written, site: Site) -> bool:
    """Whether the value that a file has means what is to be written there. A period is the same as the day
    that it means: tables hold days.
    """
    if isinstance(old, str) and isinstance(new, str):
        return _texts_alike(key, old, str(new), site)
    if isinstance(old, dict) and isinstance(new, dict):
        keys = {*old, *map(str, new)}
        plain: dict[str, Any] = {str(k): v for k, v in new.items()}
        both = (k in old and k in plain for k in keys)
        return all(both) and all(says_the_same(_inner(key, k), old[k], plain[k], site) for k in keys)
    if isinstance(old, dict) or isinstance(new, Mapping):  # a part may be written as its name alone
        return isinstance(new, Mapping) and {**new} == {"name": old}
    listed, wanted = _listed(old), _listed(new)
    if all(isinstance(one, str) for one in (*listed, *wanted)) and "; ".join(listed) == "; ".join(wanted):
        return True  # as a cell has it, whose items are parted by that
    return len(listed) == len(wanted) and all(
        says_the_same(key, a, b, site) for a, b in zip(listed, wanted, strict=True)
    )


def _inner(key: str, name: str) -> str:
    """The field that a value in a mapping is like: a target or a reading is a number."""
    return "target" if key in {"targets", "readings"} else name


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _texts_alike(key: str, old: str, new: str, site: Site) -> bool:
    if old == new or " ".join(old.split()) == " ".join(new.split()):
        return True
    if key in _HAPPENED and new == "yes":
        return True  # what is there says the day as well
    if key in _DATES:
        return (day := _day(key, old, site)) is not None and day == _day(key, new, site)
    if key in _NUMBERS:
        return (number := _number(old, site)) is not None and number == _number(new, site)
    if key in _WORDS:
        return (word := meant_word(_WORDS[key], old)) is not None and word == meant_word(_WORDS[key], new)
    return old.removeprefix("@") == new if key in {"dri", "contributors", "lead"} else False


def _day(key: str, text: str, site: Site) -> datetime.date | None:
    try:
        read: Date = parse_date(text, site.settings.fiscal_year_start, site.language)
    except PydanticCustomError:
        return None
    return read.first if key == "start" else read.last


def _number(text: str, site: Site) -> Decimal | None:
    try:
        return Decimal(number_text(parse_number(text, site.language)))
    except (PydanticCustomError, ArithmeticError):
        return None
