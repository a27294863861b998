"""The scale of a timeline: its periods, and where days lie on it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.render.time_scale import MONTH, QUARTER, YEAR, TimeScale, time_scale

TODAY = datetime.date(2026, 11, 23)
Day = datetime.date


def scale(first: str, last: str, today: datetime.date = TODAY) -> TimeScale:
    """The scale from one day to another."""
    return time_scale([Day.fromisoformat(first), Day.fromisoformat(last)], today)


@pytest.mark.parametrize(
    ("first", "last", "months", "number"),
    [
        ("2026-11-23", "2026-11-23", MONTH, 1),
        ("2026-03-01", "2026-11-30", MONTH, 9),
        ("2026-02-28", "2026-11-30", QUARTER, 4),
        ("2024-01-01", "2027-12-31", QUARTER, 16),
        ("2024-01-01", "2028-01-01", YEAR, 5),
        ("2020-06-01", "2029-06-01", YEAR, 10),
        ("2000-01-01", "2030-06-01", 5 * YEAR, 7),
        ("0001-01-01", "9999-12-31", 1_000 * YEAR, 10),
    ],
)
def test_periods_are_as_short_as_a_phone_has_room_for(
    first: str, last: str, months: int, number: int
) -> None:
    """Months, quarters, years, and of thirty years every fifth."""
    chosen = scale(first, last)
    assert (chosen.months, len(list(chosen.periods))) == (months, number)


def test_the_scale_runs_from_the_first_periods_beginning_to_the_last_ones_end() -> None:
    """A plan of May to December has its whole second quarter."""
    chosen = scale("2026-02-15", "2026-12-01")
    assert chosen.begins == Day(2026, 1, 1).toordinal()
    assert chosen.ends == Day(2027, 1, 1).toordinal()


def test_a_day_has_a_length() -> None:
    """Of a year's 365 days the second begins after one of them and ends after two."""
    year = scale("2026-01-01", "2026-12-31")
    day = Day(2026, 1, 2)
    assert (year.start_of(day), year.end_of(day)) == (Decimal("0.27"), Decimal("0.55"))


def test_a_leap_year_has_a_day_more() -> None:
    """Its middle is the end of its first half, of 182 days out of 366."""
    leap = scale("2028-01-01", "2028-12-31")
    assert leap.end_of(Day(2028, 2, 29)) == leap.start_of(Day(2028, 3, 1)) == round(Decimal(6000) / 366, 2)
    assert leap.end_of(Day(2028, 6, 30)) == round(Decimal(18200) / 366, 2)


def test_years_stand_above_quarters_and_not_above_years() -> None:
    """They say which quarter of which year it is."""
    assert [year.day.year for year in scale("2026-08-01", "2027-02-01").years] == [2026, 2027]
    assert not list(scale("2010-01-01", "2019-01-01").years)


@pytest.mark.parametrize(
    ("today", "holds"),
    [("2025-10-03", True), ("2025-08-01", False), ("2027-03-30", True), ("2027-05-01", False)],
)
def test_the_scale_reaches_a_near_today(today: str, holds: bool) -> None:
    """Near is a quarter of the plans' span; a plan of long ago isn't pressed into a corner."""
    day = Day.fromisoformat(today)
    assert scale("2026-01-01", "2026-12-31", day).holds(day) == holds


DAYS = st.dates()


@given(st.lists(DAYS, min_size=1, max_size=5), DAYS, DAYS, st.integers(1, 12))
def test_every_day_lies_within_the_picture(days: list[Day], today: Day, other: Day, begins: int) -> None:
    """Whatever days there are, from the year 1 to the year 9999, also one beyond the scale."""
    chosen = time_scale(days, today, begins)
    for day in (*days, today, other):
        assert 0 <= chosen.start_of(day) <= chosen.end_of(day) <= 100
    assert all(chosen.holds(day) for day in days)


@given(st.lists(DAYS, min_size=1, max_size=5), DAYS, st.integers(1, 12))
def test_periods_lie_side_by_side(days: list[Day], today: Day, begins: int) -> None:
    """From the picture's beginning to its end, none of them twice, and never too many."""
    periods = list(time_scale(days, today, begins).periods)
    assert periods[0].begins == 0
    assert periods[-1].ends == 100
    assert all(one.ends == after.begins for one, after in pairwise(periods))
    assert len(periods) <= 16


@pytest.mark.parametrize(
    ("year_begins", "first", "last", "begins", "ends"),
    [
        (7, "2026-08-15", "2027-06-30", "2026-07-01", "2027-06-30"),
        (2, "2026-01-31", "2026-12-01", "2025-11-01", "2027-01-31"),
        (10, "2020-09-30", "2026-10-01", "2019-10-01", "2027-09-30"),
        (2, "2026-03-02", "2026-05-30", "2026-03-01", "2026-05-31"),
    ],
    ids=["quarters", "quarters of their own", "years", "months"],
)
def test_quarters_and_years_are_the_plans_own(
    year_begins: int, first: str, last: str, begins: str, ends: str
) -> None:
    """Where its year begins in another month; a month is a month."""
    days = [Day.fromisoformat(first), Day.fromisoformat(last)]
    chosen = time_scale(days, days[0], year_begins)
    assert Day.fromordinal(chosen.begins) == Day.fromisoformat(begins)
    assert Day.fromordinal(chosen.ends - 1) == Day.fromisoformat(ends)


def test_fiscal_years_stand_above_fiscal_quarters() -> None:
    """Years of the calendar stand above months."""
    days = [Day(2026, 3, 1), Day(2027, 9, 1)]
    assert [one.day for one in time_scale(days, days[0], 7).years] == [
        Day(2026, 1, 1),
        Day(2026, 7, 1),
        Day(2027, 7, 1),
    ]
    months = time_scale([Day(2026, 11, 1), Day(2027, 2, 1)], Day(2026, 11, 1), 7)
    assert [one.day for one in months.years] == [Day(2026, 11, 1), Day(2027, 1, 1)]
