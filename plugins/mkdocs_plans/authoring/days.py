"""Dates that a plan may begin with: sensible ones, which an author changes. Our convention."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from mkdocs_plans.model import LevelPlan
from mkdocs_plans.yaml import Bare

AHEAD = relativedelta(months=3)
"""Who plans in the last quarter of a year plans for the next one."""


@dataclass(frozen=True, slots=True)
class Days:
    """What can be planned from a day on, as it is written: the year and the quarter that lie ahead; for a
    tactic of three months its start, its end, and the end of its first month.
    """

    year: Bare
    quarter: Bare
    start: Bare
    end: Bare
    start_end: Bare


def days_from(today: datetime.date, fiscal_year_start: int = 1, within: LevelPlan | None = None) -> Days:
    """Give the dates for a day, and for a tactic that should lie within a plan's own."""
    start = today.replace(day=1) + relativedelta(months=1)
    if within is not None and within.start is not None:
        start = max(start, within.start.first)
    end = _end_of_month(start, 2)
    if within is not None and within.end is not None and within.end.last > start:
        end = min(end, within.end.last)
    first = start + relativedelta(months=1)
    return Days(
        year=Bare(_year(today + AHEAD, fiscal_year_start)),
        quarter=Bare(f"{first.year}-Q{(first.month + 2) // 3}"),
        start=Bare(start.isoformat()),
        end=Bare(end.isoformat()),
        start_end=Bare(min(end, _end_of_month(start, 0)).isoformat()),
    )


def _year(day: datetime.date, fiscal_year_start: int) -> str:
    """The year of a day: the calendar's, or the fiscal year by the year in which it ends."""
    if fiscal_year_start == 1:
        return str(day.year)
    return f"FY{(day.year + (day.month >= fiscal_year_start)) % 100:02}"


def _end_of_month(start: datetime.date, months: int) -> datetime.date:
    return start.replace(day=1) + relativedelta(months=months + 1, days=-1)
