"""A text that holds a colon is put in quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("summary: Hire: now", 'summary: "Hire: now"'),
    ("summary:  Hire: now: and well  ", 'summary:  "Hire: now: and well"  '),
    ("summary: Hire: now # soon", 'summary: "Hire: now" # soon'),
    ('summary: Say "yes": now', "summary: 'Say \"yes\": now'"),
    ('summary: Say "yes": it\'s now', 'summary: "Say \\"yes\\": it\'s now"'),
    ("summary: C:\\x: y", "summary: 'C:\\x: y'"),
    ("actions:\n  - do: Agree: all\n    due: 2026", 'actions:\n  - do: "Agree: all"\n    due: 2026'),
    ("goals:\n- title: A\n  measure: Rate: yearly", 'goals:\n- title: A\n  measure: "Rate: yearly"'),
    ("outcome: Two: three\nsummary: Four: five", 'outcome: "Two: three"\nsummary: "Four: five"'),
    ("summary: Größe: 東京", 'summary: "Größe: 東京"'),
]

LEFT = [
    "status: Hire: now",
    "summary: Hire: now\n  and later",
    "summary: Hire: now\n\n  and later",
    "summary: Hire now:",
    "summary: Hire now dri: ceo",
    "summary: Hire: dri: ceo",
    "summary: Hire: now #1",
    "actions: [{do: Hire: now}]",
    "x-field: Hire: now",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_a_text_with_a_colon_is_put_in_quotes(before: str, after: str, tmp_path: Path) -> None:
    """In those that it doesn't hold itself; its comment stays outside."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_what_may_not_be_one_text_is_left_alone(lines: str, tmp_path: Path) -> None:
    """A field that isn't text, two fields in a line, a text of several lines."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
