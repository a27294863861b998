"""Words that stand where a date belongs are moved to `when`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("end: ongoing", "when: ongoing"),
    ("end: 'after the law is passed' # by parliament", "when: 'after the law is passed' # by parliament"),
    ("actions:\n  - {do: Agree, due: asap}", "actions:\n  - {do: Agree, when: asap}"),
    ("goals:\n  - title: Grow\n    due: Spring", "goals:\n  - title: Grow\n    when: Spring"),
]

LEFT = [
    "end: TBD",
    "end: spring 2027",
    "end: no",
    "end: Febuary",
    "start: ongoing",
    "end: ongoing\nwhen: until the vote",
    "updates: [{date: ongoing}]",
    "actions:\n  - {do: Agree, done: ongoing}",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_words_are_moved(before: str, after: str, tmp_path: Path) -> None:
    """On plans, goals and actions, every other byte kept."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_what_may_be_a_date_or_has_no_room_is_left_alone(lines: str, tmp_path: Path) -> None:
    """What may mean a date, what means nothing, a field with no `when` beside it."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
