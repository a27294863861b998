"""A word a slip away from one of a list is written as that word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("status: Active", "status: active"),
    ("status: actve", "status: active"),
    ("status: In Progress", "status: active"),
    ("status: abgeschlossen", "status: done"),
    ("status: 'actve'", "status: 'active'"),
    ("review: Quaterly", "review: quarterly"),
    ("review: half yearly", "review: half-yearly"),
    ("updates: [{date: 2026-01-01, health: On Track}]", "updates: [{date: 2026-01-01, health: on-track}]"),
    ("updates: [{date: 2026-01-01, health: Off-Track}]", "updates: [{date: 2026-01-01, health: off-track}]"),
    (
        "goals: [{title: Grow, target: 4, keep: At-least}]",
        "goals: [{title: Grow, target: 4, keep: at least}]",
    ),
]

LEFT = [
    "status: inactive",
    "status: closed",
    "review: of-track",
    "updates: [{date: 2026-01-01, health: of-track}]",
    "status: [active]\nsummary: Activ",
    "status: ''",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_the_word_of_the_list_is_written(before: str, after: str, tmp_path: Path) -> None:
    """Case and the sign between words don't count."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_a_word_that_may_mean_another_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Above all its opposite."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
