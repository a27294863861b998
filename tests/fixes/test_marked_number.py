"""A number with marks in it is written with digits alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import mended, tactic
from tests.small_site import CONFIG, text

MENDED = [
    ("goals: [{title: A, unit: percent, target: 62%}]", "goals: [{title: A, unit: percent, target: 62}]"),
    ("goals: [{title: A, unit: percent, target: 6.5 %}]", "goals: [{title: A, unit: percent, target: 6.5}]"),
    (
        "goals: [{id: a, title: A, unit: percent}]\nupdates: [{date: 2026-01-01, readings: {a: '9%'}}]",
        "goals: [{id: a, title: A, unit: percent}]\nupdates: [{date: 2026-01-01, readings: {a: '9'}}]",
    ),
    ("goals:\n- title: A\n  target: 1,200", "goals:\n- title: A\n  target: 1200"),
    ("goals:\n- title: A\n  target: -1,200,300", "goals:\n- title: A\n  target: -1200300"),
    ("goals:\n- title: A\n  target: 1 200", "goals:\n- title: A\n  target: 1200"),
    ("goals:\n- title: A\n  target: 1\u202f200\u202f300", "goals:\n- title: A\n  target: 1200300"),
    ("goals:\n- title: A\n  target: 1'200.50", "goals:\n- title: A\n  target: 1200.50"),
    ("goals: [{title: A, target: 1_200}]", "goals: [{title: A, target: 1200}]"),
]

LEFT = [
    "goals: [{title: A, target: 62%}]",
    "goals: [{title: A, unit: people, target: 62%}]",
    "updates: [{date: 2026-01-01, readings: {first-year-retention: 62%}}]",
    "goals:\n- title: A\n  target: 0,200",
    "goals:\n- title: A\n  target: 1,2",
    "goals:\n- title: A\n  target: 1,200'300",
    "goals:\n- title: A\n  target: about 1,200",
    "resources: [{name: A, cost: 62%}]",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_marks_are_taken_out_of_a_number(before: str, after: str, tmp_path: Path) -> None:
    """A percent sign only where the goal's unit says percent already."""
    assert mended(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_a_number_that_may_be_another_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Or whose unit isn't known."""
    assert mended(tmp_path, tactic(lines)) == tactic(lines)


@pytest.mark.parametrize(
    ("language", "is_mended"), [("en", True), ("de", False), ("fr", False), ("xx-unknown", False)]
)
def test_a_comma_may_be_a_decimal_one(language: str, is_mended: bool, tmp_path: Path) -> None:
    """In a site whose language writes fractions so; with two of them it can't be."""
    config = text(CONFIG).replace("name: material", f"name: material, language: {language}")
    one, two = "goals:\n- title: A\n  target: {}", "goals:\n- title: A\n  target: {}"
    written = "1200" if is_mended else "1,200"
    assert mended(tmp_path, tactic(one.format("1,200")), config=config) == tactic(one.format(written))
    assert mended(tmp_path, tactic(two.format("1,200,300")), config=config) == tactic(two.format("1200300"))
