"""`unit: %` is written `unit: percent`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("goals:\n  - title: A\n    unit: %", "goals:\n  - title: A\n    unit: percent"),
    ("goals:\n  - title: A\n    unit: %  # c", "goals:\n  - title: A\n    unit: percent  # c"),
    ("goals: [{title: A, unit: %, target: 5}]", "goals: [{title: A, unit: percent, target: 5}]"),
    (
        "goals: [{title: A, unit: %}, {title: B, unit: % }]",
        "goals: [{title: A, unit: percent}, {title: B, unit: percent }]",
    ),
    ("goals:\n- title: A\n  unit: %\n  target: 62%", "goals:\n- title: A\n  unit: percent\n  target: 62%"),
]

LEFT = [
    "summary: %",
    "goals:\n  - title: A\n    unit:\n      %",
    "my_unit: %",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_the_sign_becomes_the_word(before: str, after: str, tmp_path: Path) -> None:
    """In a block and in braces; and once it is read, so is the rest."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_the_sign_elsewhere_is_left_alone(lines: str, tmp_path: Path) -> None:
    """A text may begin with it, and needs quotes."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
