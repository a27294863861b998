"""A date in a foreign form that can only mean one is written in ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic
from tests.small_site import CONFIG, text

FIXED = [
    ("end: 31/03/2026", "end: 2026-03-31"),
    ("end: 03/31/2026", "end: 2026-03-31"),
    ("end: 3/31/2026", "end: 2026-03-31"),
    ("end: 31.03.2026", "end: 2026-03-31"),
    ("end: 31-3-2026", "end: 2026-03-31"),
    ("end: 04/04/2026", "end: 2026-04-04"),
    ("end: 2026/03/31", "end: 2026-03-31"),
    ("end: 2026-3-1", "end: 2026-03-01"),
    ("end: 2026.3.1", "end: 2026-03-01"),
    ("end: March 31, 2026", "end: 2026-03-31"),
    ("end: Mar. 31 2026", "end: 2026-03-31"),
    ("end: 31 March 2026 # at last", "end: 2026-03-31 # at last"),
    ("end: 31st of march, 2026", "end: 2026-03-31"),
    ("end: Sept 1, 2026", "end: 2026-09-01"),
    ("end: May 2026", "end: 2026-05"),
    ("end: Q1 2026", "end: 2026-Q1"),
    ("end: 2026 Q1", "end: 2026-Q1"),
    ("end: 'H2/2026'", "end: '2026-H2'"),
    ("end: 2026-q1", "end: 2026-Q1"),
    ("end: fy26", "end: FY26"),
    ("end: 2026-03-31T12:00", "end: 2026-03-31"),
    ("end: end of March 2026", "end: 2026-03-31"),
    ("end: Q2 FY26", "end: FY26-Q2"),
    ("updates: [{date: 2026/01/31}]", "updates: [{date: 2026-01-31}]"),
    ("actions:\n  - {do: Agree, due: 31.1.2026}", "actions:\n  - {do: Agree, due: 2026-01-31}"),
    (
        "goals: [{title: Grow, target: 9, targets: {31/03/2026: 65}}]",
        "goals: [{title: Grow, target: 9, targets: {2026-03-31: 65}}]",
    ),
]

LEFT = [
    "end: 03/04/2026",
    "end: 3.4.2026",
    "end: 31/03/26",
    "end: 31/02/2026",
    "end: 32/13/2026",
    "end: 2026-02-30",
    "end: 2026-13-01",
    "end: 31/03-2026",
    "end: March 31",
    "end: Ma 2026",
    "end: Marzo 31, 2026",
    "end: Q5 2026",
    "end: [31/03/2026, 30/04/2026]",
    "summary: 31/03/2026",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_a_date_that_can_mean_one_thing_is_written_in_our_form(
    before: str, after: str, tmp_path: Path
) -> None:
    """Whichever of day and month stands first."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_a_date_that_can_mean_two_things_or_none_is_left_alone(lines: str, tmp_path: Path) -> None:
    """A day in March or in April; a day that there isn't."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)


@pytest.mark.parametrize("written", ["Q1 2026", "2026 Q1", "H2/2026"])
def test_a_quarter_may_be_the_fiscal_years(written: str, tmp_path: Path) -> None:
    """In a site whose fiscal year doesn't begin in January, a quarter of 2026 isn't one of FY26."""
    config = text(CONFIG) + "      fiscal_year_start: 10\n"
    assert fix_file(tmp_path, tactic(f"end: {written}"), config=config) == tactic(f"end: {written}")


@pytest.mark.parametrize(
    ("written", "meant"), [("2026-q1", "2026-Q1"), ("fy26", "FY26"), ("Q2 FY26", "FY26-Q2")]
)
def test_a_period_that_says_which_year_it_is_of_is_fixed(written: str, meant: str, tmp_path: Path) -> None:
    """Whenever the fiscal year begins."""
    config = text(CONFIG) + "      fiscal_year_start: 10\n"
    assert fix_file(tmp_path, tactic(f"end: {written}"), config=config) == tactic(f"end: {meant}")
