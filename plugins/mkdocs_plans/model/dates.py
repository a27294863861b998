"""Days and periods, as people write them in a plan."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pydantic_core import PydanticCustomError

from mkdocs_plans.model.foreign_dates import possible_dates
from mkdocs_plans.model.refusal import refuse


@dataclass(frozen=True, slots=True)
class Date:
    """A day or a period: the text as written, and its first and last day (equal for a day).

    As a start a period means its first day, else its last. Which months a fiscal year has depends on
    the setting `fiscal_year_start`.
    """

    text: str
    first: date
    last: date

    def __str__(self) -> str:
        return self.text


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_PERIOD = re.compile(r"(?:(\d{4})|FY(\d{2}|\d{4})|(\d{4})/(\d{2}))(?:-(\d{2}|[QH]\d))?", re.ASCII)
DATE_HINT = "write it as 2026-03-31, 2026-03, 2026-Q1, 2026-H1, 2026, FY26, FY26-Q2 or 2026/27"

_YES = frozenset({"yes", "true", "y", "x", "done"})
_NO = frozenset({"no", "false", "n", "none", "never", "open", "not yet", "n/a", "-"})


@lru_cache(maxsize=10_000)
def parse_date(text: str, fiscal_year_start: int = 1) -> Date:
    """Read a date or a period, as format.md defines them.

    `FY26` ends in 2026 and `2026/27` begins in 2026; both begin on the first of the month
    `fiscal_year_start` (1 to 12). Raises PydanticCustomError for anything else.
    """
    if day := _DAY.fullmatch(text):
        try:
            only = date(int(day[1]), int(day[2]), int(day[3]))
        except ValueError:
            raise _no_such_day(day) from None
        return Date(text, only, only)
    if period := _PERIOD.fullmatch(text):
        first = _first_month(period, fiscal_year_start)
        return _part(text, first, period[5] or "", calendar_year=period[1] is not None)
    raise refuse(f'"{text}" isn\'t a date', _hint(text, fiscal_year_start))


def meant_date(text: str, fiscal_year_start: int = 1) -> str | None:
    """The date in our form that a text in another one means; None where it may mean two, or none."""
    meant = [date for date in possible_dates(text, fiscal_year_start) if _is_date(date, fiscal_year_start)]
    return meant[0] if len(meant) == 1 else None


def _is_date(text: str, fiscal_year_start: int) -> bool:
    try:
        parse_date(text, fiscal_year_start)
    except PydanticCustomError:
        return False
    return True


def _hint(text: str, fiscal_year_start: int) -> str:
    if text.lower() in _YES:
        return "write the day, as 2026-11-23"
    if text.lower() in _NO:
        return "leave the key out until there is a day to write"
    meant = meant_date(text, fiscal_year_start)
    return f"write {meant}" if meant else DATE_HINT


def fiscal_year(day: date, fiscal_year_start: int) -> str:
    """The fiscal year in which a day lies, as plan files write it: `FY26` ends in 2026."""
    ends = day.year + (day.month >= fiscal_year_start > 1)
    return f"FY{ends - 2000:02}" if 2000 <= ends < 2100 else f"FY{ends:04}"


def _no_such_day(day: re.Match[str]) -> PydanticCustomError:
    year, month = int(day[1]), int(day[2])
    if 1 <= month <= 12 and year:
        last = calendar.monthrange(year, month)[1]
        return refuse(f"there is no day {day[0]}", f"the month ends on {year:04}-{month:02}-{last}")
    return refuse(f"there is no day {day[0]}", "dates are written year-month-day")


def _first_month(period: re.Match[str], fiscal_year_start: int) -> tuple[int, int]:
    """Year and month in which the period's year begins."""
    calendar_year, ending, begins, next_year = period.group(1, 2, 3, 4)
    if calendar_year:
        year, month = int(calendar_year), 1
    elif begins:
        if (int(begins) + 1) % 100 != int(next_year):
            raise refuse(f'"{period[0]}" isn\'t a year and the next', "write it as 2026/27")
        year, month = int(begins), fiscal_year_start
    else:
        ends = int(ending) if len(ending) == 4 else 2000 + int(ending)
        year, month = ends - (fiscal_year_start > 1), fiscal_year_start
    if not 1 <= year < 9998:
        raise refuse(f'"{period[0]}" isn\'t a year that we can count with', DATE_HINT)
    return year, month


def _part(text: str, start: tuple[int, int], part: str, *, calendar_year: bool) -> Date:
    """The whole year, or its month (calendar years only), quarter or half."""
    months, number = 12, 1
    if part[:1] in {"Q", "H"}:
        months, number = (3 if part[0] == "Q" else 6), int(part[1])
    elif part:
        months, number = 1, int(part)
        if not calendar_year:
            raise refuse(f'"{text}" isn\'t a date', DATE_HINT)
    if not 1 <= number <= 12 // months:
        raise refuse(f'"{text}" isn\'t a date: a year has no {part}', DATE_HINT)
    first = _months_later(start, (number - 1) * months)
    after = _months_later(start, number * months)
    return Date(text, date(*first, 1), date(*after, 1) - timedelta(days=1))


def _months_later(start: tuple[int, int], months: int) -> tuple[int, int]:
    index = start[0] * 12 + start[1] - 1 + months
    return index // 12, index % 12 + 1
