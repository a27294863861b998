"""Words and signs beside a number: what it is multiplied by, and the unit that it has anyway."""

from __future__ import annotations

import re
from decimal import Decimal

PERCENT = frozenset(
    {"percent", "%", "per cent", "pct", "prozent", "pour cent", "por ciento", "por cento", "per cento",
     "procent", "prosent", "prosenttia", "procenta", "procento", "százalék"}
)  # fmt: skip
"""Units beside which a number may have its percent sign."""

_PERCENT_SIGN = re.compile(r"(?P<before>[^%]*[^%\s])\s*%|(?P<minus>[+-]?)\s*%\s*(?P<after>[^%]+)")
"""The sign stands behind the number; in Turkish and Basque before it."""

_FACTORS: dict[int, tuple[str, ...]] = {
    3: (
        *("k", "thousand", "tsd", "tausend", "tys", "tis", "tusind", "tusen", "duizend", "mila", "tuhat"),
        *("тыс", "тис", "千", "천", "ألف", "אלף", "हज़ार"),
    ),
    4: ("万", "萬", "만"),
    5: ("lakh", "lakhs", "lac", "लाख"),
    6: (
        *("mio", "mln", "million", "millions", "millionen", "millón", "millon", "millones", "milhão"),
        *("milhões", "miljoen", "milion", "miliony", "milionów", "milioni", "milione", "milionů", "miljon"),
        *("miljoner", "millioner", "miljoona", "miljoonaa", "millió", "milijun", "milijuna", "milioane"),
        *("млн", "мільйонів", "миллионов", "مليون", "מיליון", "百万", "백만"),
    ),
    7: ("crore", "crores", "करोड़"),
    8: ("億", "亿", "억"),
    9: (
        *("bn", "mrd", "mld", "milliard", "milliards", "milliarde", "milliarden", "miliard", "miliardy"),
        *("miljard", "miljarder", "milliarder", "miliardi", "miliardo", "млрд", "مليار", "מיליארד"),
    ),
    12: ("兆",),
}  # fmt: skip

_BY_WORD = {word: Decimal(10) ** power for power, words in _FACTORS.items() for word in words}

_OF_LANGUAGE: dict[str, dict[str, int]] = {
    "en": {"billion": 9, "billions": 9, "trillion": 12},
    "fr": {"mille": 3},
    "es": {"mil": 3},
    "pt": {"mil": 3, "bilhão": 9, "bilhões": 9},
    "ca": {"mil": 3},
    "gl": {"mil": 3},
}
"""Words that mean something else elsewhere: a German or French billion is a thousand English ones."""

_OF_MONEY = {"m": 6, "mn": 6, "mm": 6, "md": 9, "mia": 9}
"""Short forms that are units of other things where no currency stands beside them."""

_OF_MONEY_IN = {"en": {"b": 9}, **{name: {"t": 3} for name in ("de", "sv", "da", "nb", "nn", "no")}}
"""Likewise in one language: `T€` and `tkr` are thousands, `5 t` are tons; `B` is a thousand in Turkish."""

_MILLIONS_IN_CAPITALS = frozenset({"es", "ca", "gl", "eu", "pt"})
"""Where `m€` may be thousands, as `M€` are millions."""


def factor_of(word: str, language: str, *, is_money: bool = False) -> Decimal | None:
    """What a number is multiplied by beside this word: `k`, `Mio.`, `lakh`; None where it says nothing of
    the kind in the language.
    """
    name = word.rstrip(".").casefold()
    if name in _BY_WORD:
        return _BY_WORD[name]
    base = re.split("[-_]", language)[0]
    power = None if word.casefold() == "mil." else _OF_LANGUAGE.get(base, {}).get(name)
    if power is None and (is_money or word.rstrip(".") == "M"):
        power = {**_OF_MONEY, **_OF_MONEY_IN.get(base, {})}.get(name)
        if name in {"m", "mm"} and word.islower() and base in _MILLIONS_IN_CAPITALS:
            power = None
    return None if power is None else Decimal(10) ** power


def without_unit(text: str, unit: str | None, language: str = "en") -> str:
    """A number without the unit that its goal has: `62%` beside `unit: percent`, `45 days` beside
    `unit: days`.
    """
    if unit is None:
        return text
    if unit.casefold() in PERCENT and (sign := _PERCENT_SIGN.fullmatch(text)):
        return sign["before"] or f"{sign['minus']}{sign['after']}"
    length = len(unit)
    before, beside = text[:-length].rstrip(), text[-length:]
    is_unit = beside == unit or (
        beside.casefold() == unit.casefold() and factor_of(beside, language, is_money=True) is None
    )
    return before if is_unit and before[-1:].isdigit() else text


def is_scaled(unit: str, language: str) -> bool:
    """Whether a unit says itself what its numbers are multiplied by: `Mio. €`, `k€`, `TEUR`, `thousand
    visitors`. Beside it, `2 Mio.` may be 2 or 2000000.
    """
    words = _PARTS_OF_UNIT.findall(unit)
    money = [found[1] for found in map(_MONEY.fullmatch, words) if found]
    return any(factor_of(word, language, is_money=len(words) > 1) for word in words) or any(
        factor_of(word, name, is_money=True) for word in money for name in (language, "de")
    )


_PARTS_OF_UNIT = re.compile(r"[^\W\d_]+|[^\w\s.]")
_MONEY = re.compile(r"([A-Za-z]{1,3})(?:[A-Z]{3}|kr)")
"""A short form and a currency in one word."""
