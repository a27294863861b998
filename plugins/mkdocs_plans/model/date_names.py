"""What months, weekdays and quarters are called: in English, in German, and in the language of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months in English, in which findings are written."""

_CONTEXTS = ("format", "stand-alone")
_WIDTHS = ("wide", "abbreviated")


@dataclass(frozen=True, slots=True)
class DateNames:
    """Numbers by name, in lower case: months and quarters from 1, weekdays from 0 for Monday. `own_form` is
    how the language writes a day in figures, as `d.m.y`; empty for English, which has two such forms.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    quarters: Mapping[str, int]
    own_form: str = ""


@cache
def date_names(language: str) -> DateNames:
    """The names of a language (as Material names it, `de` or `pt-BR`), with those in English and German."""
    own, german, english = _names(language), _names("de"), _names("en")
    return DateNames(
        {**german.months, **own.months, **english.months, "sept": 9, "maerz": 3},
        {**german.weekdays, **own.weekdays, **english.weekdays},
        {**german.quarters, **own.quarters, **english.quarters},
        "" if language.startswith("en") else own.own_form,
    )


@cache
def _names(language: str) -> DateNames:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only a date that isn't ours needs it
    from babel.dates import get_date_format  # noqa: PLC0415 - as above

    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return DateNames({}, {}, {})
    return DateNames(
        dict(_numbers(locale.months)),
        dict(_numbers(locale.days)),
        dict(_numbers(locale.quarters)),
        _in_figures(str(get_date_format("short", locale=locale).pattern)),
    )


def _numbers(names: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[tuple[str, int]]:
    for context in _CONTEXTS:
        for width in _WIDTHS:
            for number, name in names[context][width].items():
                yield " ".join(str(name).lower().replace(".", " ").split()), number


def _in_figures(pattern: str) -> str:
    """`d.m.y` for babel's `dd.MM.yy`: the order of the parts, and the mark between them."""
    found = re.fullmatch(r"([dMy])\1*([./-])([dMy])\3*\2([dMy])\4*", pattern)
    return found[2].join((found[1], found[3], found[4])).lower() if found else ""
