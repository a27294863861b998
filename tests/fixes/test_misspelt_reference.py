"""A reference a slip away from one id is written as that id."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.small_plan import mended, tactic

MENDED = [
    ("depends_on: aks", "depends_on: ask"),
    ("depends_on: [aks]", "depends_on: [ask]"),
    ('depends_on: ["aks"]', 'depends_on: ["ask"]'),
    ("depends_on: ['train_recruiters', aks]", "depends_on: ['train-recruiters', ask]"),
    ("depends_on:\n- train-recruitrs # c\n-   aks", "depends_on:\n- train-recruiters # c\n-   ask"),
    ("dri: vp-slaes", "dri: vp-sales"),
    ("dri: VP Sales", "dri: vp-sales"),
    ("dri: '@vp-slaes'", "dri: '@vp-sales'"),
    ("dri: [vp-slaes]", "dri: [vp-sales]"),
    ("contributors: [vp-slaes, ceo]", "contributors: [vp-sales, ceo]"),
    ("team: saels", "team: sales"),
    ("advances: first-year-retenton", "advances: first-year-retention"),
    ("advances: [first-year-retension]", "advances: [first-year-retention]"),
    ("advances: [hire#first-year-retension]", "advances: [hire#first-year-retention]"),
    ("advances: [hrie#first-year-retention]", "advances: [hire#first-year-retention]"),
    ("advances: [hrie#first-year-retension]", "advances: [hire#first-year-retention]"),
    ("actions:\n  - {do: Agree, dri: vp-sale}", "actions:\n  - {do: Agree, dri: vp-sales}"),
]

LEFT = [
    "depends_on: [something-else]",
    "depends_on: [ask, aks]",
    "depends_on: [plna]",
    "depends_on: [asks, ask]",
    "dri: cfo",
    "dri: vp-pales",
    "advances: [q2]",
    "dri: &lead vp-slaes\ncontributors: [*lead]",
    'dri: "vp-sl\\x61es"',
    "dri: !!str vp-slaes",
    "dri: >-\n  vp-slaes",
    "contributors: [vp-sales, vp-slaes]",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_the_id_that_is_meant_is_written(before: str, after: str, tmp_path: Path) -> None:
    """In the quotes, the list and the `plan#goal` that it stands in."""
    assert mended(tmp_path, tactic(before)) == tactic(after)


@pytest.mark.parametrize("lines", LEFT)
def test_a_reference_that_may_mean_another_or_none_is_left_alone(lines: str, tmp_path: Path) -> None:
    """Also where YAML's own means, an anchor or an escape, stand in the way."""
    assert mended(tmp_path, tactic(lines)) == tactic(lines)
