"""Dates, numbers and texts as an author types them, checked as the model checks them."""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

from mkdocs_plans.errors import EditError
from mkdocs_plans.model import meant_date, parse_date
from mkdocs_plans.model.numbers import Use, number_text, parse_number

_SPACE = re.compile(r"[^\S\n]")
_JOINERS = re.compile("(?<=[^\\x00-\\x7f])[\u200c\u200d](?=[^\\x00-\\x7f])")


def date_of(text: str, fiscal_year_start: int = 1, language: str = "en") -> str:
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


def end_of(text: str, start: str | None, fiscal_year_start: int = 1, language: str = "en") -> str:
    """The date on which something ends that begins at `start`. EditError also where that is later."""
    end = date_of(text, fiscal_year_start, language)
    if start and parse_date(end, fiscal_year_start).last < parse_date(start, fiscal_year_start).first:
        raise EditError(f"that is before it starts ({start})")
    return end


def number_of(text: str, unit: str | None = None, language: str = "en") -> str:
    """A number as it is written in a plan, which has its unit elsewhere; typed as the language writes
    numbers. EditError likewise, and where it can be read in two ways.
    """
    try:
        return number_text(parse_number(text, language, unit, Use.TYPED))
    except PydanticCustomError as error:
        raise _refused(error) from None


def text_of_lines(text: str) -> str:
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
