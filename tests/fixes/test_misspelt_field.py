"""A key a slip away from a field of ours is written as that field."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic
from tests.small_site import CONFIG, text

FIXED = [
    ("sumary: In short", "summary: In short"),
    ("Summary: In short", "summary: In short"),
    ("'sumary' : In short", "'summary' : In short"),
    ('"sumary": In short  # a comment', '"summary": In short  # a comment'),
    ("depends-on: [ask]", "depends_on: [ask]"),
    ("contributers: [ceo]", "contributors: [ceo]"),
    ("actions:\n  - do: Agree\n    dir: ceo", "actions:\n  - do: Agree\n    dri: ceo"),
    ("actions: [{do: Agree, dir: ceo}]", "actions: [{do: Agree, dri: ceo}]"),
    ("resources: [{name: Room, cots: 80 EUR}]", "resources: [{name: Room, cost: 80 EUR}]"),
    ("sumary:\n  In short,\n  it says.", "summary:\n  In short,\n  it says."),
    ("gaols:\n  - {title: Grow, taget: 5}", "goals:\n  - {title: Grow, target: 5}"),
]

LEFT = [
    "contribution: ceo",
    "contributer: [the board]",
    "advanced: yes",
    "patent: hire",
    "_summary: In short",
    "summary2: In short",
    "summ.ary: In short",
    "goals: [{di: grow, title: Grow}]",
    "du: 2026",
    "sumary: In short\nsummary: In short",
    "sumary: In short\nsumary: In short",
    "sumary: In short\nsummry: In short",
    "stat: active",
    "ids: plan",
    "goal: Sell more",
    "sumary: [a, b]",
    "&a sumary: In short",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_the_field_that_is_meant_is_written(before: str, after: str, tmp_path: Path) -> None:
    """An old key, its value and its comment stay as they are."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_a_key_that_may_mean_another_field_or_none_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Also where the field is there already, or wouldn't take the value."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)


def test_the_sites_own_word_is_written_as_our_field(tmp_path: Path) -> None:
    """Where the field takes what stands there, and isn't there already."""
    config = text(CONFIG) + "      labels: {dri: Owner, team: Crew}\n"
    lines = "actions: [{do: Agree, owner: ceo}]\ncrew: sales"
    after = "actions: [{do: Agree, dri: ceo}]\nteam: sales"
    assert fix_file(tmp_path, tactic(lines), config=config) == tactic(after)
    for left in ("crew: nobody", "team: sales\ncrew: sales"):
        assert fix_file(tmp_path, tactic(left), config=config) == tactic(left)
