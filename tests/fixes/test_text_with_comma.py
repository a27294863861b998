"""A text in braces that is cut at a comma is put in quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("resources: [{name: Boiler, cost: £14,000}]", 'resources: [{name: Boiler, cost: "£14,000"}]'),
    ("actions: [{do: Buy paint, tape , due: 2026}]", 'actions: [{do: "Buy paint, tape" , due: 2026}]'),
    ("actions: [{do: Buy, and buy, and buy}]", 'actions: [{do: "Buy, and buy, and buy"}]'),
    ("ignore: {missing-dri: We wait, as we must}", 'ignore: {missing-dri: "We wait, as we must"}'),
]

LEFT = [
    "actions: [{do: Ask, due: 2026-12-11, urgent}]",
    "actions: [{do: Ask, contributors: ceo, vp-sales}]",
    "actions: [{do: Ask, TODO}]",
    'actions: [{do: "Ask", now}]',
    "actions: [{do: Ask,\n  now}]",
    "actions: [{Ask, now}]",
    "goals: [{title: Grow, target: 14,000}]",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_a_text_with_a_comma_is_put_in_quotes(before: str, after: str, tmp_path: Path) -> None:
    """With what was cut off."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


def test_a_role_with_a_comma_is_put_in_quotes(tmp_path: Path) -> None:
    """In the people file."""
    people = "ceo: {{role: {}}}\nvp-sales: {{}}\nrecruiting-lead: {{}}\n"
    before, after = people.format("Head, and founder"), people.format('"Head, and founder"')
    assert fix_file(tmp_path, before, "people.yml") == after


@pytest.mark.parametrize("lines", LEFT)
def test_what_may_be_no_text_is_left_alone(lines: str, tmp_path: Path) -> None:
    """And what may have been meant for another field."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
