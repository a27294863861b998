"""A goal whose numbers have percent signs says that its unit is percent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("goals:\n- title: A\n  target: 62%", "goals:\n- title: A\n  unit: percent\n  target: 62%"),
    (
        "goals:\n- title: A\n  measure: Share\n  baseline: 1,5 %\n  target: 62 %",
        "goals:\n- title: A\n  measure: Share\n  unit: percent\n  baseline: 1,5 %\n  target: 62 %",
    ),
    ("goals: [{title: A, target: 62%}]", "goals: [{title: A, unit: percent, target: 62%}]"),
    (
        "goals:\n- title: A\n  targets: {2026-06: 40%}\n  target: 62",
        "goals:\n- title: A\n  unit: percent\n  targets: {2026-06: 40%}\n  target: 62",
    ),
]

LEFT = [
    "goals: [{title: A, unit: people, target: 62%}]",
    "goals: [{title: A, target: about 62%}]",
    "goals: [{title: A, target: 6-8%}]",
    "goals: [{title: A, due: 62%}]",
    "resources: [{name: A, cost: 62%}]",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_a_percent_sign_says_which_unit_is_meant(before: str, after: str, tmp_path: Path) -> None:
    """Before the numbers; they are read with their sign from then on."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_what_may_be_meant_otherwise_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Another unit, and what is no number."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
