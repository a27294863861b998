"""The items of a list get the hyphens that begin them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, passes, tactic, told

SLIPS = [
    ("actions:\n  do: Ask\n  due: 2026", "`- ` before `do`", "actions:\n  - do: Ask\n    due: 2026"),
    ("actions:\n    do: Ask\n    due: 2026\nend: 2026", "`- ` before `do`",
     "actions:\n    - do: Ask\n      due: 2026\nend: 2026"),
    ("goals:\n  grow:\n    title: Grow\n    target: 5", "`- id: grow`",
     "goals:\n  - id: grow\n    title: Grow\n    target: 5"),
    ("goals:\n  grow:\n   title: Grow\n  keep:\n   title: Keep", "`- id: grow`",
     "goals:\n  - id: grow\n    title: Grow\n  - id: keep\n    title: Keep"),
    ("goals: Grow", "`- title: Grow`", "goals:\n  - title: Grow"),
    ("actions: Ask them", "`- do: Ask them`", "actions:\n  - do: Ask them"),
    ("actions:\n  1. Ask\n  2. Tell", "`- do: …`", "actions:\n  - do: Ask\n  - do: Tell"),
    ("actions:\n  • Ask\n  • Tell", "`- do: …`", "actions:\n  - do: Ask\n  - do: Tell"),
    ("actions:\n  • do: Ask", "`- do: …`", "actions:\n  - do: Ask"),
    ("resources:\n  • Time\n  • Money", "`- name: …`", "resources:\n  - Time\n  - Money"),
    ("resources: Time", "`- name: Time`", "resources:\n  - name: Time"),
]  # fmt: skip

LEFT = ["resources: Time, money", "actions: none", "updates: All fine.", "actions: Ask and tell"]


@pytest.mark.parametrize(("lines", "words", "fixed"), SLIPS)
def test_hyphens_are_written(lines: str, words: str, fixed: str, tmp_path: Path) -> None:
    """Before a single item, before each of a mapping's, in the place of bullets and numbers."""
    assert words in told(tmp_path, tactic(lines))[0][3]
    assert fix_file(tmp_path, tactic(lines)) == tactic(fixed)
    assert passes(tmp_path, tactic(fixed))


@pytest.mark.parametrize("lines", LEFT)
def test_what_may_be_several_items_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Or none; and a check-in needs a day."""
    assert told(tmp_path, tactic(lines))
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
