"""What a goal says in the place of a number: words are kept, and a number with a slip is asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from mkdocs_plans.model.in_words import parse_number_or_words

WORDS = [
    "at least one office in each county", "double", "half of all counties", "every school",
    "ten of them",
    "mindestens ein Büro je Landkreis", "每个县至少一个办公室", "مكتب واحد في كل محافظة",
    "“Very good” or better",
]  # fmt: skip

WORDS_WITH_DIGITS = [
    "All 67 counties have an office", "Top 10 of the national ranking", "ISO 27001 certified",
    "In allen 67 Kreisen ein Büro", "每县至少1个办公室",
]  # fmt: skip

SLIPS = [
    "62 %%", "about 80", "from 62 to 80", "67 counties", "100% of agencies", "Retention of 80%", "l00", "8O",
    "O2", "EUR 5 million a year", "at least 80 of them", "increase to 80 visitors", "level 3", "Q3", ">= 900",
    "10 - 12", "two million", "eighty percent", "八十", ".nan", "-", "?", "%", "≥", "about", "",
    "Mindestens 80 Prozent",
]  # fmt: skip


def hint(text: object, unit: str | None = None) -> str:
    """What an author is told to write in the place of a text."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_number_or_words(text, "en", unit)
    return str((caught.value.context or {})["hint"])


@pytest.mark.parametrize("text", WORDS)
def test_a_text_without_digits_is_words(text: str) -> None:
    """Beside a unit too, and as it is written."""
    assert parse_number_or_words(f" {text} ") == text
    assert parse_number_or_words(text, "de", "offices") == text


@pytest.mark.parametrize("text", WORDS_WITH_DIGITS)
def test_a_text_that_begins_with_a_word_may_have_digits(text: str) -> None:
    """Unless the goal has a unit: then the number is likely meant to count."""
    assert parse_number_or_words(text) == text
    assert hint(text, "percent").endswith("; if it is meant in words, leave its digits out")


@pytest.mark.parametrize("text", SLIPS)
@pytest.mark.parametrize("unit", [None, "people"])
def test_what_may_be_a_number_is_asked_about(text: str, unit: str | None) -> None:
    """No figure is lost because of a slip in it."""
    assert hint(text, unit)


@pytest.mark.parametrize("text", ["TBD", "none", "yes", "n/a", "Not yet.", "unbekannt"])
def test_what_says_nothing_is_no_target(text: str) -> None:
    """The key is left out until there is one."""
    assert hint(text) == "leave the field out until it is known"


def test_a_hint_says_how_to_write_either() -> None:
    """The number, and the words where it seems to be some."""
    assert hint("eighty") == "write 80"
    assert hint("at least 80 of them").endswith(
        "; if it is meant in words, begin with a word that isn't about the number"
    )
    assert "in words" not in hint("about 80")


@pytest.mark.parametrize("value", [["at least one"], {"at": "least"}])
def test_a_list_or_a_mapping_is_neither(value: object) -> None:
    """It is refused as it is for a number."""
    assert hint(value)


@given(
    st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["{}", "{} %", "~{}", "about {}", "{} of them"])
)
def test_no_text_around_a_bare_number_hides_it(number: Decimal, form: str) -> None:
    """It is read as the number, or asked about."""
    try:
        assert parse_number_or_words(form.format(number)) == number
    except PydanticCustomError as error:
        assert error.type in {"invalid-value", "ambiguous-number"}
