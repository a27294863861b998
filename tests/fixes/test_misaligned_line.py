"""A line that fits no line above it is indented as the one that it belongs with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, passes, tactic, told

SLIPS = [
    ("actions:\n  - do: Ask\n   due: 2026", 7, "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n  - do: Ask\n  due: 2026", 7, "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n  - do: Ask\n      due: 2026", 7, "actions:\n  - do: Ask\n    due: 2026"),
    (
        "actions:\n  - do: Ask\n - do: Tell\n   due: 2026",
        7,
        "actions:\n  - do: Ask\n  - do: Tell\n    due: 2026",
    ),
    ("dri: ceo\n  end: 2026", 6, "dri: ceo\nend: 2026"),
    ("dri: ceo\n end: 2026\nreview: monthly", 6, "dri: ceo\nend: 2026\nreview: monthly"),
]


@pytest.mark.parametrize(("lines", "line", "fixed"), SLIPS)
def test_a_line_is_indented_as_its_field_says(lines: str, line: int, fixed: str, tmp_path: Path) -> None:
    """With what stands below it."""
    ((rule, number, _, said),) = told(tmp_path, tactic(lines))
    assert (rule, number) == ("invalid-front-matter", line)
    assert "doesn't fit" in said
    assert fix_file(tmp_path, tactic(lines)) == tactic(fixed)
    assert passes(tmp_path, tactic(fixed))


@pytest.mark.parametrize("lines", ["actions:\n  - do: Ask\n   dri: ceo"])
def test_a_line_that_may_belong_to_two_is_left_alone(lines: str, tmp_path: Path) -> None:
    """A plan has a DRI as an action has."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
