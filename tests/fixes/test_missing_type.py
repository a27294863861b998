"""A plan file without a `type` gets the one that its fields are of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, passes, told


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("title: Sell\nstrategy: hire\ndri: ceo\n", "tactic"),
        ("title: Sell\ndri: ceo\ngoals: [{title: More}]\ntheme: people\n", "strategy"),
        ("title: Sell\nactions: [{do: Ask}]\nadvances: [q1]\nstrategy: hire\n", "tactic"),
    ],
)
def test_the_type_is_written_first(fields: str, kind: str, tmp_path: Path) -> None:
    """Where the fields are those of one type alone."""
    assert f"`type: {kind}`" in told(tmp_path, f"---\n{fields}---\n")[0][3]
    assert fix_file(tmp_path, f"---\n{fields}---\n") == f"---\ntype: {kind}\n{fields}---\n"
    assert passes(tmp_path, f"---\ntype: {kind}\n{fields}---\n")


def test_fields_of_two_types_are_left_alone(tmp_path: Path) -> None:
    """Both are offered."""
    content = "---\ntitle: Sell\ndri: ceo\ngoals: [{title: More}]\n---\n"
    assert "`type: strategy` or `type: tactic`" in told(tmp_path, content)[0][3]
    assert fix_file(tmp_path, content) == content


@pytest.mark.parametrize("type_line", ["type = tactic", "type; tactic", "kind: x", "type: [a", "type:tactic"])
def test_a_file_with_our_fields_is_told_whatever_its_type_line_says(type_line: str, tmp_path: Path) -> None:
    """It would otherwise drop out of the plan, and nobody would know."""
    content = f"---\n{type_line}\ntitle: Sell: now\nstrategy: hire\nadvances: [q1]\ndri: ceo\n---\n"
    assert told(tmp_path, content)
