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
    ("dri: ceo\u202c", "dri: ceo"),
    ("start: \u20672026-01\u2069", "start: 2026-01"),
    ("end: 2026-01\u061c", "end: 2026-01"),
    ("dri: ceo\u200b\u200b\u00ad", "dri: ceo"),
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


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u202e"])
def test_many_in_a_file_are_one_error_and_fixed_at_once(sign: str, tmp_path: Path) -> None:
    """A file that was typed elsewhere as a whole: what else is wrong in it isn't drowned."""
    steps = "".join(
        f"\n  - do: Step {number}\n    due: 2026-12{{0}}\n    dri: ceo{{0}}" for number in range(9)
    )
    lines = tactic("status: activ\nactions:" + steps)
    first, second = told(tmp_path / "told", lines.format(sign))
    assert (first[1], second[1]) == (5, 8)
    assert "17 more values" in second[3]
    mended_lines = fix_file(tmp_path / "mended", lines.format(sign))
    assert mended_lines == lines.format("").replace("status: activ\n", "status: active\n")


def test_many_of_which_one_cannot_be_rewritten_are_fixed_one_by_one(tmp_path: Path) -> None:
    """An escape is left to its author."""
    lines = "".join(f"\n  - do: Step {number}\n    due: 2026-12{{0}}" for number in range(7))
    lines = tactic('dri: "ceo{1}"\nactions:' + lines)
    assert fix_file(tmp_path, lines.format("\u200b", "\\u200b")) == lines.format("", "\\u200b")
