"""The bars of a timeline: where they begin and end, what of them is late, what fades."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.bounds import FIRST_YEAR, LAST_YEAR
from mkdocs_plans.model import LevelPlan, Tactic, make
from mkdocs_plans.render.timeline import Bar, bar, scale_of

TODAY = datetime.date(2026, 11, 23)

Day = datetime.date

DAYS = st.dates(Day(FIRST_YEAR, 1, 1), Day(LAST_YEAR, 12, 31))


def tactic(**values: Any) -> Tactic:
    """A tactic with these front matter values."""
    typed = make(Tactic, {"type": "tactic", "id": "t", "title": "T", **values}, "t.md")
    assert typed.findings == ()
    assert typed.entity is not None
    return typed.entity


def drawn(**values: Any) -> Bar:
    """The bar of a tactic, on the scale that is chosen for it and for the year 2026."""
    plan = tactic(**values)
    scale = scale_of([plan, tactic(start="2026", end="2026")], TODAY)
    assert scale is not None
    found = bar(plan, scale, TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("dates", "begins", "ends"),
    [
        ({"start": "2026-01-01", "end": "2026-12-31"}, 0, 365),
        ({"start": "2026", "end": "2026"}, 0, 365),
        ({"start": "2026-Q2", "end": "2026-Q2"}, 90, 181),
        ({"start": "2026-H2", "end": "2026-09"}, 181, 273),
        ({"start": "2026-03-15", "end": "2026-03-15"}, 73, 74),
    ],
)
def test_a_bar_runs_from_the_first_day_to_the_end_of_the_last(
    dates: dict[str, str], begins: int, ends: int
) -> None:
    """Of a period as a start the first day counts, of one as an end the last; a single day is a bar."""
    found = drawn(**dates)
    assert found.begins == round(Decimal(begins * 100) / 365, 2)
    assert found.ends == round(Decimal(ends * 100) / 365, 2)


def test_a_bar_in_thirty_years_is_as_long_as_its_share() -> None:
    """A year of the 35 that the scale shows."""
    plan = tactic(start="2010", end="2010")
    chosen = scale_of([plan, tactic(start="2000", end="2030")], TODAY)
    assert chosen is not None
    found = bar(plan, chosen, TODAY)
    assert found is not None
    assert found.length == pytest.approx(Decimal(100) / 35, abs=Decimal("0.02"))


def test_a_missing_end_fades() -> None:
    """It is drawn open on the side of which nothing is known."""
    found = drawn(start="2026-07-01", status="proposed")
    assert (found.fades, found.begins, found.length) == ("end", Decimal("49.59"), Decimal(12))
    found = drawn(end="2026-06-30")
    assert (found.fades, found.ends, found.length) == ("start", Decimal("49.59"), Decimal(12))


@pytest.mark.parametrize("status", ["active", "paused"])
def test_a_plan_under_way_with_no_end_reaches_today(status: str) -> None:
    """It goes on, whenever it may end: its bar doesn't fade before today."""
    plan = tactic(start="2026-01-01", status=status)
    scale = scale_of([plan, tactic(start="2026", end="2027")], TODAY)
    assert scale is not None
    found = bar(plan, scale, TODAY)
    assert found is not None
    assert (found.fades, found.ends) == ("end", scale.end_of(TODAY) + 12)


def test_a_fading_bar_stays_in_the_picture() -> None:
    """Also close to an end of it."""
    assert drawn(start="2026-12-31").ends == 100
    assert drawn(end="2026-01-01").begins == 0


def test_an_end_before_the_start_is_told() -> None:
    """The span between the two is drawn, and isn't taken for a plan's time."""
    found = drawn(start="2026-12-01", end="2026-03-31")
    assert found.is_turned
    assert found.begins < found.ends


def test_what_is_later_than_first_promised_is_a_part_of_the_bar() -> None:
    """Ten days of forty."""
    assert drawn(start="2026-03-01", end="2026-04-09", originally="2026-03-30").slip == 25


def test_a_promise_before_the_start_makes_the_whole_bar_late() -> None:
    """And no more than the whole."""
    assert drawn(start="2026-03-01", end="2026-04-09", originally="2026-01-31").slip == 100


def test_what_is_earlier_than_first_promised_stands_after_the_bar() -> None:
    """Up to the day that was promised, for which the picture has room."""
    found = drawn(start="2026-03-01", end="2026-04-09", originally="2027-03-31")
    assert found.slip is None
    assert found.until == 100


@pytest.mark.parametrize("originally", [{}, {"originally": "2026-04-09"}])
def test_a_promise_that_holds_leaves_no_mark(originally: dict[str, str]) -> None:
    """Whether it is written down or not."""
    found = drawn(start="2026-03-01", end="2026-04-09", **originally)
    assert (found.slip, found.until) == (None, None)


def test_no_dates_no_bar() -> None:
    """Nothing is guessed, not even from what was first promised."""
    assert scale_of([tactic(), tactic(originally="2026-04-09")], TODAY) is None


WRITTEN = st.one_of(st.none(), DAYS.map(Day.isoformat))


@given(st.lists(st.tuples(WRITTEN, WRITTEN, WRITTEN), min_size=1, max_size=4), DAYS)
def test_every_bar_lies_within_the_picture(dates: list[tuple[str | None, ...]], today: Day) -> None:
    """Whatever dates plans have, in whatever order."""
    named = [dict(zip(("start", "end", "originally"), each, strict=True)) for each in dates]
    plans: list[LevelPlan] = [tactic(**{k: v for k, v in each.items() if v}) for each in named]
    chosen = scale_of(plans, today)
    for found in (bar(plan, chosen, today) for plan in plans if chosen):
        if found is not None:
            assert 0 <= found.begins <= found.ends <= 100
            assert found.slip is None or 0 <= found.slip <= 100
            assert found.until is None or found.ends <= found.until <= 100
