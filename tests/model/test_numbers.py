"""Numbers as people write them: read where they can be read in one way, asked about where in two."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mkdocs_plans.model.numbers import Use, number_text, parse_number


def refused(
    text: str, language: str = "en", unit: str | None = None, use: Use = Use.FILE
) -> tuple[str, str, str]:
    """The rule, the message and the hint with which a number is refused."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_number(text, language, unit, use)
    return caught.value.type, caught.value.message(), (caught.value.context or {})["hint"]


ONE_READING = [
    ("62", "62"), ("-4.5", "-4.5"), ("+3", "3"), (" 7 ", "7"), ("62.0", "62"), ("007", "7"), (".5", "0.5"),
    ("2,9", "2.9"), ("99,95", "99.95"), ("0,200", "0.2"), ("0.500", "0.5"), (",75", "0.75"),
    ("1.2345", "1.2345"), ("1,2345", "1.2345"), ("1234,567", "1234.567"), ("1234.567", "1234.567"),
    ("1,234.50", "1234.5"), ("1.234,50", "1234.5"), ("1,234,567", "1234567"), ("1.234.567", "1234567"),
    ("1,234,567.891", "1234567.891"), ("1.234.567,891", "1234567.891"), ("1.234,567", "1234.567"),
    ("1 234", "1234"), ("10 000", "10000"), ("1 234 567,8", "1234567.8"), ("1 234.567", "1234.567"),
    ("1\N{NO-BREAK SPACE}234", "1234"), ("1\N{NARROW NO-BREAK SPACE}234,5", "1234.5"),
    ("1\N{THIN SPACE}234", "1234"), ("1\N{FIGURE SPACE}234", "1234"),
    ("1'234", "1234"), ("1’234.50", "1234.5"), ("1_000", "1000"),
    ("12,34,567", "1234567"), ("1,00,000", "100000"), ("12,34,567.8", "1234567.8"),
    ("−3", "-3"), ("–3", "-3"), ("- 3", "-3"), ("\N{LEFT-TO-RIGHT MARK}-3", "-3"),
    ("٤٧", "47"), ("١٬٢٣٤٫٥", "1234.5"), ("١٫٢٣٤", "1.234"), ("४७", "47"), ("４７", "47"),
    ("１，２３４．５", "1234.5"),
    ("1e6", "1000000"), ("2.5E-3", "0.0025"), ("50k", "50000"), ("2M", "2000000"), ("2 million", "2000000"),
    ("1,5 Mio.", "1500000"), ("3 lakh", "300000"), ("2万", "20000"),
]  # fmt: skip


LANGUAGES = ["en", "de", "fr", "es", "it", "pt-BR", "nl", "pl", "sv", "da", "ja", "ar", "hi", "de-CH"]


@pytest.mark.parametrize(("text", "value"), ONE_READING)
def test_what_can_be_read_in_one_way_is_read(text: str, value: str) -> None:
    """In a site of any language, wherever it is written."""
    for language in LANGUAGES:
        for use in Use:
            assert parse_number(text, language, use=use) == Decimal(value)


ENGLISH = ["en", "en-GB", "ja", "zh", "ar", "he", "hi", "es-MX", "no such language"]
DOTTED = ["de", "de-AT", "es", "it", "pt", "pt-BR", "nl", "da", "tr", "id", "el"]
SPACED = ["fr", "pl", "sv", "ru", "cs", "nb", "fi", "hu"]
SWISS = ["de-CH"]

ASKED = None

SINGLE_MARKS = [
    # languages, text, and what it is in a file, at a prompt, in an amount
    (ENGLISH, "1,280", "1280", "1280", "1280"),
    (ENGLISH, "1.280", "1.28", "1.28", ASKED),
    (ENGLISH, "1.000", ASKED, ASKED, ASKED),
    (DOTTED, "1.280", ASKED, "1280", "1280"),
    (DOTTED, "1,280", ASKED, ASKED, ASKED),
    (SPACED, "1.280", ASKED, ASKED, ASKED),
    (SPACED, "1,280", ASKED, ASKED, ASKED),
    (SWISS, "1.280", "1.28", "1.28", ASKED),
    (SWISS, "1,280", ASKED, ASKED, ASKED),
]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [(language, text, read) for languages, text, *read in SINGLE_MARKS for language in languages],
)
def test_the_language_settles_a_single_mark_or_it_is_asked_about(
    language: str, text: str, read: list[str | None]
) -> None:
    """A plain `1.280` in a file may be YAML's; at a prompt and in money it is the language's own. Both
    readings are named, and each can be written as the hint says.
    """
    for use, value in zip(Use, read, strict=True):
        if value is not None:
            assert parse_number(text, language, use=use) == Decimal(value)
            continue
        rule, message, hint = refused(text, language, use=use)
        assert rule == "ambiguous-number"
        assert f'"{text}" can mean' in message
        whole, fraction = hint.removeprefix("write ").split(" or ")
        assert parse_number(whole, language, use=use) == 1000 * parse_number(fraction, language, use=use)


def test_a_fraction_of_three_decimals_is_written_with_a_fourth() -> None:
    """So that nobody is asked again; a minus sign stays."""
    assert refused("-1,234", "de")[2] == "write -1234 or -1.2340"


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("62%", "percent", "62"), ("62 %", "%", "62"), ("%62", "percent", "62"),
        ("27,4 %", "Prozent", "27.4"),
        ("٦٢٪", "percent", "62"), ("45 days", "days", "45"), ("45 Days", "days", "45"),
        ("1,200 EUR", "EUR", "1200"),
        ("2,5 Mio. €", "Mio. €", "2.5"), ("45", "days", "45"),
    ],
)  # fmt: skip
def test_the_unit_that_a_goal_has_may_stand_beside_its_number(text: str, unit: str, value: str) -> None:
    """As pages show it."""
    assert parse_number(text, "en", unit) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("2,5 Mio.", "Mio. €", "2.5 or 2500000"), ("2,5 Mio. EUR", "Mio. €", "2.5 or 2500000"),
        ("€ 2.5 Mio.", "Mio. €", "2.5 or 2500000"), ("2.5M", "million EUR", "2.5 or 2500000"),
        ("50k", "k€", "50 or 50000"), ("50 Tsd.", "TEUR", "50 or 50000"), ("50k", "Mkr", "50 or 50000"),
        ("50k", "thousand visitors", "50 or 50000"), ("2M", "m", "2 or 2000000"), ("50K", "k", "50 or 50000"),
        ("1,500k", "k€", "1.5 or 1500 or 1500000"),
    ],
)  # fmt: skip
def test_a_factor_beside_a_unit_that_has_one_is_asked_about(text: str, unit: str, numbers: str) -> None:
    """The unit says it already, or says it once more."""
    rule, message, hint = refused(text, "en", unit)
    assert rule == "ambiguous-number"
    assert f'"{unit}" can mean {numbers}' in message
    assert hint == f"write {numbers}"


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("2,5 Mio. €", "Mio. €", "2.5"), ("50 thousand", "thousand", "50"), ("2M", "M", "2"),
        ("50k", "visitors", "50000"), ("2 Mio.", "EUR", "2000000"), ("2 m", "m", "2"), ("50k", "t", "50000"),
    ],
)  # fmt: skip
def test_the_unit_as_it_is_written_is_no_factor(text: str, unit: str, value: str) -> None:
    """And a factor beside a unit without one is read."""
    assert parse_number(text, "de", unit) == Decimal(value)


def test_another_unit_than_the_goals_is_told_with_the_goals() -> None:
    """The number in it may be another."""
    assert refused("50 k€", "de", "Mio. €")[2] == (
        'write the number alone, in the unit that the goal has: "Mio. €"'
    )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("62%", "write 62, and `unit: percent`"),
        ("12,5 %", "write 12.5, and `unit: percent`"),
        *((text, "write the number alone: 80; to stay on that side, add `keep: at least`") for text in (
            ">80", ">80%", "≥ 80", "=> 80", ">= 80", "min. 80", "at least 80", "mindestens 80", "over 80",
        )),
        *((text, "write the number alone: 5; to stay on that side, add `keep: at most`") for text in (
            "<5", "< 5", "<= 5", "max. 5", "höchstens 5", "under 5",
        )),
        ("about 60", "alone: 60"), ("~100", "alone: 100"), ("ca. 100", "alone: 100"), ("4.8+", "alone: 4.8"),
        ("5500?", "alone: 5500"), ("5.", "alone: 5"), ("about 1 500", "alone: 1500"),
        ("5 m", "alone: 5; put the unit in `unit`"), ("900 EUR", "alone: 900; put the unit in `unit`"),
        ("ca. 2,5 Mio.", "alone: 2500000"), ("~50k", "alone: 50000"), ("2 Mio. €", "alone: 2000000; put"),
        ("+10%", "write 10 alone, or, if it is a change, the number that it leads to"),
        ("+ 2,5 %", "write 2.5 alone, or"),
        *((text, "write only digits") for text in (
            "", "1/3", "3 of 5", "10–15", "10-15", "tbd", "N/A", "nan", "inf", ".inf",
            "1 2 3", "1,23,4", "1.23.456", "12 34", "1,234'567", "1.2.3", "--3", "0x10", "²", "5²", "2½",
            "minus 5", "(500)", "500-", "x5", "2x", "5 less", "500 fewer", "Q4", "about 5 to 6", "±5",
        )),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_its_remedy(text: str, hint: str) -> None:
    """A word, a range, a comparison, a percent sign without its unit."""
    rule, _, said = refused(text)
    assert rule == "invalid-value"
    assert hint in said


def test_a_billion_is_one_only_where_the_language_says_which() -> None:
    """It is a thousand times more in German."""
    assert parse_number("2 billion") == Decimal(2 * 10**9)
    assert refused("2 billion", "de")[0] == "invalid-value"


@pytest.mark.parametrize(
    "text",
    [
        "99999999999999999999999999",
        "1e400",
        "1e15",
        "1" * 16,
        "0.0000000000001",
        "9" * 5000,
        "1e-400",
        "2e9999",
    ],
)
def test_a_number_has_bounds(text: str) -> None:
    """Which the refusal names."""
    rule, message, hint = refused(text)
    assert rule == "invalid-value"
    assert "too many digits" in message or "too long" in message
    assert "15 digits" in hint
    assert len(message) < 150


@given(st.decimals(min_value=-(10**15) + 1, max_value=10**15 - 1, places=12))
def test_a_number_is_written_so_that_it_is_read_again(value: Decimal) -> None:
    """In a file of a site in any language, and at a prompt."""
    for language in ("en", "de", "fr", "de-CH"):
        for use in Use:
            assert parse_number(number_text(value), language, use=use) == value


@given(st.text(alphabet="0123456789.,' -+%_ekM\u00a0٤٫−", max_size=14))
def test_no_number_is_read_in_two_ways_by_two_languages(text: str) -> None:
    """But for a single mark before three digits: nothing else depends on the language."""
    found = set()
    for language in ("en", "de", "fr", "hi", "de-CH"):
        try:
            found.add(parse_number(text, language))
        except PydanticCustomError:
            continue
    assert len(found) <= 1
