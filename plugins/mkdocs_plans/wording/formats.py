"""Dates, numbers and money as the site's language writes them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import cached_property, lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_symbol

from mkdocs_plans import figures
from mkdocs_plans.model import Cost, Date
from mkdocs_plans.wording.language import Language

_UNITS = {"percent": "%", "%": "%"}


@dataclass(frozen=True, slots=True)
class Day:
    """A date for a `<time>` element: as the reader reads it, and as ISO 8601."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class Share:
    """A share for a progress bar: whole percent (0 to 100) and as text."""

    percent: int
    text: str


class Formats:
    """Formats for one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.locale = language.locale

    def day(self, day: datetime.date) -> Day:
        """A day: `30 Jun 2026`."""
        return Day(_day(day, self.locale), day.isoformat())

    def date(self, date: Date) -> Day:
        """A day or a period as the author wrote it: `30 Jun 2026`, `Jun 2026`, `Q2 2026`, `FY26`."""
        if date.first == date.last:
            return self.day(date.last)
        year, _, part = date.text.partition("-")
        if part.isdigit():
            return Day(_month(date.first, self.locale), date.text)
        return Day(self._period(year, part), date.last.isoformat())

    def month(self, day: datetime.date) -> str:
        """The month of a day, as a heading: `November 2026`."""
        return format_skeleton("yMMMM", day, locale=self.locale)

    @cached_property
    def month_names(self) -> dict[int, str]:
        """The months from 1 to 12 by their names, as they stand alone: `November`."""
        names = get_month_names("wide", "stand-alone", self.locale)
        return {number: str(name) for number, name in names.items()}

    def short_period(self, day: datetime.date, months: int) -> str:
        """The month, quarter or year in which a day lies, as an axis has room for it: `Nov`, `Q4`, `2026`."""
        return format_date(day, {1: "MMM", 3: "QQQ"}.get(months, "y"), self.locale)

    def _period(self, year: str, part: str) -> str:
        if not part:
            return year
        if year.isdigit():
            year = self.language.pgettext("of a quarter", "%(year)s", year=year)
        if part.startswith("Q"):
            return self.language.gettext("Q%(number)s %(year)s", number=part[1:], year=year)
        return self.language.gettext("H%(number)s %(year)s", number=part[1:], year=year)

    def number(self, value: Decimal, unit: str | None = None) -> str:
        """A number with its unit, and with all its decimals, so that what differs looks different: `62%`,
        `71 days`, `0.0004`.
        """
        return _number(value, unit, self.locale)

    def share(self, share: Fraction) -> Share:
        """A share of one, in whole percent; only what is reached shows as 100 %."""
        percent = figures.percent(share)
        return Share(percent, _percent(Decimal(percent) / 100, self.locale))

    def points(self, number: int) -> str:
        """A difference of shares in points, with its sign: `−12 points`. Where text runs from right to left,
        the sign is held on the left of its number, and the text still begins at the right.
        """
        sign = "−" if number < 0 else "+" if number > 0 else "±"
        mark = "\u200f\u200e" if self.locale.text_direction == "rtl" else ""
        return mark + sign + self.language.ngettext("%(num)d point", "%(num)d points", abs(number))

    def money(self, value: Decimal, currency: str) -> str:
        """An amount: `$4,800`, `CHF 4,800.50`; cents only where there are any, and none left out."""
        return _money(value, currency, self.locale)

    def cost(self, cost: Cost) -> str:
        """A cost: an amount, or the words that stand in the place of one."""
        return cost if isinstance(cost, str) else self.money(cost.value, cost.currency)

    def sums(self, amounts: Mapping[str, Decimal]) -> str:
        """Amounts by their currencies: `€36,000 + $4,800`. Where text runs from right to left, each is closed
        off by itself: their signs would turn one another around.
        """
        opening, closing = ("\u2068", "\u2069") if self.locale.text_direction == "rtl" else ("", "")
        shown = (self.money(value, currency) for currency, value in amounts.items())
        return " + ".join(f"{opening}{one}{closing}" for one in shown)

    def separators(self, number: int) -> list[str]:
        """What stands between so many things in a list: `, ` and ` and `."""
        return format_list(["\0"] * number, locale=self.locale).split("\0")[1:-1]


ENGLISH = Formats(Language("en"))
"""For what is said in our own language alone: findings, and what the command line asks."""

_EXACT = Context(prec=100)
"""Babel gives up on a number that needs more digits than the context has; ours have fewer than these."""

# Babel takes some 50 µs for a format, and a site shows the same days and shares on many pages.


@lru_cache(maxsize=10_000)
def _day(day: datetime.date, locale: Locale) -> str:
    is_in_words = locale.language == "ar" or (locale.language == "en" and locale.territory != "US")
    return format_date(day, "d MMM y" if is_in_words else "medium", locale)


@lru_cache(maxsize=1_000)
def _month(day: datetime.date, locale: Locale) -> str:
    return format_skeleton("yMMM", day, locale=locale)


@lru_cache(maxsize=10_000)
def _number(value: Decimal, unit: str | None, locale: Locale) -> str:
    if unit in _UNITS:
        return _percent(value.scaleb(-2, _EXACT), locale)
    with localcontext(_EXACT):
        text = format_decimal(value, locale=locale, decimal_quantization=False)
    return text if unit is None else f"{text} {unit}"


@lru_cache(maxsize=10_000)
def _percent(share: Decimal, locale: Locale) -> str:
    with localcontext(_EXACT):
        return format_percent(share, format=None, locale=locale, decimal_quantization=False)


@lru_cache(maxsize=10_000)
def _money(value: Decimal, currency: str, locale: Locale) -> str:
    pattern = locale.currency_formats["standard"].pattern
    form = pattern if value != value.to_integral_value() else pattern.replace(".00", "")
    if get_currency_symbol(currency, locale)[-1].isalpha():
        form = form.replace("¤#", "¤\xa0#")
    with localcontext(_EXACT):
        return format_currency(
            value, currency, form, locale=locale, currency_digits=False, decimal_quantization=False
        )
