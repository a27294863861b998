"""Readings, and targets on the way, are pairs: the hyphens before them are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, passes, tactic, told

GOAL = "goals:\n  - {id: a, title: A, baseline: 1, target: 5}\n  - {id: b, title: B}\n"
SLIPS = [
    ("updates:\n  - date: 2026-01-31\n    readings:\n      - a: 2\n      - b: 3",
     "updates:\n  - date: 2026-01-31\n    readings:\n        a: 2\n        b: 3"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "fixed"), SLIPS)
def test_the_hyphens_are_left_out(lines: str, fixed: str, tmp_path: Path) -> None:
    """One error for the list."""
    ((_, _, _, said),) = told(tmp_path, tactic(GOAL + lines))
    assert "leave the hyphens out" in said
    assert fix_file(tmp_path, tactic(GOAL + lines)) == tactic(GOAL + fixed)
    assert passes(tmp_path, tactic(GOAL + fixed))


def test_the_same_goal_twice_is_left_alone(tmp_path: Path) -> None:
    """One of the two readings would be lost."""
    lines = GOAL + "updates:\n  - date: 2026-01-31\n    readings:\n      - a: 2\n      - a: 3"
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
