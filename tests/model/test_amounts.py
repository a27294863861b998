"""Costs as people write them: amounts where they are exact, words where they aren't."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from mkdocs_plans.model.amounts import Amount, parse_cost

AMOUNTS = [
    ("4800 USD", "4800", "USD"), ("USD 4800", "4800", "USD"), ("4800 usd", "4800", "USD"),
    ("-5 gbp", "-5", "GBP"),
    ("€ 1,200.50", "1200.5", "EUR"), ("1200€", "1200", "EUR"), ("4,50 €", "4.5", "EUR"),
    ("1,20 EUR", "1.2", "EUR"),
    ("1.200,50 €", "1200.5", "EUR"), ("10 000 €", "10000", "EUR"),
    ("10\N{NO-BREAK SPACE}000 €", "10000", "EUR"),
    ("12 000,50 EUR", "12000.5", "EUR"), ("CHF 1'200", "1200", "CHF"), ("CHF 1’200.–", "1200", "CHF"),
    ("500,- €", "500", "EUR"), ("EUR 1.000.000", "1000000", "EUR"), ("₹ 12,50,000", "1250000", "INR"),
    ("€ 2 million", "2000000", "EUR"), ("2M EUR", "2000000", "EUR"), ("EUR 2m", "2000000", "EUR"),
    ("2 Mio. €", "2000000", "EUR"), ("2,5 Mio €", "2500000", "EUR"), ("1.5 mln EUR", "1500000", "EUR"),
    ("€2.5bn", "2500000000", "EUR"), ("1 Mrd. €", "1000000000", "EUR"), ("$250k", "250000", "USD"),
    ("$4.5M", "4500000", "USD"), ("USD 4.8 million", "4800000", "USD"), ("£1.5m", "1500000", "GBP"),
    ("31k GBP", "31000", "GBP"), ("5 k€", "5000", "EUR"), ("5 M€", "5000000", "EUR"),
    ("20 MSEK", "20000000", "SEK"),
    ("US$ 5000", "5000", "USD"), ("A$100", "100", "AUD"), ("NZ$100", "100", "NZD"), ("R$ 100", "100", "BRL"),
    ("50 euro", "50", "EUR"), ("50 euros", "50", "EUR"), ("50 dollars", "50", "USD"),
    ("50 pounds", "50", "GBP"),
    ("50 Franken", "50", "CHF"), ("50 zł", "50", "PLN"), ("50 Kč", "50", "CZK"),
    ("1,500,000円", "1500000", "JPY"),
    ("INR 12.5 lakh", "1250000", "INR"), ("₹2 crore", "20000000", "INR"), ("1億円", "100000000", "JPY"),
    ("0 EUR", "0", "EUR"), ("-€500", "-500", "EUR"), ("€ −500", "-500", "EUR"), ("٥٠٠ EUR", "500", "EUR"),
    ("€ 5 EUR", "5", "EUR"), ("1.2340 EUR", "1.234", "EUR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "currency"), AMOUNTS)
def test_an_exact_cost_is_an_amount(text: str, value: str, currency: str) -> None:
    """Code, sign or word, before or after, with what it is multiplied by; in a site of any language."""
    for language in ("en", "de", "fr", "pl", "nl"):
        assert parse_cost(text, language) == Amount(text, Decimal(value), currency)


@pytest.mark.parametrize(
    ("text", "language", "value", "currency"),
    [
        ("500 kr", "sv", "500", "SEK"), ("500 kr.", "da", "500", "DKK"), ("500 kr", "nb", "500", "NOK"),
        ("500 kroner", "da", "500", "DKK"), ("20 Mkr", "sv", "20000000", "SEK"),
        ("50 tkr", "sv", "50000", "SEK"),
        ("$ 500", "es-MX", "500", "MXN"), ("500 $", "fr-CA", "500", "CAD"),
        ("500 $ US", "fr-CA", "500", "USD"),
        ("500 $CA", "fr", "500", "CAD"), ("¥500", "zh", "500", "CNY"), ("¥500", "ja", "500", "JPY"),
        ("20 mnkr", "sv", "20000000", "SEK"), ("3 mdkr", "sv", "3000000000", "SEK"),
        ("2 mdkr", "da", "2000000000", "DKK"), ("3 MDKK", "sv", "3000000", "DKK"),
        ("5 M€", "es", "5000000", "EUR"), ("$5B", "en", "5000000000", "USD"),
        ("5 mil €", "es", "5000", "EUR"),
        ("500元", "zh", "500", "CNY"), ("500元", "zh-TW", "500", "TWD"),
        ("50 T€", "de", "50000", "EUR"), ("TEUR 50", "de", "50000", "EUR"),
        ("$2 billion", "en", "2000000000", "USD"),
        ("100 mil €", "es", "100000", "EUR"), ("31.000 €", "de", "31000", "EUR"),
        ("40.000 EUR", "nl", "40000", "EUR"),
        ("R$ 1.000", "pt-BR", "1000", "BRL"), ("£12,000", "en", "12000", "GBP"),
        ("¥1,500", "ja", "1500", "JPY"),
        ("1,250 KWD", "en", "1250", "KWD"), ("1.250 KWD", "en", "1.25", "KWD"),
        ("$1.234m", "en", "1234000", "USD"),
    ],
)  # fmt: skip
def test_the_language_says_whose_money_and_which_mark(
    text: str, language: str, value: str, currency: str
) -> None:
    """Crowns, dollars and yuan are those that the site itself writes so."""
    cost = parse_cost(text, language)
    assert isinstance(cost, Amount)
    assert (cost.value, cost.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    ("text", "language", "hint"),
    [
        ("40.000 EUR", "en", "write 40000 EUR or 40 EUR"),
        ("31.000 €", "fr", "write 31000 EUR or 31 EUR"),
        ("£12,000", "de", "write 12000 GBP or 12 GBP"),
        ("1,659 €", "de", "write 1659 EUR or 1.6590 EUR"),
        ("1.234 Mio. €", "de", "write 1234000000 EUR or 1234000 EUR"),
        ("-€1.200", "en", "write -1200 EUR or -1.2 EUR"),
    ],
)
def test_an_amount_that_can_be_two_is_asked_about(text: str, language: str, hint: str) -> None:
    """Each of them can be written as the hint says."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_cost(text, language)
    assert (caught.value.type, (caught.value.context or {})["hint"]) == ("ambiguous-number", hint)
    whole, fraction = (parse_cost(each, language) for each in hint.removeprefix("write ").split(" or "))
    assert isinstance(whole, Amount)
    assert isinstance(fraction, Amount)
    assert whole.value == 1000 * fraction.value


WORDS = [
    "half a post", "tbd", "3 FTE", "2.5 FTE", "20 person days", "20000-31000 GBP", "$50,000-$75,000",
    "31000 GBP a year",
    "$250,000 per year", "500 EUR/month", "~ 40000 EUR", "about 40000 EUR", "up to 40000 EUR",
    "40000 EUR + VAT",
    "2 x 500 EUR", "300 quid", "4800 UDS", "12 XXQ", "500 kr", "USD", "500 USD or EUR", "5 £ EUR",
    "500 all", "1.2.3 USD",
    "1e6 EUR", "20%", "2 billion francs", "500 EUR 200 USD", "x" * 500,
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_what_is_not_exact_is_kept_as_it_is_written(text: str) -> None:
    """A range, a cost for each year, a share of a post, a currency that is none, or several countries'."""
    assert parse_cost(text) == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("5 m€", "es"),
        ("5 mil. €", "es"),
        ("5 B TL", "tr"),
        ("$5B", "es"),
        ("$2T", "de"),
        ("$2T", "en"),
        ("500元", "en"),
        ("500元", "zh-Hant"),
    ],
)
def test_a_short_form_that_is_a_thousand_to_some_is_no_amount(text: str, language: str) -> None:
    """`m€` are thousands of euros in Spanish accounts, `B` is one in Turkish, and `$2T` two trillion; `元` is
    also the dollar of Taiwan and Hong Kong.
    """
    assert parse_cost(text, language) == text


@pytest.mark.parametrize("value", ["4800", "40,000", "2 million", "1e3", "", None, 4800, ["4 EUR"]])
def test_a_number_without_a_currency_is_refused(value: object) -> None:
    """It would be shown as if it were complete."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_cost(value)
    assert caught.value.type == "invalid-value"


@pytest.mark.parametrize("text", ["99999999999999999 EUR", "999999999 Mrd. €"])
def test_an_amount_has_the_bounds_of_a_number(text: str) -> None:
    """With what it is multiplied by."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_cost(text)
    assert "15 digits" in (caught.value.context or {})["hint"]
