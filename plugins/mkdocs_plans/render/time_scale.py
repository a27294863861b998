"""The scale of a picture of time: days → places between its beginning (0) and its end (100 %).

A picture runs from the beginning of the period in which its first day lies to the end of the one in which
its last day lies. Periods are months, quarters, years or several years, as many as can be told apart on a
phone; quarters and years are those of the plan, whose year may begin in any month. A day has a length: it
starts where the one before it ends.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

MONTH, QUARTER, YEAR = 1, 3, 12
"""The length of a period, in months."""

_MOST_PERIODS = {MONTH: 9, QUARTER: 16}
_MOST_YEARS = 10
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)

_LAST = datetime.date.max.toordinal() + 1
"""The end of the last day that there is."""

TODAY_WITHIN = Decimal("0.25")
"""How far beyond the plans today may lie, as a share of their span, for the picture to reach it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the scale: its first day (of those that there are), and where it begins and ends, in
    percent.
    """

    day: datetime.date
    begins: Decimal
    ends: Decimal


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The scale: the length of its periods in months, its beginning and end as ordinal days, and the month
    in which its years begin. Above months stand years of the calendar.
    """

    months: int
    begins: int
    ends: int
    year_begins: int = 1

    def start_of(self, day: datetime.date) -> Decimal:
        """Where a day starts, in percent; a day beyond an end lies at that end."""
        return self._place(day.toordinal())

    def end_of(self, day: datetime.date) -> Decimal:
        """Where a day ends, in percent; a day beyond an end lies at that end."""
        return self._place(day.toordinal() + 1)

    def holds(self, day: datetime.date) -> bool:
        """Whether a day lies on the scale."""
        return self.begins <= day.toordinal() < self.ends

    @property
    def periods(self) -> Iterator[Period]:
        """The periods, oldest first: they lie side by side from 0 to 100."""
        return self._each(self.months)

    @property
    def years(self) -> Iterator[Period]:
        """The years that the periods are parts of; none where periods are years themselves."""
        return self._each(YEAR) if self.months < YEAR else iter(())

    def _each(self, months: int) -> Iterator[Period]:
        index = _index(datetime.date.fromordinal(self.begins), months, self.year_begins)
        while _ordinal(index, months, self.year_begins) < self.ends:
            begins = max(_ordinal(index, months, self.year_begins), self.begins)
            ends = min(_ordinal(index + 1, months, self.year_begins), self.ends)
            yield Period(datetime.date.fromordinal(begins), self._place(begins), self._place(ends))
            index += 1

    def _place(self, ordinal: int) -> Decimal:
        share = Decimal(ordinal - self.begins) / (self.ends - self.begins)
        return round(max(Decimal(0), min(Decimal(1), share)) * 100, 2)


def time_scale(days: Iterable[datetime.date], today: datetime.date, year_begins: int = 1) -> TimeScale:
    """Choose the scale for a picture of some days (one or more), and of today where that is near.
    `year_begins` is the month in which the plan's years begin.
    """
    listed = sorted(days)
    first, last = with_today(listed[0], listed[-1], today)
    sizes = [*_MOST_PERIODS.items(), *((years * YEAR, _MOST_YEARS) for years in _YEARS)]
    for months, most in sizes:
        month = 1 if months < QUARTER else year_begins
        begins, ends = _index(first, months, month), _index(last, months, month) + 1
        if ends - begins <= most:
            break
    return TimeScale(months, _ordinal(begins, months, month), _ordinal(ends, months, month), month)


def with_today(
    first: datetime.date, last: datetime.date, today: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """Widen a span so that it reaches today, if today is near it."""
    near = int(((last - first).days + 1) * TODAY_WITHIN)
    if first <= today <= last or not -near <= (today - first).days <= (last - first).days + near:
        return first, last
    return min(first, today), max(last, today)


def _index(day: datetime.date, months: int, year_begins: int) -> int:
    """The number of the period of so many months in which a day lies."""
    return (day.year * YEAR + day.month - year_begins) // months


def _ordinal(index: int, months: int, year_begins: int) -> int:
    """Where a period begins, as an ordinal day; within the days that there are."""
    year, month = divmod(index * months + year_begins - 1, YEAR)
    if year < 1:
        return 1
    return datetime.date(year, month + 1, 1).toordinal() if year <= datetime.MAXYEAR else _LAST
