"""A slip of the pen is told from another word."""

from __future__ import annotations

import pytest

from mkdocs_plans.spelling import find_certain_slip

SLIPS = [
    ("hier", "hire"),
    ("hre", "hire"),
    ("hiree", "hire"),
    ("Hire", "hire"),
    ("aks", "ask"),
    ("poeple", "people"),
    ("vp-slaes", "vp-sales"),
    ("VP Sales", "vp-sales"),
    ("vp_sales", "vp-sales"),
    ("vpsales", "vp-sales"),
    ("first-year-retension", "first-year-retention"),
    ("train-the-recruitrs", "train-the-recruiters"),
    ("aks-every-candidate", "ask-every-candidate"),
    ("plan-2026", "Plan 2026"),
    ("At-Least", "at least"),
]

OTHERS = [
    ("fire", "hire"),
    ("inactive", "active"),
    ("internal", "external"),
    ("onshore", "offshore"),
    ("cso", "ceo"),
    ("vp-hr", "vp-pr"),
    ("q1", "q2"),
    ("goal-3", "goal-1"),
    ("plan-2025", "plan-2026"),
    ("phase-ii", "phase-iii"),
    ("phase-vii", "phase-viii"),
    ("region-a", "region-b"),
    ("plan", "plan-b"),
    ("hire-salespeple", "hire-salespeople-who-stay"),
    ("", "a"),
    ("-", "a"),
]


@pytest.mark.parametrize(("said", "meant"), SLIPS)
def test_a_slip_of_the_pen_means_the_word(said: str, meant: str) -> None:
    """Case and the sign between words don't count."""
    assert find_certain_slip(said, [meant, "something-else-altogether"]) == meant


@pytest.mark.parametrize(("said", "other"), OTHERS)
def test_another_word_is_no_slip_however_near_it_is(said: str, other: str) -> None:
    """Its opposite, another number, another short name."""
    assert find_certain_slip(said, [other]) is None


def test_where_two_words_are_near_neither_is_meant() -> None:
    """Unless it is spelled as one of them, but for case."""
    assert find_certain_slip("of-track", ["on-track", "off-track"]) is None
    assert find_certain_slip("vp-slaes", ["vp-sales", "vp-scales"]) is None
    assert find_certain_slip("Off-Track", ["on-track", "off-track"]) == "off-track"
    assert find_certain_slip("CEO", ["ceo", "Ceo"]) is None
    assert find_certain_slip("hier", []) is None
