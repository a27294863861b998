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

_OF_MONEY = {"m": 6, "mn": 6, "mm": 6, "b": 9, "md": 9, "mia": 9}
"""Short forms that are units of other things where no currency stands beside them."""

_OF_MONEY_IN = {name: {"t": 3} for name in ("de", "sv", "da", "nb", "nn", "no")}
"""Likewise in one language: `T€` and `tkr` are thousands, `5 t` are tons."""


def factor_of(word: str, language: str, *, is_money: bool = False) -> Decimal | None:
    """What a number is multiplied by beside this word: `k`, `Mio.`, `lakh`; None where it says nothing of
    the kind in the language.
    """
    name = word.rstrip(".").casefold()
    if name in _BY_WORD:
        return _BY_WORD[name]
    base = re.split("[-_]", language)[0]
    power = _OF_LANGUAGE.get(base, {}).get(name)
    if power is None and (is_money or word.rstrip(".") == "M"):
        power = {**_OF_MONEY, **_OF_MONEY_IN.get(base, {})}.get(name)
    return None if power is None else Decimal(10) ** power


def without_unit(text: str, unit: str | None) -> str:
    """A number without the unit that its goal has: `62%` beside `unit: percent`, `45 days` beside
    `unit: days`.
    """
    if unit is None:
        return text
    if unit.casefold() in PERCENT and (sign := _PERCENT_SIGN.fullmatch(text)):
        return sign["before"] or f"{sign['minus']}{sign['after']}"
    length = len(unit)
    if text[-length:].casefold() == unit.casefold() and text[:-length].rstrip()[-1:].isdigit():
        return text[:-length].rstrip()
    return text
