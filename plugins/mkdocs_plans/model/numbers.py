"""Numbers as people write them → their value, by the marks of the site's language.

A number that can be read in one way is read: `1,234.50`, `1.234,50`, `1 234`, `12,34,567`, `−3`, `٤٧`. What
is left are one to three digits, one point or comma, and three digits more: `1.234` is a thousand and some
to half of Europe, and one and some to the rest and to YAML. Where the site's language doesn't settle it,
it is asked about: a number that is wrong by a factor of a thousand looks right in a file.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from mkdocs_plans.model.meant_words import meant_word
from mkdocs_plans.model.number_words import factor_of, is_scaled, without_unit
from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.model.words import Keep
from mkdocs_plans.reading_rules.keys_and_values import AMBIGUOUS_NUMBER

if TYPE_CHECKING:
    from babel import Locale

MOST_DIGITS, MOST_DECIMALS = 15, 12
"""The digits that a number may have before and behind its point. Our convention; the decimal arithmetic of
figures and pages is exact to 28."""

LONGEST_WRITTEN = 80
"""How many characters are looked at; a longer text is no number."""


class Use(Enum):
    """Where a number is written, which says what a single point or comma is likely to be."""

    FILE = auto()
    """A value of a plan file, whose plain form is YAML's: `1.5`."""
    TYPED = auto()
    """An answer in a prompt, an option or a form: in the language alone."""
    MONEY = auto()
    """The sum of an amount: nobody writes three decimals of a euro."""


@dataclass(frozen=True, slots=True)
class NumberMarks:
    """How a language writes numbers: the mark before a fraction, and the one between thousands."""

    decimal: str
    group: str


class Measured(str):
    """A number as it is written, with the unit of its goal, which stands elsewhere in the file."""

    __slots__ = ("unit",)

    unit: str

    @classmethod
    def beside(cls, text: str, unit: str) -> Measured:
        """A number beside a unit."""
        made = cls(text)
        made.unit = unit
        return made


@lru_cache
def marks_of(language: str) -> NumberMarks:
    """The marks of a language by Material's name for it; of one that nobody knows, those of English."""
    from babel.numbers import (  # noqa: PLC0415 - most plans have no number to wait for it
        get_decimal_symbol,
        get_group_symbol,
    )

    locale = locale_of(language)
    return NumberMarks(get_decimal_symbol(locale), get_group_symbol(locale))


@lru_cache
def locale_of(language: str) -> Locale:
    """Babel's locale of a language by Material's name for it; English where it has none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - likewise

    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale("en")


# --- reading -------------------------------------------------------------------------------------------

_PLAIN = re.compile(r"[+-]?\d{1,15}(?:\.(?!\d{3}\Z)\d{1,12})?", re.ASCII)
"""What needs no second look."""

_GROUPED = r"[1-9]\d{0,2}(?P<group>[ '_.,])\d{3}(?:(?P=group)\d{3})*"
_INDIAN = r"[1-9]\d?(?:,\d\d)+,\d{3}"
_WHOLE = re.compile(rf"\d+|{_GROUPED}|{_INDIAN}", re.ASCII)
_FRACTION = re.compile(
    rf"(?P<whole>\d+|{_GROUPED}|{_INDIAN})?(?P<mark>[.,\N{{ARABIC DECIMAL SEPARATOR}}])(?P<part>\d+)",
    re.ASCII,
)
_EXPONENT = re.compile(r"(\d+(?:\.\d+)?)[eE]([+-]?\d{1,4})", re.ASCII)
_SCALED = re.compile(r"(?P<number>.*\d) ?(?P<word>[^\s\d]+)")

_SPACES = dict.fromkeys(
    map(ord, "\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"), " "
)
_MARKS_OF_DIRECTION = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\ufeff"))
_SIGNS = {
    **dict.fromkeys(map(ord, "−–‒﹣－"), "-"),
    **dict.fromkeys(map(ord, "’‘ʼ´`\N{ARABIC THOUSANDS SEPARATOR}"), "'"),
    **dict.fromkeys(map(ord, "٪％﹪"), "%"),
    **{ord("＋"): "+", ord("．"): ".", ord("，"): ","},
}


def with_plain_signs(text: str) -> str:
    """A text with each digit, space, minus, apostrophe and percent sign in its one plain form, and without
    marks of direction.
    """
    if text.isascii():
        return text.strip()
    text = text.translate(_MARKS_OF_DIRECTION).translate(_SPACES).translate(_SIGNS)
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text).strip()


def parse_number(
    value: object, language: str = "en", unit: str | None = None, use: Use = Use.FILE
) -> Decimal:
    """Read a number, beside which the unit may stand that it has anyway. What is none, or can be two, is
    refused with what to write.
    """
    if isinstance(value, (Decimal, int)):
        return bounded(Decimal(value), str(value))
    if not isinstance(value, str):
        raise refuse("this must be one number", "write only digits, such as 62 or 4.5")
    if isinstance(value, Measured):
        unit = value.unit
    text = value.strip()
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if len(text) > LONGEST_WRITTEN:
        raise refuse(f'"{text[:20]}…" is too long for a number', _BOUND)
    plain = with_plain_signs(text)
    bare = without_unit(plain, unit, language)
    if bare == plain and unit is not None:
        _ask_whose_factor(text, plain, unit, language)
    found = () if _is_change(plain) else possible(bare, language)
    if not found:
        raise _no_number(text, bare, language, unit)
    if len(found) == 1:
        return bounded(found[0], text)
    mark = "," if "," in bare else "."
    settled = _settled(mark, bare, marks_of(language), use)
    if settled is not None:
        return bounded(found[settled], text)
    whole, fraction = map(number_text, found)
    raise refuse(
        f'"{text}" can mean {whole} or {fraction.removesuffix("0") if len(fraction) > 5 else fraction}',
        f"write {whole} or {fraction}",
        AMBIGUOUS_NUMBER,
    )


def is_percentage(value: object, language: str = "en") -> bool:
    """Whether a text is a number with a percent sign."""
    plain = with_plain_signs(value) if isinstance(value, str) else ""
    bare = without_unit(plain, "percent")
    return bare != plain and not _is_change(plain) and bool(possible(bare, language))


def _is_change(plain: str) -> bool:
    """Whether a text is likely a change, and not the number that it leads to: `+10 %`."""
    return plain.startswith("+") and "%" in plain


def possible(text: str, language: str = "en") -> tuple[Decimal, ...]:
    """The values that a text can have, in plain signs: none, one, or two, the whole number first."""
    sign = text[:1] if text[:1] in {"+", "-"} else ""
    body = text[len(sign) :].strip()
    if match := _EXPONENT.fullmatch(body):
        return (Decimal(sign + body),)
    found = []
    if _WHOLE.fullmatch(body):
        found.append(re.sub(r"\D", "", body))
    if (match := _FRACTION.fullmatch(body)) and match["mark"] != match["group"]:
        found.append(f"{re.sub(r'[^0-9]', '', match['whole'] or '0')}.{match['part']}")
    if found:
        return tuple(Decimal(sign + digits) for digits in found)
    if (match := _SCALED.fullmatch(body)) and (factor := factor_of(match["word"], language)):
        return tuple(value * factor for value in possible(sign + match["number"], language))
    return ()


_THOUSANDS, _DECIMALS = 0, 1
"""Where `possible` has the reading of a single mark before three digits."""


def _settled(mark: str, text: str, marks: NumberMarks, use: Use) -> int | None:
    """Which of its two readings a number has, by the language and by where it stands; None where neither
    says.
    """
    if mark == marks.group and (mark == "," or use is not Use.FILE):
        return _THOUSANDS
    is_point = mark == "." == marks.decimal
    return _DECIMALS if is_point and use is not Use.MONEY and not text.endswith(".000") else None


_BOUND = f"write at most {MOST_DIGITS} digits before the point and {MOST_DECIMALS} after it, in another unit"


def bounded(value: Decimal, text: str) -> Decimal:
    """Refuse a number that figures and pages couldn't be exact with; give it without an exponent."""
    if not value.is_finite():
        raise refuse(f'"{text}" isn\'t a number', "write only digits, such as 62 or 4.5")
    if value and (value.adjusted() >= MOST_DIGITS or value.normalize().as_tuple().exponent < -MOST_DECIMALS):  # type: ignore[operator]
        raise refuse(f'"{text}" has too many digits', _BOUND)
    return Decimal(f"{value:f}")


def _ask_whose_factor(text: str, plain: str, unit: str, language: str) -> None:
    """Refuse `2,5 Mio.` beside `unit: Mio. €`: the unit says it already, or says it once more."""
    within = _WITHIN.fullmatch(plain)
    word = within["after"].partition(" ")[0] if within else ""
    if within is None or factor_of(word, language) is None:
        return
    if is_scaled(unit, language) or word.casefold() == unit.casefold():
        numbers = (*possible(within["number"], language), *possible(f"{within['number']} {word}", language))
        ways = " or ".join(map(number_text, sorted(set(numbers))))
        message = f'"{text}" beside the unit "{unit}" can mean {ways}'
        raise refuse(message, f"write {ways}", AMBIGUOUS_NUMBER)


# --- what is no number ---------------------------------------------------------------------------------

_WITHIN = re.compile(r"(?P<before>\D*?)(?P<number>[+-]? ?\d(?:[\d.,' ]*\d)?) ?(?P<after>\D*)", re.ASCII)
"""A text with one number in it."""

_ABOUT = frozenset(
    {"", "~", "≈", "ca", "circa", "approx", "approximately", "about", "around", "roughly", "some", "etwa"}
    | {"rund", "ungefähr", "zirka", "env", "environ", "aprox", "unos", "około", "cirka"}
)
_ABOVE = re.compile("[>≥]|over|above|more than|über|mehr als")
_BELOW = re.compile("[<≤]|under|below|less than|unter|weniger als")
_CHANGE = re.compile("[x×*^-]|more|less|fewer|mehr|weniger|higher|lower|times|mal")
"""What makes of a number another one, or a change."""

_NO_NUMBER = "write only digits, such as 62 or 4.5; put the unit in `unit`"


def _no_number(text: str, bare: str, language: str, unit: str | None) -> Exception:
    """Refuse what is no number, with the remedy that fits it."""
    if is_percentage(bare, language):
        percent = _ways(without_unit(bare, "percent"), language)
        return refuse(f'"{text}" isn\'t a plain number', f"write {percent}, and `unit: percent`")
    within = _WITHIN.fullmatch(bare)
    number = _number_within(within["number"], within["after"], language) if within else ""
    if within is None or not number or _CHANGE.match(within["after"].casefold()):
        return refuse(f'"{text}" isn\'t a number', _NO_NUMBER)
    if within["number"].startswith("+"):
        hint = f"write {number} alone, or, if it is a change, the number that it leads to"
        return refuse(f'"{text}" may be a number or a change', hint)
    return refuse(f'"{text}" isn\'t a number', _alone(number, within["before"], within["after"], unit))


def _alone(number: str, before: str, after: str, unit: str | None) -> str:
    """The hint for a number that has a word or a sign before it, or something behind it."""
    side = _side(before) or _side(after)
    if side is not None:
        return f"write the number alone: {number}; to stay on that side, add `keep: {side}`"
    if before.strip().rstrip(".").casefold() not in _ABOUT:
        return _NO_NUMBER
    if not after.strip("+?!.,;"):
        return f"write the number alone: {number}"
    if unit is not None:
        return f'write the number alone, in the unit that the goal has: "{unit}"'
    return f"write the number alone: {number}; put the unit in `unit`"


def _side(text: str) -> Keep | None:
    """The side on which `≥`, `min.` or `at most` would keep a number; None of anything else."""
    said = text.strip().casefold().removeprefix("=").strip()
    if side := meant_word(Keep, said):
        return Keep(side)
    return Keep.AT_LEAST if _ABOVE.match(said) else Keep.AT_MOST if _BELOW.match(said) else None


def _number_within(number: str, after: str, language: str) -> str:
    """How to write a number, with what a word behind it multiplies it by; nothing where it is none."""
    word = after.partition(" ")[0]
    if any(sign.isnumeric() for sign in after):
        return ""
    return _ways(f"{number} {word}", language) or _ways(number, language)


def _ways(number: str, language: str) -> str:
    """How to write each value that a number can have; nothing where it is none."""
    return " or ".join(map(number_text, possible(number.removeprefix("+").strip(), language)))


# --- writing -------------------------------------------------------------------------------------------


def number_text(value: Decimal) -> str:
    """A number as a plan file has it: digits, and a point before a fraction. Three decimals become four
    where they could be taken for a thousand's.
    """
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
        if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text):
            text += "0"
    return "0" if text == "-0" else text
