"""Dates, numbers and amounts of a plan as the report's reader reads them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mkdocs_plans.model import Cost, Date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(when: date, beside: date | None = None) -> str:
    """A day, `30 Jun 2026`; without its year beside one of the same year."""
    text = f"{when.day} {_MONTHS[when.month - 1]}"
    return text if beside is not None and beside.year == when.year else f"{text} {when.year}"


def shown_date(when: Date, beside: Date | None = None) -> str:
    """A day, or a period: `30 Jun 2026`, `Jun 2026`, `Q2 2026`, `FY26`."""
    if when.first == when.last:
        is_plain = beside is not None and beside.first == beside.last
        return day(when.last, beside.last if beside is not None and is_plain else None)
    year, _, part = when.text.partition("-")
    if part.isdigit():
        return f"{_MONTHS[when.first.month - 1]} {when.first.year}"
    return f"{part} {year}".strip()


def number(value: Decimal | None, unit: str | None = None) -> str:
    """A number with its unit: `85 %`, `1,200 days`; `none` where there is no number."""
    if value is None:
        return "none"
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text} {'%' if unit in {'percent', '%'} else unit or ''}".strip()


def two_numbers(before: Decimal | None, now: Decimal | None, unit: str | None) -> tuple[str, str]:
    """Two numbers, with the unit beside the last of them alone."""
    return number(before, None if now is not None else unit), number(now, unit)


def amount(cost: Cost | None) -> str:
    """A cost: `4,800 USD`, or its words; `none` where there is none."""
    if cost is None:
        return "none"
    return cost if isinstance(cost, str) else number(cost.value, cost.currency)
