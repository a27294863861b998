"""A resource that YAML takes for a key and a value is put in quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("resources:\n  - Interview guide: v2", 'resources:\n  - "Interview guide: v2"'),
    ("resources:\n- Interview guide: v2 # new\n- Room", 'resources:\n- "Interview guide: v2" # new\n- Room'),
    ("resources: [Interview guide: v2, Room]", 'resources: ["Interview guide: v2", Room]'),
]

LEFT = [
    "resources:\n  - budget: 400",
    "resources:\n  - nmae: Guide",
    "resources:\n  - Guide: v2\n    Room: b",
    "resources:\n  - Guide: v2\n      and more",
    "resources:\n  - Guide: {a: b}",
    "resources:\n  - Guide:",
    'resources:\n  - "Guide": v2',
    "resources:\n  - Guide :  v2",
    "goals:\n  - Grow: more",
    "summary:\n  Hire: now",
    "depends_on: [Ask: now]",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_an_item_with_a_colon_is_put_in_quotes(before: str, after: str, tmp_path: Path) -> None:
    """Its comment stays outside."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_what_may_be_meant_for_a_key_is_left_alone(lines: str, tmp_path: Path) -> None:
    """And what isn't one item in one line."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
