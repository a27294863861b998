"""What others call a field of ours is written as that field."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("owner: ceo", "dri: ceo"),
    ("Verantwortlich: ceo", "dri: ceo"),
    ("deadline: 2026-12-31", "end: 2026-12-31"),
    ("Due Date: 2026-12-31", "end: 2026-12-31"),
    ("actions:\n  - do: Agree\n    by: 2026-01-31 # no", "actions:\n  - do: Agree\n    due: 2026-01-31 # no"),
    ("tasks: [{task: Agree, assignee: ceo}]", "actions: [{do: Agree, dri: ceo}]"),
    ("actions: [{do: Agree, frist: 2026-01-31, erledigt: 2026-01-30}]",
     "actions: [{do: Agree, due: 2026-01-31, done: 2026-01-30}]"),
    ("goals: [{title: Grow, kpi: Sales, start_value: 4, target: 9}]",
     "goals: [{title: Grow, measure: Sales, baseline: 4, target: 9}]"),
    ("resources: [{name: Room, budget: 80 EUR}]", "resources: [{name: Room, cost: 80 EUR}]"),
    ("updates: [{date: 2026-01-01, rag: on-track, comment: Well.}]",
     "updates: [{date: 2026-01-01, health: on-track, note: Well.}]"),
    ("updates: [{date: 2026-01-01, status: amber}]", "updates: [{date: 2026-01-01, health: at-risk}]"),
    ("deadline: 31 March 2027", "end: 2027-03-31"),
    ("department: sales", "team: sales"),
    ("dependencies: [ask]", "depends_on: [ask]"),
]  # fmt: skip

LEFT = [
    "owner: everybody",
    "owner: ceo\ndri: vp-sales",
    "owner: ceo\nresponsible: vp-sales",
    "budget: 4800 EUR",
    "priority: high",
    "deadline: 03/04/2026",
    "actions: [{do: Agree, status: done}]",
    "goals: [{title: Grow, current: 45}]",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_our_name_is_written(before: str, after: str, tmp_path: Path) -> None:
    """On plans and in what they hold; the value stays."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_a_key_with_several_answers_or_another_place_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Also where the field is there, or wouldn't take the value."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
