"""A text that stands as a list of one is written behind its colon."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, passes, tactic, told

SLIPS = [
    ("summary:\n  - We hire", "summary: We hire"),
    ("outcome:\n- We hire\ndri: ceo", "outcome: We hire\ndri: ceo"),
    ("actions:\n  - do: [Ask]", "actions:\n  - do: Ask"),
]


@pytest.mark.parametrize(("lines", "fixed"), SLIPS)
def test_the_text_is_written(lines: str, fixed: str, tmp_path: Path) -> None:
    """In a block and in brackets."""
    assert "it is a list" in told(tmp_path, tactic(lines))[0][3]
    assert fix_file(tmp_path, tactic(lines)) == tactic(fixed)
    assert passes(tmp_path, tactic(fixed))


@pytest.mark.parametrize(
    "lines", ["team: [sales, other]", "outcome:\n  - Better\n  - Happier", "summary: [{a: b}]"]
)
def test_several_texts_are_left_alone(lines: str, tmp_path: Path) -> None:
    """Their author chooses."""
    assert told(tmp_path, tactic(lines))
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
