"""`dri: @vp` is written `dri: vp`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import fix_file, tactic

FIXED = [
    ("dri: @ceo", "dri: ceo"),
    ("dri:   @ceo  # c", "dri:   ceo  # c"),
    ("contributors: [@ceo, vp-sales, @recruiting-lead]", "contributors: [ceo, vp-sales, recruiting-lead]"),
    ("contributors: @ceo", "contributors: ceo"),
    ("contributors:\n  - @ceo\n  - @vp-sales", "contributors:\n  - ceo\n  - vp-sales"),
    ("actions:\n  - {do: Agree, dri: @ceo}", "actions:\n  - {do: Agree, dri: ceo}"),
]

LEFT = [
    "dri: @the ceo",
    "dri: @",
    "depends_on:\n  - @ask",
    "contributors: [{@ceo}]",
    "dri: @ceo, @vp-sales",
]


@pytest.mark.parametrize(("before", "after"), FIXED)
def test_the_sign_before_a_handle_is_left_out(before: str, after: str, tmp_path: Path) -> None:
    """In a block, in a list and in brackets."""
    assert fix_file(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_the_sign_elsewhere_is_left_alone(lines: str, tmp_path: Path) -> None:
    """A text may begin with it, and two people are no DRI."""
    assert fix_file(tmp_path, tactic(lines)) == tactic(lines)
