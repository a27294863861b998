"""A text in a list of actions or goals gets the field that it is meant for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import PLAN, fix_file, passes, tactic, told

SLIPS = [
    ("actions:\n  - Ask\n  - Tell", "actions:\n  - do: Ask\n  - do: Tell"),
    ("goals: [Grow]", "goals: [title: Grow]"),
    ('actions:\n  - "Ask: all"', 'actions:\n  - do: "Ask: all"'),
    ("goals:\n- Grow # soon", "goals:\n- title: Grow # soon"),
]


@pytest.mark.parametrize(("lines", "fixed"), SLIPS)
def test_the_field_is_written(lines: str, fixed: str, tmp_path: Path) -> None:
    """`do` for an action, `title` for a goal."""
    assert "write it as" in told(tmp_path, tactic(lines))[0][3]
    assert fix_file(tmp_path, tactic(lines)) == tactic(fixed)
    assert passes(tmp_path, tactic(fixed))


def test_an_address_is_a_persons(tmp_path: Path) -> None:
    """As the only thing that is said of one; a name may be a role."""
    people = PLAN["people.yml"]
    assert "email" in told(tmp_path, people + "ada: ada@example.org\n", "people.yml")[0][3]
    after = fix_file(tmp_path, people + "ada: ada@example.org\n", "people.yml")
    assert after == people + "ada: {email: ada@example.org}\n"
    assert fix_file(tmp_path, people + "ada: Ada Lovelace\n", "people.yml") == people + "ada: Ada Lovelace\n"


@pytest.mark.parametrize("lines", ["updates:\n  - All fine", "actions:\n  - Ask\n    all"])
def test_what_needs_more_is_left_alone(lines: str, tmp_path: Path) -> None:
    """A check-in needs a day; a text of several lines is its author's."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
