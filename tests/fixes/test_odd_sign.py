"""A word processor's quotes, blanks and unseen signs around a name, a date or a number are taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, passes, tactic, told

SLIPS = [
    ("start: “2026-01”", "start: 2026-01"),
    ("dri: ‘ceo’", "dri: ceo"),
    ("dri: \u200bceo", "dri: ceo"),
    ("dri: ceo\ufeff", "dri: ceo"),
    ("status: «active»", "status: active"),
    ("contributors: [“ceo”, vp-sales]", "contributors: [ceo, vp-sales]"),
    ("goals:\n  - title: A\n    target: „5“\n    due: 2026\u200b",
     "goals:\n  - title: A\n    target: 5\n    due: 2026"),
    ("actions: [{do: Ask, due: “2026”}]", "actions: [{do: Ask, due: 2026}]"),
    ("advances: [\u2060q1]", "advances: [q1]"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "fixed"), SLIPS)
def test_what_cannot_be_meant_is_told_and_taken_away(lines: str, fixed: str, tmp_path: Path) -> None:
    """One error each, and none that follows from it."""
    found = told(tmp_path, tactic(lines))
    assert {rule for rule, *_ in found} == {"invalid-value"}
    assert len(found) == sum(
        before != after for before, after in zip(lines.split("\n"), fixed.split("\n"), strict=True)
    )
    assert fix_file(tmp_path, tactic(lines)) == tactic(fixed)
    assert passes(tmp_path, tactic(fixed))


@pytest.mark.parametrize("lines", ["summary: “We” hire", "outcome: Nous,\u00a0«tous»", "summary: می‌خواهم"])
def test_in_a_text_they_may_be_meant(lines: str, tmp_path: Path) -> None:
    """Quotes, French blanks, and signs that a script needs."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
