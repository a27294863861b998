"""Dates, numbers and money as the site's language writes them, and inline Markdown made safe."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_symbol
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from mkdocs_plans.model import Date

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
    """Formats for one language, as Material names it (`en`, `pt-BR`, `zh-Hant`)."""

    def __init__(self, language: str) -> None:
        self.locale = _locale(language)

    def day(self, day: datetime.date) -> Day:
        """A day: `30 Jun 2026`."""
        return Day(self._day(day), day.isoformat())

    def date(self, date: Date) -> Day:
        """A day or a period as the author wrote it: `30 Jun 2026`, `Jun 2026`, `Q2 2026`, `FY26`."""
        if date.first == date.last:
            return self.day(date.last)
        year, _, part = date.text.partition("-")
        if part.isdigit():
            return Day(format_date(date.first, "MMM y", self.locale), date.text)
        shown = f"{part} {year}" if part else year
        return Day(shown, date.last.isoformat())

    def _day(self, day: datetime.date) -> str:
        if self.locale.language == "en" and self.locale.territory != "US":
            return format_date(day, "d MMM y", self.locale)
        return format_date(day, "medium", self.locale)

    def number(self, value: Decimal, unit: str | None = None) -> str:
        """A number with its unit: `62%`, `71 days`, `1,200 EUR`."""
        text = format_decimal(value, format="#,##0.###", locale=self.locale)
        if unit is None:
            return text
        if unit in _UNITS:
            return format_percent(value / 100, format=None, locale=self.locale, decimal_quantization=False)
        return f"{text} {unit}"

    def share(self, share: Decimal) -> Share:
        """A share of one, in whole percent; only what is reached shows as 100 %."""
        percent = int(share * 100) if share < 1 else 100
        return Share(percent, format_percent(Decimal(percent) / 100, locale=self.locale))

    def points(self, share: Decimal) -> str:
        """A difference of shares in points, with its sign: `−12 points`."""
        number = int(share * 100)
        sign = "−" if number < 0 else "+" if number > 0 else "±"
        return f"{sign}{abs(number)} points"

    def money(self, value: Decimal, currency: str) -> str:
        """An amount: `$4,800`, `CHF 4,800.50`; cents only where there are any."""
        pattern = self.locale.currency_formats["standard"].pattern
        form = pattern if value % 1 else pattern.replace(".00", "")
        if get_currency_symbol(currency, self.locale)[-1].isalpha():
            form = form.replace("¤#", "¤\xa0#")
        return format_currency(value, currency, form, locale=self.locale, currency_digits=False)


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale("en")


_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("image")
"""Raw HTML is shown as text, scripts in links are refused (markdown-it's `validateLink`), and no
image is fetched: a field's text may come from anyone."""


@lru_cache(maxsize=10_000)
def inline(text: str) -> Markup:
    """Render a field's inline Markdown as safe HTML."""
    return Markup(_MARKDOWN.renderInline(text.strip()))


def plain(text: str) -> str:
    """Escape a text for a place that escapes nothing itself, as Material's page titles."""
    return str(escape(text))
