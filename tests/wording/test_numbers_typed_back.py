"""What pages show of a number can be typed: in a file, and at a prompt, in an option or a form."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path

import material  # type: ignore[import-untyped]
import pytest
from pydantic_core import PydanticCustomError

from mkdocs_plans.authoring.typed import read_number
from mkdocs_plans.errors import EditError
from mkdocs_plans.model.amounts import Amount, parse_cost
from mkdocs_plans.model.numbers import Use, parse_number
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language

PARTIALS = Path(material.__file__).parent / "templates/partials/languages"
LANGUAGES = sorted({*(file.stem for file in PARTIALS.glob("*.html")), "de-CH", "de-AT", "es-MX", "fr-CA"})
"""Every language that Material has, and some that differ from their neighbours'."""

FORMATS = {language: Formats(Language(language)) for language in LANGUAGES}

NUMBERS = list(map(Decimal, (
    "0", "62", "-3", "27.4", "0.0004", "999", "4900", "5500", "12345", "-1234567", "1234.5", "1.234",
    "-12.125", "0.125", "123456789012345", "0.000000000001",
)))  # fmt: skip

MONEY = (
    *("EUR", "USD", "GBP", "JPY", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "INR", "CNY", "CAD", "AUD"),
    *("BRL", "MXN", "KRW", "TRY", "ILS", "HUF", "ZAR", "KWD"),
)


def read_back(read: Callable[[], object]) -> object:
    """What a text is read as, None where it is asked about, or why it is refused."""
    try:
        return read()
    except PydanticCustomError as error:
        return None if error.type == "ambiguous-number" else error.message()


@pytest.mark.parametrize("unit", [None, "percent", "applications", "Mio. €"])
def test_a_shown_number_means_the_same_when_it_is_typed(unit: str | None) -> None:
    """In every language, or it is asked about: never is it another number, nor refused."""
    amiss = []
    for language, value in product(LANGUAGES, NUMBERS):
        shown = FORMATS[language].number(value, unit)
        for use in (Use.FILE, Use.TYPED):
            found = read_back(partial(parse_number, shown, language, unit, use))
            if found not in (value, None):
                amiss.append((language, shown, use, found))
    assert amiss == []


def test_a_shown_thousand_is_read_where_it_is_typed() -> None:
    """In every language. What is written is plain: a file is read by YAML's rules, too."""
    thousand = {name: formats.number(Decimal(5500), "seats") for name, formats in FORMATS.items()}
    read = {language: read_number(shown, "seats", language) for language, shown in thousand.items()}
    assert {language: number for language, number in read.items() if number != "5500"} == {}


def test_a_shown_amount_means_the_same_when_it_is_typed() -> None:
    """In every language, in the currency whose sign the page has written, or it is asked about."""
    amiss = []
    values = list(map(Decimal, ("5", "4800", "-1200.5", "1234567.25", "0.5")))
    for language, currency, value in product(LANGUAGES, MONEY, values):
        shown = FORMATS[language].money(value, currency)
        found = read_back(partial(parse_cost, shown, language))
        if found not in (Amount(shown.strip(), value, currency), None):
            amiss.append((language, shown, found))
    assert amiss == []


def test_what_differs_looks_different() -> None:
    """With as many decimals as it takes, and no nought at the end."""
    formats = Formats(Language("en"))
    shown = [
        formats.number(Decimal(value)) for value in ("0.0002", "0.0004", "0.00041", "0.00000000001", "1.50")
    ]
    assert shown == ["0.0002", "0.0004", "0.00041", "0.00000000001", "1.5"]
    assert formats.money(Decimal("0.0125"), "EUR") == "€0.0125"


@pytest.mark.parametrize("value", ["9" * 15, f"-{'9' * 15}.{'9' * 12}", "9" * 30])
def test_the_largest_number_can_be_shown(value: str) -> None:
    """Sums of such numbers, too."""
    formats = Formats(Language("de"))
    digits = value.replace("-", "").replace(".", "")
    for shown in (formats.number(Decimal(value)), formats.number(Decimal(value), "percent")):
        assert [sign for sign in shown if sign.isdigit()] == list(digits)
    assert formats.money(Decimal(value), "EUR")


def test_a_typed_number_that_can_be_two_is_told() -> None:
    """With what to write for each."""
    with pytest.raises(EditError, match=r"can mean 1234 or 1.234: write 1234 or 1.2340"):
        read_number("1.234", None, "fr")
