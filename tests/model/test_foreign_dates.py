"""Dates as people write them: what each can mean in our form."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from mkdocs_plans.model.dates import meant_date, meant_dates, parse_date, says_when

ONE_READING = [
    # text, month in which the fiscal year begins, language, what it means
    ("31 March 2027", 1, "en", "2027-03-31"),
    ("Wednesday, 31 March 2027", 1, "en", "2027-03-31"),
    ("March '27", 1, "en", "2027-03"),
    ("31-Dec-2026", 1, "en", "2026-12-31"),
    ("31\N{NON-BREAKING HYPHEN}12\N{NON-BREAKING HYPHEN}2026", 1, "en", "2026-12-31"),
    ("2027/03", 1, "en", "2027-03"),
    ("03/2027", 1, "en", "2027-03"),
    ("20260331", 1, "en", "2026-03-31"),
    ("2026-03-31T00:00:00Z", 1, "en", "2026-03-31"),
    ("2026-03-31 09:30:00+02:00", 1, "en", "2026-03-31"),
    ("by end of 2027", 1, "en", "2027-12-31"),
    ("end of February 2028", 1, "en", "2028-02-29"),
    ("beginning of Q2 2027", 1, "en", "2027-04-01"),
    ("Q1 2027", 1, "en", "2027-Q1"),
    ("1H 2026", 1, "en", "2026-H1"),
    ("1H26", 1, "en", "2026-H1"),
    ("Q4'26", 1, "en", "2026-Q4"),
    ("first quarter of 2027", 1, "en", "2027-Q1"),
    ("second half 2026", 1, "en", "2026-H2"),
    ("FY25 Q3", 4, "en", "FY25-Q3"),
    ("Q3 FY2025", 4, "en", "FY2025-Q3"),
    ("FY 2026", 4, "en", "FY2026"),
    ("FY 2026/27", 7, "en", "2026/27"),
    ("2026-27", 7, "en", "2026/27"),
    ("2026–2027", 7, "en", "2026/27"),
    ("AY 2026/2027", 9, "en", "2026/27"),
    ("FY26/27 Q2", 7, "en", "2026/27-Q2"),
    ("31. März 2027", 1, "de", "2027-03-31"),
    ("Februar 2027", 1, "en", "2027-02"),
    ("in 2027", 1, "en", "2027"),
    ("Dez. 2026", 1, "de", "2026-12"),
    ("03.04.2026", 1, "de", "2026-04-03"),
    ("31.12.26", 1, "de", "2026-12-31"),
    ("bis Ende März 2027", 1, "de", "2027-03-31"),
    ("III. Quartal 2027", 1, "de", "2027-Q3"),
    ("erstes Halbjahr 2027", 1, "de", "2027-H1"),
    ("30 juin 2026", 1, "fr", "2026-06-30"),
    ("03/04/2026", 1, "fr", "2026-04-03"),
    ("1er trimestre 2027", 1, "fr", "2027-Q1"),
    ("31 de marzo de 2027", 1, "es", "2027-03-31"),
    ("1 мая 2027", 1, "ru", "2027-05-01"),
    ("2027年3月31日", 1, "ja", "2027-03-31"),
    ("٣١/٠٣/٢٠٢٦", 1, "ar", "2026-03-31"),
    ("31 March 2027", 1, "no-such-language", "2027-03-31"),
]

SEVERAL_READINGS = [
    ("03/04/2026", 1, "en", ["2026-04-03", "2026-03-04"]),
    ("03/04/2026", 1, "de", ["2026-04-03", "2026-03-04"]),
    ("03.04.2026", 1, "en", ["2026-04-03", "2026-03-04"]),
    ("27.08.19", 1, "en", ["2019-08-27", "2027-08-19"]),
    ("Q1 2027", 7, "en", ["2027-Q1", "FY2027-Q1"]),
    ("H2/2026", 10, "en", ["2026-H2", "FY2026-H2"]),
    ("KW 35/2026", 1, "de", ["2026-08-24", "2026-08-30"]),
    ("mid-2027", 1, "en", ["2027-06", "2027-07"]),
    ("2026-3", 1, "en", ["2026-03", "2026-Q3"]),
    ("2025-2027", 1, "en", ["2025", "2027"]),
]

NO_READING = [
    *("spring 2027", "Thursday 31 March 2027", "30 juin 2026", "Feb 30 2027", "March 27", "1405/06/31"),
    *("ongoing", "TBD", "Year 3", "2026-06-3", "Q5 2026", "2026-13-01", ""),
]


@pytest.mark.parametrize(("text", "begins", "language", "meant"), ONE_READING)
def test_a_date_that_can_mean_one_thing_is_offered(text: str, begins: int, language: str, meant: str) -> None:
    """It isn't taken as it stands, but named as what to write."""
    assert meant_date(text, begins, language) == meant
    with pytest.raises(PydanticCustomError) as refused:
        parse_date(text, begins, language)
    assert (refused.value.context or {})["hint"] == f"write {meant}"


@pytest.mark.parametrize(("text", "begins", "language", "meant"), SEVERAL_READINGS)
def test_a_date_that_can_mean_several_things_is_asked_about(
    text: str, begins: int, language: str, meant: list[str]
) -> None:
    """With each of them, and with what it is."""
    assert meant_date(text, begins, language) is None
    assert [str(one) for one in meant_dates(text, begins, language)] == meant
    with pytest.raises(PydanticCustomError) as refused:
        parse_date(text, begins, language)
    hint = (refused.value.context or {})["hint"]
    assert all(f"{one} (" in hint for one in meant)


@pytest.mark.parametrize("text", NO_READING)
def test_what_is_no_date_means_none(text: str) -> None:
    """A day that isn't there, a weekday that is another day's, words, another calendar's year."""
    assert meant_dates(text) == ()


def test_an_academic_year_is_no_month_and_needs_the_month_it_begins_in() -> None:
    """Where years begin in January, 2026/27 would be all of 2026: nobody means that."""
    with pytest.raises(PydanticCustomError) as refused:
        parse_date("2026-27", 1)
    assert meant_date("2026-27", 1) is None
    assert "fiscal_year_start" in (refused.value.context or {})["hint"]
    assert str(parse_date("2026-07", 7)) == "2026-07"


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "9997", "FY1899", "3026-03-31"])
def test_a_year_that_nobody_plans_for_is_refused(text: str) -> None:
    """What is counted from it would leave the calendar."""
    with pytest.raises(PydanticCustomError) as refused:
        parse_date(text)
    assert "too far from today" in refused.value.message()


@pytest.mark.parametrize("text", ["ongoing", "after the law is passed", "asap", "Spring", "laufend"])
def test_words_say_when(text: str) -> None:
    """They belong in `when`, and the hint says so in fields that have it beside them."""
    assert says_when(text)
    with pytest.raises(PydanticCustomError) as refused:
        parse_date(text, field="due")
    assert (refused.value.context or {})["hint"].startswith(f"write `when: {text}`")


@pytest.mark.parametrize("text", ["spring 2027", "TBD", "?", "yes", "no", "nein", "May", "end of March", "-"])
def test_words_that_may_be_a_date_or_say_nothing_do_not_say_when(text: str) -> None:
    """They are left to the author."""
    assert not says_when(text)
