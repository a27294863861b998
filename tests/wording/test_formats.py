"""Dates, numbers and money in the site's language; inline Markdown made safe."""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.model import plain_text
from mkdocs_plans.model.dates import parse_date
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.html_text import escape_for_theme, inline, unlinked
from mkdocs_plans.wording.language import Language
from tests.markup import Html

DAY = datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "30 Jun 2026"),
        ("en-US", "Jun 30, 2026"),
        ("de", "30.06.2026"),
        ("pt-BR", "30 de jun. de 2026"),
        ("zh-Hant", "2026年6月30日"),
        ("ja", "2026/06/30"),
        ("no such language", "30 Jun 2026"),
        ("xx", "30 Jun 2026"),
    ],
)
def test_a_day_is_written_in_the_sites_language(language: str, shown: str) -> None:
    """As Material names languages; English where there is none of that name. Machines read ISO 8601."""
    day = Formats(Language(language)).day(DAY)
    assert (day.text, day.iso) == (shown, "2026-06-30")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2026-06-30", "30 Jun 2026"),
        ("2026-06", "Jun 2026"),
        ("2026-Q2", "Q2 2026"),
        ("2026-H1", "H1 2026"),
        ("2026", "2026"),
        ("FY26", "FY26"),
        ("FY26-Q2", "Q2 FY26"),
        ("2026/27", "2026/27"),
    ],
)
def test_a_period_stays_a_period(written: str, shown: str) -> None:
    """Nobody promised the last day of June who wrote the second quarter."""
    assert Formats(Language("en")).date(parse_date(written)).text == shown


@pytest.mark.parametrize(
    ("language", "shown"), [("de", "Mai 2026"), ("pl", "maj 2026"), ("ja", "2026年5月"), ("hu", "2026. máj.")]
)
def test_a_month_is_written_as_the_sites_language_does(language: str, shown: str) -> None:
    """In its order. Machines read it as a month."""
    month = Formats(Language(language)).date(parse_date("2026-05"))
    assert (month.text, month.iso) == (shown, "2026-05")


@pytest.mark.parametrize(
    ("value", "unit", "english", "german"),
    [
        ("1200", None, "1,200", "1.200"),
        ("4.5", None, "4.5", "4,5"),
        ("62", "percent", "62%", "62 %"),
        ("62.25", "%", "62.25%", "62,25 %"),
        ("-3", "days", "-3 days", "-3 days"),
        ("1000000", "EUR", "1,000,000 EUR", "1.000.000 EUR"),
    ],
)
def test_a_number_has_its_unit(value: str, unit: str | None, english: str, german: str) -> None:
    """Percent is a sign; other units follow as they are written."""
    shown = [Formats(Language(language)).number(Decimal(value), unit) for language in ("en", "de")]
    assert [text.replace("\xa0", " ") for text in shown] == [english, german]


@pytest.mark.parametrize(
    ("share", "percent"), [("0", 0), ("0.005", 0), ("0.5", 50), ("0.999", 99), ("1", 100), ("1.2", 100)]
)
def test_only_what_is_reached_shows_as_all(share: str, percent: int) -> None:
    """Shares are rounded down: 99.9 % isn't done."""
    shown = Formats(Language("en")).share(Fraction(share))
    assert (shown.percent, shown.text) == (percent, f"{percent}%")


@pytest.mark.parametrize(("points", "shown"), [(-12, "−12 points"), (5, "+5 points"), (0, "±0 points")])
def test_a_difference_of_shares_has_a_sign(points: int, shown: str) -> None:
    """Behind, ahead, or neither."""
    assert Formats(Language("en")).points(points) == shown


@pytest.mark.parametrize(
    ("value", "currency", "english", "german"),
    [
        ("4800", "USD", "$4,800", "4.800 $"),
        ("1200.50", "EUR", "€1,200.50", "1.200,50 €"),
        ("5000", "JPY", "¥5,000", "5.000 ¥"),
        ("10", "CHF", "CHF 10", "10 CHF"),
    ],
)
def test_money_is_written_in_the_sites_language(value: str, currency: str, english: str, german: str) -> None:
    """Cents only where there are any."""
    shown = [Formats(Language(language)).money(Decimal(value), currency) for language in ("en", "de")]
    assert [text.replace("\xa0", " ") for text in shown] == [english, german]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Two *still* lag", "Two <em>still</em> lag"),
        ("**Now**, with `code`", "<strong>Now</strong>, with <code>code</code>"),
        ("[see](https://example.org)", '<a href="https://example.org">see</a>'),
        ("[see](../hire.md#goal-a)", '<a href="../hire.md#goal-a">see</a>'),
        ("  R&D <now>  ", "R&amp;D &lt;now&gt;"),
    ],
)
def test_inline_markdown_is_rendered(written: str, html: str) -> None:
    """Emphasis, code and links."""
    assert str(inline(written)) == html


HOSTILE = (
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:alert(1)>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '[x](https://e.org "\\"onmouseover=alert(1)")',
    "![x](https://e.org/pixel.png)",
    "[x]: javascript:alert(1)\n\n[x]",
)


@pytest.mark.parametrize("written", HOSTILE)
def test_inline_markdown_runs_no_script_and_loads_no_image(written: str) -> None:
    """A field's text may come from anyone."""
    html = Html(str(inline(written)))
    assert {element.tag for element in html.elements} <= {"a"}
    for link in html.all("a"):
        assert link["href"].startswith("https://")
        assert link.attributes.keys() <= {"href", "title"}


@given(st.text(alphabet="<>&\"'[](){}`*_!:#javscript=on \n\\/;0", max_size=60))
def test_inline_markdown_makes_nothing_but_text_marks(written: str) -> None:
    """Whatever stands in a field."""
    html = Html(str(inline(written)))
    assert {element.tag for element in html.elements} <= {"a", "em", "strong", "code", "br"}
    names = {name for element in html.elements for name in element.attributes}
    assert names <= {"href", "title"}
    assert not any("script:" in link["href"].lower().partition("/")[0] for link in html.all("a"))


@given(st.text(max_size=60))
def test_plain_text_stays_text_in_content_and_in_attributes(written: str) -> None:
    """It reads back as it was, in both places, and opens no element."""
    html = Html(f'<p title="{escape_for_theme(written)}">{escape_for_theme(written)}</p>')
    assert html.shape() == [("p", "title")]
    assert html.one("p").text == " ".join(written.split())


@pytest.mark.parametrize(
    ("written", "plain", "html"),
    [
        ("Plain & simple", "Plain & simple", "Plain &amp; simple"),
        ("The [plan](https://a.org) *now*", "The plan now", "The plan <em>now</em>"),
        ("Count `a_b`, not c_d_e", "Count a_b, not c_d_e", "Count <code>a_b</code>, not c_d_e"),
        ("Two\nlines", "Two lines", "Two\nlines"),
        ("<b>Bold</b>", "<b>Bold</b>", "&lt;b&gt;Bold&lt;/b&gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("<https://a.org>", "https://a.org", "https://a.org"),
        ("2 * 3 * 4 and \\*", "2 * 3 * 4 and *", "2 * 3 * 4 and *"),
    ],
)
def test_a_text_has_a_plain_form_and_one_without_links(written: str, plain: str, html: str) -> None:
    """For menus and attributes the one, for what is a link or a heading itself the other."""
    assert (plain_text(written), unlinked(written)) == (plain, html)


@pytest.mark.parametrize("language", ["en", "de", "ar", "he"])
def test_sums_of_several_currencies_stand_beside_each_other(language: str) -> None:
    """From right to left each is closed off: the signs of one don't turn those of another around."""
    formats = Formats(Language(language))
    sums = {"EUR": Decimal(36000), "USD": Decimal(4800)}
    parts = formats.sums(sums).split(" + ")
    amounts = [formats.money(value, currency) for currency, value in sums.items()]
    is_closed_off = language in {"ar", "he"}
    assert parts == [f"\u2068{one}\u2069" if is_closed_off else one for one in amounts]


PACKAGE = Path(__file__).resolve().parents[2] / "plugins/mkdocs_plans"

_FOR_READERS = re.compile(r"[,%n]|\.[1-9]\d*[efg]")
"""What a format writes in English alone: thousands, percent, decimals, and dates that aren't ISO 8601."""


def formatted(code: str) -> Iterator[str]:
    """What Python code formats without asking for a language."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FormattedValue) and node.format_spec:
            spec = ast.unparse(node.format_spec)
            if _FOR_READERS.search(spec.replace("%Y-%m", "")):
                yield spec
        elif isinstance(node, ast.Attribute) and node.attr in {"strftime", "month_name", "month_abbr"}:
            yield node.attr


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('f"{cost:,} {share:.1f}"', ["f','", "f'.1f'"]),
        ('f"{day:%B} {day:%Y-%m}"', ["f'%B'"]),
        ('day.strftime("%d")', ["strftime"]),
        ('f"{name:>8} {seconds:.0f} {value:f}"', []),
    ],
)
def test_what_is_written_in_english_alone_is_found(code: str, found: list[str]) -> None:
    """In a format or by Python's own names of months."""
    assert list(formatted(code)) == found


def test_only_wording_writes_dates_and_numbers_for_readers() -> None:
    """Elsewhere they'd be English on a German page. Who may import Babel is a contract of `make lint`."""
    elsewhere = (path for path in PACKAGE.rglob("*.py") if path.parent.name != "wording")
    found = {path.relative_to(PACKAGE): list(formatted(path.read_text("utf-8"))) for path in elsewhere}
    assert {path: there for path, there in found.items() if there} == {}


def test_no_language_is_given_the_months_of_another() -> None:
    """What languages inherit from one source stays theirs, whichever of them is asked first."""
    names = {name: Formats(Language(name)).month_names[5] for name in ("ja", "it", "es", "pl", "zh", "ar")}
    assert names == {"ja": "5月", "it": "maggio", "es": "mayo", "pl": "maj", "zh": "五月", "ar": "مايو"}
