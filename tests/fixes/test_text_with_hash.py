"""A text that is cut at a `#` is put in quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("summary: Be #1", 'summary: "Be #1"'),
    ("summary: Be #1 in the region", 'summary: "Be #1 in the region"'),
    ("summary:   Be   #1  ", 'summary:   "Be   #1"  '),
    ("actions:\n  - do: Be #1: always", 'actions:\n  - do: "Be #1: always"'),
    ("resources:\n  - name: Guide #2\n    cost: 4 EUR", 'resources:\n  - name: "Guide #2"\n    cost: 4 EUR'),
]

LEFT = [
    "summary: Be #TODO find a better one",
    "summary: Be #1 #2",
    "summary: Be #1 # really",
    "summary: Be #1 dri: ceo",
    "summary: In short # a comment",
    "status: active #1",
    "resources: [\n  Guide #1,\n]",
    "resources: [\n  {name: Guide #1\n  }\n]",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_a_text_with_a_hash_is_put_in_quotes(before: str, after: str, tmp_path: Path) -> None:
    """With what was cut off."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_what_may_be_a_comment_is_left_alone(lines: str, tmp_path: Path) -> None:
    """And what stands in brackets, whose end may have been cut off."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
