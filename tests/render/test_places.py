"""Places and numbers in attributes: the style sheet reads what the pages say."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from mkdocs_plans.render.places import INTEGERS, MOST, PERCENTS, digits, style_sheet

RULE = re.compile(r'^\[data-(\w+)~="([^"]+)"\] \{ (--[\w-]+): ([\d.]+) \}$', re.MULTILINE)


def read(name: str, written: str) -> Decimal:
    """Add up what the rules of the style sheet make of an attribute."""
    rules = {value: (own, Decimal(part)) for n, value, own, part in RULE.findall(style_sheet()) if n == name}
    parts = dict(rules[one] for one in written.split() if one != "0")
    return sum(parts.values(), Decimal(0))


@pytest.mark.parametrize("name", PERCENTS)
@pytest.mark.parametrize("number", ["0", "0.1", "4", "9.9", "10", "47.3", "60.1", "99", "99.9", "100"])
def test_a_place_is_read_as_it_was_written(name: str, number: str) -> None:
    """To a tenth of a percent, which is a pixel of a wide screen."""
    assert read(name, digits(Decimal(number))) == Decimal(number)


@pytest.mark.parametrize("name", INTEGERS)
@pytest.mark.parametrize("number", [0, 1, 9, 10, 11, 105, 999, 1000, 2026, MOST])
def test_a_whole_number_is_read_as_it_was_written(name: str, number: int) -> None:
    """Rows of a grid and counts."""
    assert read(name, digits(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("12.34", "10 2 .3"),
        ("12.35", "10 2 .4"),
        ("99.96", "100"),
        ("0.04", "0"),
        ("123456", "9000 900 90 9"),
    ],
)
def test_a_number_that_cannot_be_written_is_the_nearest_that_can(number: str, written: str) -> None:
    """A tenth is the least part, and four digits are the most."""
    assert digits(Decimal(number)) == written
