"""Told apart: a number with a slip, which is asked about, and what a goal says in words in its place.

target: at least one office in each county     words
target: Top 10 of the national ranking         words: a text that only has a number in it
target: 62 %%, about 80, from 62 to 80         a slip: what begins as a number does is one
"""

from __future__ import annotations

import re
from decimal import Decimal

from pydantic_core import PydanticCustomError

from mkdocs_plans.model.currencies import currency_of
from mkdocs_plans.model.meant_words import meant_word
from mkdocs_plans.model.number_words import PERCENT, factor_of
from mkdocs_plans.model.numbers import Measured, number_text, parse_number, with_plain_signs
from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.model.words import Keep
from mkdocs_plans.reading_rules.keys_and_values import AMBIGUOUS_NUMBER

NumberOrWords = Decimal | str
"""What a goal begins with, or is to reach. What is told in words is shown, and enters no figure."""

_SPELT = (
    ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
     "twelve"),
    ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
     "zwölf"),
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
_OF_WORD = {word: value for words in _SPELT for value, word in enumerate(words)} | {
    word: value for value, word in zip(range(20, 110, 10), _TENS, strict=True)
}
"""Numbers that are spelt out, which are asked about where they stand alone."""

_NOTHING_YET = frozenset(
    {"tbd", "tbc", "tba", "todo", "unknown", "none", "no", "yes", "true", "false", "n/a", "na", "nil",
     "to be confirmed", "to be decided", "to be determined", "not yet", "pending",
     "ja", "nein", "unbekannt", "unklar", "offen"}
)  # fmt: skip
"""Words that say that there is no target yet, or answer another question."""

_BEFORE_A_NUMBER = frozenset(
    {"at", "to", "from", "by", "of", "up", "down", "about", "around", "roughly", "some", "approx", "circa",
     "ca", "approximately", "over", "above", "under", "below", "more", "less", "fewer", "than", "between",
     "min", "max", "minimum", "maximum", "plus", "minus", "no", "not", "only", "just", "nearly", "almost",
     "least", "most",
     "increase", "raise", "grow", "reduce", "decrease", "lower", "cut", "erhöhen", "steigern", "senken",
     "mindestens", "höchstens", "etwa", "rund", "ungefähr", "zirka", "über", "unter", "mehr", "weniger",
     "von", "bis", "auf", "um", "ab", "zwischen", "maximal", "minimal", "knapp", "fast", "nur", "als",
     "env", "environ", "aprox", "unos", "około", "cirka"}
)  # fmt: skip
"""What stands before a number: a text with digits that begins so is likely a number with a word too many, or
a change.
"""

_SIGNS_OF_A_NUMBER = ".,+-<>=~≥≤≈%#*/"
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 2
"""From how many words on a text is one that has a number in it, and isn't a number. Our convention."""


def parse_number_or_words(value: object, language: str = "en", unit: str | None = None) -> NumberOrWords:
    """Read what stands in the place of a goal's number: a number, or what it says in words.

    Raises PydanticCustomError for what may be a number with a slip, and says how to write either.
    """
    if isinstance(value, Measured):
        unit = value.unit
    try:
        return parse_number(value, language, unit)
    except PydanticCustomError as error:
        if not isinstance(value, str) or error.type == AMBIGUOUS_NUMBER.name:
            raise
        text = value.strip()
        spelt = _OF_WORD.get(text.casefold())
        if spelt is not None:
            raise refuse(f'"{text}" isn\'t a number', f"write {number_text(Decimal(spelt))}") from error
        if _says_nothing(text):
            hint = "leave the field out until it is known"
            raise refuse(f'"{text}" is neither a number nor something to reach', hint) from error
        if is_in_words(text, language, unit):
            return text
        raise _with_way_out(error, text, unit) from error


def say_number_or_words(value: NumberOrWords) -> str:
    """A number as a plan file has it, or words in quotes: for a finding."""
    return f'"{value}"' if isinstance(value, str) else number_text(value)


def is_in_words(text: str, language: str = "en", unit: str | None = None) -> bool:
    """Whether a text that is no number means none: it has no digit; or, beside no unit, it begins with a
    word that belongs to no number, and goes on with others.
    """
    plain = with_plain_signs(text)
    words = _WORD.findall(plain)
    if not plain or plain[0] in _SIGNS_OF_A_NUMBER:
        return False
    if not any(sign.isdigit() for sign in plain):
        return any(not _is_of_a_number(word, language) for word in words)
    if unit is not None or "%" in plain or not words or not plain.startswith(words[0]):
        return False
    if _is_of_a_number(words[0], language) or meant_word(Keep, words[0]) or _is_money(words[0], language):
        return False
    return sum(factor_of(word, language) is None for word in words) >= _FEWEST_WORDS


def _is_of_a_number(word: str, language: str) -> bool:
    """Whether a word is a numeral, or only says something of one: `八十`, `about`, `percent`."""
    said = word.casefold()
    is_numeral = said in _OF_WORD or all(map(str.isnumeric, said))
    return is_numeral or said in _BEFORE_A_NUMBER | PERCENT or factor_of(word, language) is not None


def _is_money(word: str, language: str) -> bool:
    """Whether a word is a currency; `All` and `Top` are codes of some in capitals alone."""
    return (word.isupper() or len(word) != 3) and currency_of(word, language) is not None


def _says_nothing(text: str) -> bool:
    return text.casefold().strip(" .!?-") in _NOTHING_YET


def _with_way_out(error: PydanticCustomError, text: str, unit: str | None) -> PydanticCustomError:
    """The refusal of a number, with how to write a text of several words that is meant as one."""
    has_digits = any(map(str.isdigit, text))
    if not has_digits or len(_WORD.findall(text)) < _FEWEST_WORDS:
        return error
    is_free = unit is None and "%" not in text
    words = "begin with a word that isn't about the number" if is_free else "leave its digits out"
    hint = f"{(error.context or {}).get('hint', '')}; if it is meant in words, {words}"
    return refuse(error.message(), hint)
