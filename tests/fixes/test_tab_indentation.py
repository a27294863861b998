"""Tabs that indent become spaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("goals:\n\t- title: Grow", "goals:\n  - title: Grow"),
    (
        "goals:\n\t- title: Grow\n\t  target: 5\n\t- title: More",
        "goals:\n  - title: Grow\n    target: 5\n  - title: More",
    ),
    ("goals:\n  - title: Grow\n\ttarget: 5", "goals:\n  - title: Grow\n    target: 5"),
    ("goals:\n  - title: Grow\n  \ttarget: 5", "goals:\n  - title: Grow\n    target: 5"),
    ("summary: a\tb\ngoals:\n\t- title: Grow\t# tab", "summary: a\tb\ngoals:\n  - title: Grow\t# tab"),
]

LEFT = [
    "x-a:\n  b:\n    c: 1\n\td: 2",
    "goals:\n\t- title: Grow\n   target: 5",
    "summary: |\n  a\n  \tb",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_tabs_that_indent_become_spaces(before: str, after: str, tmp_path: Path) -> None:
    """As many as the only reading takes, or two; tabs elsewhere stay."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_a_tab_that_can_be_read_in_two_ways_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Or in none, or that belongs to a text."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
