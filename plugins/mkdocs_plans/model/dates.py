"""Days and periods, as people write them in a plan."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from pydantic_core import PydanticCustomError

from mkdocs_plans.bounds import FIRST_YEAR, LAST_YEAR
from mkdocs_plans.model.date_names import MONTHS, date_names
from mkdocs_plans.model.foreign_dates import edge_of, is_academic_year, possible_dates, simplify_date
from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.spelling import find_slip


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


Happened = Date | Literal["yes"]
"""When something happened: its day, or that it did on a day that nobody wrote down."""

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_PERIOD = re.compile(r"(?:(\d{4})|FY(\d{2}|\d{4})|(\d{4})/(\d{2}))(?:-(\d{2}|[QH]\d))?", re.ASCII)
DATE_HINT = "write it like 2026-03-31, 2026-03, 2026-Q1, 2026-H1, 2026, FY26, FY26-Q2 or 2026/27"

_YES = frozenset({"yes", "true", "y", "x", "done", "✓", "✔", "ja", "oui", "sí", "si", "erledigt"})
_NO = frozenset({
    "no", "false", "n", "none", "never", "open", "not yet", "n/a", "-", "nein", "pending", "offen", "nicht",
})  # fmt: skip
_UNKNOWN = frozenset({"tbd", "tbc", "tba", "todo", "?", "??", "???", "unknown", "to be confirmed",
    "to be decided", "to be determined", "unbekannt", "unklar"})  # fmt: skip

THAT_HAPPENED = frozenset({"done", "met", "dropped"})
"""The fields that may say `yes` in place of a day."""

WITH_WORDS = {"due": "due", "end": "end"}
"""The fields in whose place `when` may say in words what has no date yet."""


@lru_cache(maxsize=10_000)
def parse_date(text: str, fiscal_year_start: int = 1, language: str = "en", field: str = "") -> Date:
    """Read a date or a period, as plan files write them: `2026-03-31`, `2026-03`, `2026-Q1`, `2026`, `FY26`.

    `FY26` ends in 2026 and `2026/27` begins in 2026; both begin on the first of the month
    `fiscal_year_start` (1 to 12). Raises PydanticCustomError for anything else; what it says to write
    instead depends on the site's `language` and on the `field` that has the text.
    """
    read = _in_our_form(text, fiscal_year_start)
    if read is None:
        raise refuse(f'"{text}" isn\'t a date', _hint(text, fiscal_year_start, language, field))
    if read.first.year < FIRST_YEAR or read.last.year > LAST_YEAR:
        hint = f"write a year from {FIRST_YEAR} to {LAST_YEAR}"
        raise refuse(f'"{read.text}" is too far from today', hint)
    return read


def has_happened(day: Happened | None, today: date) -> bool:
    """Whether something has: its day has come, or was never written down."""
    return day is not None and (day == "yes" or day.last <= today)


def parse_happened(text: str, fiscal_year_start: int = 1, language: str = "en", field: str = "") -> Happened:
    """Read `yes`, or a date as `parse_date` does."""
    if text.casefold() in {"yes", "true"}:
        return "yes"
    try:
        return parse_date(text, fiscal_year_start, language, field)
    except PydanticCustomError as error:
        if (error.context or {}).get("hint") != DATE_HINT:
            raise
        hint = (
            f"write the day, or `{field or 'done'}: yes` where it isn't known; leave the line out until then"
        )
        raise refuse(error.message(), hint) from None


def says_yes(text: str) -> bool:
    """Whether a text that is no date only says that something happened: `x`, `✓`, `erledigt`."""
    return simplify_date(text) in _YES


@lru_cache(maxsize=5_000)  # a plan names few days, and each of them often
def _in_our_form(text: str, fiscal_year_start: int) -> Date | None:
    """Read what has one of our forms; None for any other text. What isn't there (30 February) is refused."""
    if day := _DAY.fullmatch(text):
        try:
            only = date(int(day[1]), int(day[2]), int(day[3]))
        except ValueError:
            raise _no_such_day(day) from None
        return Date(text, only, only)
    period = _PERIOD.fullmatch(text)
    if period and period[4] and (int(period[3]) + 1) % 100 != int(period[4]):
        return None
    if period and (not period[5] or period[5][0] in "QH" or int(period[5]) <= 12):
        first = _first_month(period, fiscal_year_start)
        return _part(text, first, period[5] or "", calendar_year=period[1] is not None)
    return None


def meant_dates(text: str, fiscal_year_start: int = 1, language: str = "en") -> tuple[Date, ...]:
    """The dates in our form that a text in another one can mean, each once; none where it means none."""
    edge, period = edge_of(simplify_date(text))
    own = _read(period.upper(), fiscal_year_start)
    possible = [str(own)] if own else possible_dates(period, fiscal_year_start, language)
    found = [read for each in possible if (read := _read(each, fiscal_year_start))]
    if edge:
        days = {read.first if edge == "first" else read.last: None for read in found}
        return tuple(Date(day.isoformat(), day, day) for day in days)
    return tuple({(read.first, read.last): read for read in reversed(found)}.values())[::-1]


def meant_date(text: str, fiscal_year_start: int = 1, language: str = "en") -> str | None:
    """The date in our form that a text in another one means; None where it may mean two, or none."""
    meant = meant_dates(text, fiscal_year_start, language)
    return str(meant[0]) if len(meant) == 1 else None


def _read(text: str, fiscal_year_start: int) -> Date | None:
    try:
        return _in_our_form(text, fiscal_year_start)
    except PydanticCustomError:
        return None


def says_when(text: str) -> bool:
    """Whether a text says in words when something is, as `ongoing` or `after the law is passed` does: no
    date, no misspelt one, and no answer to another question.
    """
    said = simplify_date(text)
    letters = sum(sign.isalpha() for sign in said)
    if letters < 4 or any(sign.isdigit() for sign in said) or said in _YES | _NO | _UNKNOWN:
        return said == "asap"
    months = date_names("en").months
    return not any(word in months or (len(word) > 4 and find_slip(word, months)) for word in said.split())


def _hint(text: str, fiscal_year_start: int, language: str, field: str) -> str:
    """What to write in the place of a text that is no date."""
    said = simplify_date(text)
    if said in _YES:
        day = f"the day: `{field}: 2026-11-23`" if field else "the day, such as 2026-11-23"
        return f"write `{field}: yes`, or {day}" if field in THAT_HAPPENED else f"write {day}"
    if said in _NO:
        return "leave the field out until there is a day to write"
    if meant := meant_dates(text, fiscal_year_start, language):
        return "write " + " or ".join(_write_date(one) if len(meant) > 1 else str(one) for one in meant)
    if fiscal_year_start == 1 and is_academic_year(said):
        return _ACADEMIC_HINT
    if field in WITH_WORDS and any(sign.isalpha() for sign in text):
        return _in_words(text, said, field)
    return DATE_HINT


_ACADEMIC_HINT = (
    "write its last day, such as 2027-07-31, or its first; or say in mkdocs.yml in which month your year "
    "(`fiscal_year_start`), and write it as 2026/27"
)


def _in_words(text: str, said: str, field: str) -> str:
    if said in _UNKNOWN:
        return f"leave `{field}` out until there is a date, or say what it waits for: `when: after the vote`"
    if says_when(text):
        return f"write `when: {text}`: a day that isn't known yet is said in words"
    dates = "write a date, such as 2026-03-31, 2026-03 or 2026-Q1"
    return f"{dates}, or keep the words in place of `{field}`: `when: {text}`"


def _write_date(one: Date) -> str:
    """A date with what it means: `2026-04-03 (3 April 2026)`, `FY27-Q1 (July to September 2026)`."""
    first, last = one.first, one.last
    if first == last:
        return f"{one} ({first.day} {_month_of(first)} {first.year})"
    ends = f"{_month_of(last)} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{one} ({ends})"
    begins = _month_of(first) if first.year == last.year else f"{_month_of(first)} {first.year}"
    return f"{one} ({begins} to {ends})"


def _month_of(day: date) -> str:
    return MONTHS[day.month - 1]


def fiscal_year(day: date, fiscal_year_start: int) -> str:
    """The fiscal year in which a day lies, as plan files write it: `FY26` ends in 2026."""
    ends = day.year + (day.month >= fiscal_year_start > 1)
    return f"FY{ends - 2000:02}" if 2000 <= ends < 2100 else f"FY{ends:04}"


def _no_such_day(day: re.Match[str]) -> PydanticCustomError:
    year, month = int(day[1]), int(day[2])
    if year and 1 <= int(day[3]) <= 12 < month <= 31:
        return refuse(f"there is no day {day[0]}", f"did you mean {day[1]}-{day[3]}-{day[2]}?")
    if 1 <= month <= 12 and year:
        last = calendar.monthrange(year, month)[1]
        return refuse(f"there is no day {day[0]}", f"the month ends on {year:04}-{month:02}-{last}")
    return refuse(f"there is no day {day[0]}", "dates are written year-month-day")


def _first_month(period: re.Match[str], fiscal_year_start: int) -> tuple[int, int]:
    """Year and month in which the period's year begins."""
    calendar_year, ending, begins = period.group(1, 2, 3)
    if calendar_year:
        year, month = int(calendar_year), 1
    elif begins:
        year, month = int(begins), fiscal_year_start
    else:
        ends = int(ending) if len(ending) == 4 else 2000 + int(ending)
        year, month = ends - (fiscal_year_start > 1), fiscal_year_start
    if not 1 <= year < 9998:
        raise refuse(f'"{period[0]}" is too far from today', DATE_HINT)
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
