"""Write a date as format.md has it, where it can only mean one.

    due: 31/03/2026         →  due: 2026-03-31
    due: March 31, 2026     →  due: 2026-03-31
    due: Q1 2026            →  due: 2026-Q1

Left alone: `03/04/2026`, which is a day in March or in April; a year of two digits; `Q1 2026` in a site
whose fiscal year doesn't begin in January, where it may be the fiscal year's; `2026-06-3`, which may lack
a digit; a day that doesn't exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from mkdocs_plans.edits.scalars import rewritten, scalar_at
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case
from mkdocs_plans.fixes.fields import type_of_field
from mkdocs_plans.model import Date, parse_date

RULES = ("invalid-value",)

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_YEAR = r"(?P<year>[12]\d{3})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_PART = r"(?P<part>[qh]\d)"

_YEAR_LAST = re.compile(rf"(?P<one>\d{{1,2}})(?P<sign>[/.-])(?P<other>\d{{1,2}})(?P=sign){_YEAR}")
_YEAR_FIRST = re.compile(rf"{_YEAR}(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})")
_IN_WORDS = (
    re.compile(rf"{_MONTH} {_DAY},? {_YEAR}"),
    re.compile(rf"{_DAY}\.? (?:of )?{_MONTH},? {_YEAR}"),
    re.compile(rf"{_MONTH},? {_YEAR}"),
)
_OF_YEAR = (re.compile(rf"{_PART}[ /-]?{_YEAR}"), re.compile(rf"{_YEAR}[ /]?{_PART}"))
_OF_FISCAL_YEAR = re.compile(rf"{_PART}[ -]?(?P<year>fy(?:\d\d){{1,2}})")
_IN_LOWER_CASE = re.compile(r"[12]\d{3}-[qh]\d|fy(?:\d\d){1,2}(?:-[qh]\d)?")


def fix(case: Case) -> Fix:
    """Write the date in our form."""
    scalar = scalar_at(case.document, case.route)
    if scalar is None or type_of_field(case, case.route) is not Date:
        return ()
    start = case.site.settings.fiscal_year_start
    possible = set(_days(scalar.text.strip())) | set(_periods(scalar.text.strip(), start))
    meant = [text for text in possible if _is_date(text, start)]
    return rewritten(case.document, scalar, meant[0]) if len(meant) == 1 else ()


def _days(text: str) -> Iterator[str]:
    """Every day, or month, that the text can mean, those that don't exist among them."""
    if match := _YEAR_LAST.fullmatch(text):
        yield _day(match["year"], match["one"], match["other"])
        yield _day(match["year"], match["other"], match["one"])
    elif (match := _YEAR_FIRST.fullmatch(text)) and not _lacks_digit(match["month"], match["day"]):
        yield _day(match["year"], match["month"], match["day"])
    for form in _IN_WORDS:
        if (match := form.fullmatch(" ".join(text.lower().split()))) and (number := _month(match["month"])):
            yield _day(match["year"], number, match.groupdict().get("day"))


def _lacks_digit(month: str, day: str) -> bool:
    """Whether one is written with a nought before it and the other with one digit: `06-3` may be `06-30`."""
    return len(month) != len(day) and "0" in {month[0], day[0]}


def _day(year: str, month: str, day: str | None) -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _month(name: str) -> str:
    """The number of a month by its English name, or the first letters of it; nothing for another word."""
    numbers = [str(number) for number, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    return numbers[0] if len(numbers) == 1 and (len(name) == 3 or name in {*_MONTHS, "sept"}) else ""


def _periods(text: str, fiscal_year_start: int) -> Iterator[str]:
    """Every quarter, half or fiscal year that the text can mean."""
    lower = text.lower()
    if _IN_LOWER_CASE.fullmatch(lower):
        yield text.upper()
    if match := _OF_FISCAL_YEAR.fullmatch(lower):
        yield f"{match['year']}-{match['part']}".upper()
    for form in _OF_YEAR:
        if fiscal_year_start == 1 and (match := form.fullmatch(lower)):
            yield f"{match['year']}-{match['part']}".upper()


def _is_date(text: str, fiscal_year_start: int) -> bool:
    try:
        parse_date(text, fiscal_year_start)
    except PydanticCustomError:
        return False
    return True
