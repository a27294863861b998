"""A cell → the value of a field, as a plan file has it. What can't be one is refused with the reason."""

from __future__ import annotations

import datetime
from decimal import Decimal

from mkdocs_plans.authoring.typed import clean_text, read_date, read_number
from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.sheet import text_of
from mkdocs_plans.model import Cadence, Health, Keep, Status, meant_word, number_text, own_word
from mkdocs_plans.model.meant_words import what_to_write
from mkdocs_plans.model.own_fields import OwnField
from mkdocs_plans.settings import Site
from mkdocs_plans.spelling import find_certain_slip
from mkdocs_plans.yaml import Bare, Written

DATES = frozenset({"start", "end", "due", "originally", "until", "date"})
_HAPPENED = frozenset({"done", "met", "dropped"})
_NUMBERS = frozenset({"baseline", "target"})
_WORDS = {"status": Status, "review": Cadence, "keep": Keep, "health": Health}
_YES = frozenset(["yes", "ja", "true", "wahr", "x", "✓", "✔", "done", "erledigt", "1"])
_NO = frozenset(["no", "nein", "false", "falsch", "open", "offen", "0", "-"])

WHEN = {"due", "end"}
"""Dates in whose place a text says in words when something is to be."""

Value = str | Decimal | datetime.date


def read_cell(key: str, cell: Value, site: Site, unit: str | None = None) -> Written | None:
    """A field's value; None where the cell says that there is none. EditError where it can't be one."""
    if key in DATES:
        return _date(cell, site)
    if key in _HAPPENED:
        word = own_word(text_of(cell))
        return None if word in _NO else Bare("yes") if word in _YES else _date(cell, site)
    if key in _NUMBERS:
        return _number(cell, site, unit)
    if key == "value":
        return _amount(cell, site, unit)
    if key in _WORDS:
        return _word(key, text_of(cell), site)
    return clean(text_of(cell))


def read_own(one: OwnField, cell: Value, site: Site) -> Written | None:
    """The value of a field of the organisation's own, by its type."""
    match one.type:
        case "date":
            return _date(cell, site)
        case "number":
            return _number(cell, site, None)
        case "list":
            return [clean(part) for part in text_of(cell).replace("\n", ";").split(";") if part.strip()]
        case "table":
            raise EditError("a cell can't say a table: write it in the file")
        case "choice":
            return find_certain_slip(text_of(cell), one.choices) or clean(text_of(cell))
    return clean(text_of(cell))


def clean(text: str) -> str:
    """A text as a plan file holds it. EditError where it has characters that nobody sees."""
    lines = clean_text(text).split("\n")
    return "\n".join(line for at, line in enumerate(lines) if line or lines[at - 1 : at] != [""])


def _date(cell: Value, site: Site) -> Bare:
    if isinstance(cell, datetime.date):
        return Bare(cell.isoformat())
    text = text_of(cell)
    return Bare(read_date(text, site.settings.fiscal_year_start, site.language))


def _number(cell: Value, site: Site, unit: str | None) -> Written:
    """A number; what is said in words stays a text."""
    text = text_of(cell)
    try:
        return _amount(cell, site, unit)
    except EditError:
        if any(map(str.isdigit, text)):
            raise
        return clean(text)


def _amount(cell: Value, site: Site, unit: str | None) -> Bare:
    """A number. EditError where a cell holds none."""
    if isinstance(cell, Decimal):
        return Bare(number_text(cell))
    return Bare(read_number(text_of(cell), unit, site.language))


def _word(key: str, text: str, site: Site) -> Written:
    own = {own_word(word): word for word in site.settings.statuses} if key == "status" else {}
    if word := own.get(own_word(text)):
        return Bare(word)
    if meant := meant_word(_WORDS[key], text):
        return Bare(meant.value)
    hint = (
        what_to_write(_WORDS[key], text) or f"it is none of {', '.join(word.value for word in _WORDS[key])}"
    )
    is_own = key == "status" and meant_word(Health, text) is None
    own_one = f"; or set `statuses: {{{clean(text)}: proposed}}`, if it counts as that" if is_own else ""
    raise EditError(hint + own_one)
