"""An item that lacks its hyphen gets one, where its first key would be given twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, passes, tactic, told

SLIPS = [
    ("actions:\n  - do: Ask\n    do: Tell", "actions:\n  - do: Ask\n  - do: Tell"),
    ("actions:\n  - do: Ask\n    due: 2026\n    do: Tell\n    due: 2027",
     "actions:\n  - do: Ask\n    due: 2026\n  - do: Tell\n    due: 2027"),
    ("goals:\n- title: A\n  title: B\n  title: C", "goals:\n- title: A\n- title: B\n- title: C"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "fixed"), SLIPS)
def test_the_hyphen_is_written(lines: str, fixed: str, tmp_path: Path) -> None:
    """Before each item that has none."""
    assert "hyphen" in told(tmp_path, tactic(lines))[0][3]
    assert fix_file(tmp_path, tactic(lines)) == tactic(fixed)
    assert passes(tmp_path, tactic(fixed))


@pytest.mark.parametrize(
    "lines", ["dri: ceo\ndri: vp-sales", "actions:\n  - do: Ask\n    due: 2026\n    due: 2027"]
)
def test_another_key_is_left_alone(lines: str, tmp_path: Path) -> None:
    """One of the two is wrong, and only the author knows which."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
