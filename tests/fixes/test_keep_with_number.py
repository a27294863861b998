"""The number of a goal to keep is written as its target."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("goals:\n  - title: Hold\n    keep: at least 93\n    unit: percent",
     "goals:\n  - title: Hold\n    keep: at least\n    target: 93\n    unit: percent"),
    ('goals: [{title: Hold, keep: ">= 93"}]', 'goals: [{title: Hold, keep: "at least", target: 93}]'),
    ("goals: [{title: H, keep: max. 8.5, target: 8.5}]", "goals: [{title: H, keep: at most, target: 8.5}]"),
]  # fmt: skip

LEFT = ["goals: [{title: Hold, keep: at least 93, target: 90}]", "goals: [{title: Hold, keep: above 93}]"]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_side_and_number_are_parted(before: str, after: str, tmp_path: Path) -> None:
    """In braces and in lines."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_another_target_or_another_meaning_is_left_alone(lines: str, tmp_path: Path) -> None:
    """`above 93` isn't met at 93."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
