"""Dates in other forms than ours, as people write them elsewhere → what they can mean in ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def possible_dates(text: str, fiscal_year_start: int) -> set[str]:
    """Every date in our form that a text can mean, those that don't exist among them."""
    return {*_days(text), *_periods(text, fiscal_year_start)}


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
