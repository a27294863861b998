"""Costs: sums of money as people write them, or what can't be summed, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pydantic_core import PydanticCustomError

from mkdocs_plans.model.currencies import currency_of, has_three_decimals
from mkdocs_plans.model.number_words import factor_of
from mkdocs_plans.model.numbers import (
    LONGEST_WRITTEN,
    Use,
    bounded,
    number_text,
    parse_number,
    possible,
    with_plain_signs,
)
from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.reading_rules.keys_and_values import AMBIGUOUS_NUMBER


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money: the text as written, a number and an ISO 4217 currency code."""

    text: str
    value: Decimal
    currency: str

    def __str__(self) -> str:
        return self.text


Cost = Amount | str
"""What something costs: a sum, or words that say it otherwise (`half a post`, `20000-31000 GBP`)."""

_AMOUNT_HINT = "write a number and a currency, such as 4800 USD or € 2 million"

_NUMBER = re.compile(
    r"(?P<before>\D*?)(?P<number>[+-]? ?[.,]?\d(?:[\d.,'_\N{ARABIC DECIMAL SEPARATOR} ]*\d)?)(?P<after>\D*)",
    re.ASCII,
)

_NO_CENTS = re.compile(r"^[.,] ?-+")
"""`500,-` and `1'200.–`: no cents."""


def parse_cost(value: object, language: str = "en") -> Cost:
    """Read a cost. A number and a currency, `2 Mio. €`, are an amount; other words are kept as they stand. A
    number without a currency is refused, and one that can be two.
    """
    if isinstance(value, Amount):
        return value
    if not isinstance(value, str) or not value.strip():
        raise refuse("this must be one amount", _AMOUNT_HINT)
    return _read_cost(value.strip(), language)


@lru_cache(maxsize=5_000)
def _read_cost(text: str, language: str) -> Cost:
    plain = " ".join(with_plain_signs(text).split())
    if len(plain) > LONGEST_WRITTEN:
        return text
    if possible(plain, language):
        raise refuse(f'"{text}" has no currency', _AMOUNT_HINT)
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return text
    sign, before = _sign(match["before"])
    meant = _meant(before, _NO_CENTS.sub("", match["after"]), language)
    if meant is None:
        return text
    number = _number(sign + match["number"].replace(" ", "" if sign else " "), text, meant, language)
    return text if number is None else Amount(text, number, meant[0])


def _sign(before: str) -> tuple[str, str]:
    """A sign that stands before the currency, `-€ 500`, and what stands there without it."""
    bare = before.strip()
    return (bare[0], bare[1:]) if bare[:1] in {"-", "+"} else ("", bare)


# --- the words and signs beside the number -------------------------------------------------------------

_Beside = tuple[str | None, Decimal | None]
"""What stands on one side of a number: a currency, a factor, either, both or nothing."""


def _meant(before: str, after: str, language: str) -> tuple[str, Decimal] | None:
    """The one currency beside a number, and what the number is multiplied by; None where more is said, or
    less.
    """
    sides = [_beside(side.strip(), language) for side in (before, after)]
    if None in sides:
        return None
    currencies = {side[0] for side in sides if side and side[0]}
    factors = [side[1] for side in sides if side and side[1]]
    if len(currencies) != 1 or len(factors) > 1:
        return None
    return currencies.pop(), factors[0] if factors else Decimal(1)


def _beside(side: str, language: str) -> _Beside | None:
    """What one side says; None where there is a word that says neither. A `T` alone says nothing: beside
    the number, away from the currency, it is a trillion to some (`$2T`) and a thousand to others.
    """
    if not side:
        return None, None
    if (currency := currency_of(side, language)) is not None:
        return currency, None
    if (factor := factor_of(side, language, is_money=True)) is not None:
        return None if side.casefold().rstrip(".") == "t" else (None, factor)
    found = {}
    for one, other in _halves(side):
        for word, name in ((one, other), (other, one)):
            factor, currency = factor_of(word, language, is_money=True), currency_of(name, language)
            if factor is not None and currency is not None:
                found[word] = currency, factor
    return found[max(found, key=len)] if found else None


def _halves(side: str) -> Iterator[tuple[str, str]]:
    """The ways to part a side in two: at a space, else between two characters: `Mio. €`, `k€`, `mdkr`."""
    if " " in side:
        words = side.split(" ")
        yield from ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    else:
        yield from ((side[:at], side[at:]) for at in range(1, len(side)))


# --- the number itself ---------------------------------------------------------------------------------


def _number(number: str, text: str, meant: tuple[str, Decimal], language: str) -> Decimal | None:
    """The value of an amount; None where it is none. One that can be two is refused with both amounts."""
    currency, factor = meant
    readings = possible(number, language)
    use = Use.FILE if factor != 1 or has_three_decimals(currency) else Use.MONEY
    try:
        return bounded(parse_number(number, language, use=use) * factor, text) if readings else None
    except PydanticCustomError as error:
        if error.type != AMBIGUOUS_NUMBER.name:
            raise
    whole, fraction = (f"{number_text(each * factor)} {currency}" for each in readings)
    raise refuse(f'"{text}" can mean {whole} or {fraction}', f"write {whole} or {fraction}", AMBIGUOUS_NUMBER)


def sum_amounts(costs: Iterable[Cost | None]) -> dict[str, Decimal]:
    """Sum what can be added up, for each currency and never converted; currencies in order."""
    sums: Counter[str] = Counter()
    for cost in costs:
        if isinstance(cost, Amount):
            sums[cost.currency] += cost.value  # type: ignore[assignment]
    return {currency: Decimal(sums[currency]) for currency in sorted(sums)}
