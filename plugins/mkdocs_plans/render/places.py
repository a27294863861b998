"""Places and numbers as attributes that the style sheet reads: no element of ours has a style of its own.

So pages show all that they show where a site's Content-Security-Policy lets in style sheets alone. A number
is written as the sum of its digits (`47.3` as `40 7 .3`), which some thirty rules read; the style sheet
then has `data-at="40 7 .3"` as the property `--at: 47.3%`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

PERCENTS = ("at", "to", "today")
"""The attributes (`data-at`) and properties (`--at`) that are places: 0 to 100, in percent."""

INTEGERS = ("first", "last", "number")
"""Those that are whole numbers: rows of a grid, and counts."""

MOST = 9_999
"""The greatest number that can be written; greater ones are written as this one."""


def digits(number: Decimal | int) -> str:
    """Write a number from 0 to `MOST`, to a tenth, as the sum of its digits."""
    tenths = int((min(Decimal(number), Decimal(MOST)) * 10).to_integral_value(ROUND_HALF_UP))
    whole, part = divmod(tenths, 10)
    parts = [digit + "0" * place for place, digit in _by_place(str(whole)) if digit != "0"]
    return " ".join([*parts, *([f".{part}"] if part else [])]) or "0"


def _by_place(number: str) -> Iterator[tuple[int, str]]:
    return zip(range(len(number) - 1, -1, -1), number, strict=True)


def style_sheet() -> str:
    """The rules that read what `digits` writes."""
    rules = ["/* Numbers from attributes: each is the sum of its digits. Made by render/places.py. */"]
    rules += [rule for name in PERCENTS for rule in _rules(name, ("100", "10", "1", ".1"), "1%")]
    rules += [rule for name in INTEGERS for rule in _rules(name, ("1000", "100", "10", "1"), "1")]
    return "\n".join(rules)


def _rules(name: str, places: tuple[str, ...], unit: str) -> Iterator[str]:
    own = [f"--{name}-{place.replace('.', '0')}" for place in places]
    total = " + ".join(f"var({each})" for each in own)
    zeros = " ".join(f"{each}: 0;" for each in own)
    yield f"[data-{name}] {{ {zeros} --{name}: calc({unit} * ({total})) }}"
    for each, place in zip(own, places, strict=True):
        for digit in "123456789" if unit == "1" or place != "100" else "1":
            value = place.replace("1", digit)
            yield f'[data-{name}~="{value}"] {{ {each}: {value} }}'
