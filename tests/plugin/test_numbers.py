"""How much a plan's number counts in the site's search."""

from __future__ import annotations

import pytest

from mkdocs_plans.plugin.numbers import weights


@pytest.mark.parametrize(
    "numbers",
    [
        ["A1", "A1.1", "A1.2", "B1"],
        ["1", "10", "11", "2"],
        ["B2", "B2.1", "B2.1.1"],
        ["Ⅳ", "Ⅳ-a"],
        ["1", "1"],
    ],
)
def test_a_number_counts_more_than_those_that_it_begins(numbers: list[str]) -> None:
    """Whoever types the whole of the shorter one means it: the search offers all that begin so."""
    found = weights(numbers)
    for one in found:
        for other in found:
            assert other == one or not other.startswith(one) or found[one] > found[other]


def test_a_number_that_begins_no_other_counts_as_its_page_does() -> None:
    """A text with a number in it is found as before."""
    assert weights(["A1", "B12", "C3.4"]) == dict.fromkeys(["A1", "B12", "C3.4"], 2)


def test_numbers_of_any_length_have_a_weight_that_can_be_computed_with() -> None:
    """Up to a bound."""
    assert max(weights(["1", "1" * 500]).values()) < 2**53
