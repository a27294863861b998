"""Days and periods as plan files write them, and the days that lie between."""

from __future__ import annotations

import calendar
import datetime
import random
import re


def period_around(day: datetime.date, year_start: int, dice: random.Random) -> str:
    """A period in which a day lies: a month, a quarter, a half-year, a year, or one of a fiscal year."""
    half, quarter = (day.month - 1) // 6 + 1, (day.month - 1) // 3 + 1
    ends = day.year + (1 if year_start > 1 and day.month >= year_start else 0)
    into = (day.month - year_start) % 12
    texts = [
        f"{day.year}-{day.month:02}", f"{day.year}-Q{quarter}", f"{day.year}-H{half}", f"{day.year}",
        f"FY{ends % 100:02}", f"FY{ends % 100:02}-Q{into // 3 + 1}", f"FY{ends % 100:02}-H{into // 6 + 1}",
    ]  # fmt: skip
    if year_start > 1:
        texts.append(f"{ends - 1}/{ends % 100:02}")
    return dice.choice(texts)


def last_day(text: str, year_start: int) -> datetime.date:
    """The last day of a date as it is written."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return datetime.date.fromisoformat(text)
    year, _, part = text.partition("-")
    if year.startswith("FY"):
        first = _month(2000 + int(year[2:]), year_start - (12 if year_start > 1 else 0))
    elif "/" in year:
        first = _month(int(year[:4]), year_start)
    else:
        first = _month(int(year), 1)
    if not part:
        return _end(first, 12)
    if part.isdigit():
        return _end(first, int(part))
    return _end(first, int(part[1]) * (3 if part[0] == "Q" else 6))


def _month(year: int, month: int) -> tuple[int, int]:
    """A month of a year; those before the first are the year before's."""
    return (year + (month - 1) // 12, (month - 1) % 12 + 1)


def _end(first: tuple[int, int], months: int) -> datetime.date:
    """The last day of so many months."""
    year, month = _month(first[0], first[1] + months - 1)
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or its last one where it is shorter."""
    year, month = _month(day.year, day.month + months)
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
