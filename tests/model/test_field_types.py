"""The field types: what they take, and what they refuse with which remedy."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable

import pytest
from pydantic_core import PydanticCustomError

from mkdocs_plans.bounds import MAX_TEXT
from mkdocs_plans.model import GoalReference, parse_date, slug
from mkdocs_plans.model.field_types import parse_text, parse_url
from mkdocs_plans.model.references import parse_dri, parse_goal_reference, parse_handle, parse_id


def refused(parse: Callable[[str], object], value: object) -> tuple[str, str]:
    """The rule and the hint with which a value is refused."""
    with pytest.raises(PydanticCustomError) as caught:
        parse(value)  # type: ignore[arg-type]
    return caught.value.type, (caught.value.context or {})["hint"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-31", (2026, 3, 31), (2026, 3, 31)),
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29)),
        ("2026-03", (2026, 3, 1), (2026, 3, 31)),
        ("2026-02", (2026, 2, 1), (2026, 2, 28)),
        ("2026-Q1", (2026, 1, 1), (2026, 3, 31)),
        ("2026-Q4", (2026, 10, 1), (2026, 12, 31)),
        ("2026-H2", (2026, 7, 1), (2026, 12, 31)),
        ("2026", (2026, 1, 1), (2026, 12, 31)),
        ("FY26", (2025, 7, 1), (2026, 6, 30)),
        ("FY2026", (2025, 7, 1), (2026, 6, 30)),
        ("FY26-Q2", (2025, 10, 1), (2025, 12, 31)),
        ("FY26-H2", (2026, 1, 1), (2026, 6, 30)),
        ("2026/27", (2026, 7, 1), (2027, 6, 30)),
        ("2099/00", (2099, 7, 1), (2100, 6, 30)),
        ("2026/27-Q3", (2027, 1, 1), (2027, 3, 31)),
    ],
)
def test_a_date_has_a_first_and_a_last_day(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    """A period is all its days; a fiscal year begins in July here."""
    date = parse_date(text, fiscal_year_start=7)
    assert (date.first, date.last) == (datetime.date(*first), datetime.date(*last))
    assert str(date) == text


def test_a_fiscal_year_that_begins_in_january_is_the_calendar_year() -> None:
    """`FY26` ends in 2026 and `2026/27` begins in 2026, whatever the month."""
    assert parse_date("FY26", 1).first == datetime.date(2026, 1, 1)
    assert parse_date("FY26", 1).last == datetime.date(2026, 12, 31)
    assert parse_date("2026/27", 1).first == datetime.date(2026, 1, 1)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31/03/2026", "2026-3-1", "2026-13", "2026-Q5", "2026-H3", "2026-Q0", "FY26-03", "2026/28",
     "0000", "9999", "2026-W3", "٢٠٢٦"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_forms_that_are(text: str) -> None:
    """The hint shows how a date is written."""
    rule, hint = refused(parse_date, text)
    assert rule == "invalid-value"
    assert "2026" in hint


def test_a_day_that_does_not_exist_is_refused_with_the_months_last_day() -> None:
    """30 February isn't a crash."""
    assert refused(parse_date, "2026-02-30") == ("invalid-value", "the month ends on 2026-02-28")
    assert refused(parse_date, "2026-13-01")[1] == "did you mean 2026-01-13?"
    assert refused(parse_date, "2026-13-40")[1] == "dates are written year-month-day"


def test_a_goal_is_named_alone_or_with_its_plan() -> None:
    """`strategy#goal` names another strategy's goal."""
    assert parse_goal_reference("grow") == GoalReference("grow")
    assert parse_goal_reference("win#grow") == GoalReference("grow", "win")
    assert str(GoalReference("grow", "win")) == "win#grow"


@pytest.mark.parametrize("value", [["a", "b"], "a, b", "a and b", "a & b", "a; b"])
def test_several_dris_are_refused_by_name(value: object) -> None:
    """Directly responsible is one."""
    assert refused(parse_dri, value)[0] == "several-dris"


def test_one_dri_may_stand_in_a_list() -> None:
    """A list of one is one, and a hyphenated handle isn't two."""
    assert parse_dri(["vp-sales"]) == ("vp-sales",)
    assert parse_dri("brand-and-design") == ("brand-and-design",)


def test_a_handle_may_be_written_with_its_at_sign() -> None:
    """In quotes YAML lets it through."""
    assert parse_handle("@vp-sales") == "vp-sales"


@pytest.mark.parametrize("text", ["Hire", "hire people", "hire_people", "-hire", "hire-", "", "hïre"])
def test_what_is_no_id_is_refused_with_one_that_is(text: str) -> None:
    """The hint is an id that could stand there."""
    rule, hint = refused(parse_id, text)
    assert rule == "invalid-id"
    assert parse_id(hint.removeprefix("write "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hire people!", "hire-people"),
        ("Über 20 %", "uber-20"),
        ("Rock’n’roll – 2026 🎯", "rocknroll-2026"),
        ("ﬁve ½-day Ⅳ", "five-12-day-iv"),
        ("Straße, Łódź, Ærø, Þór, İzmir ısı", "strasse-lodz-aero-thor-izmir-isi"),
        ("日本、東京", "ri-ben-dong-jing"),
        ("スコア・ボード", "sukoa-bodo"),
        ("المال", "almal"),
        ("Рост продаж", "rost-prodazh"),
        ("한국어", "hangugeo"),
        ("🎯", "dart"),
        ("", "item"),
    ],
)
def test_a_slug_is_always_an_id(text: str, expected: str) -> None:
    """A text in any script gives an id. What an id was made of before stays what it was."""
    assert parse_id(slug(text)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Großes Ziel für Ärzte", "grosses-ziel-fuer-aerzte"),
        ("de-AT", "Über uns", "ueber-uns"),
        ("sv", "Större räckvidd", "storre-rackvidd"),
        ("nb", "Økt åpenhet", "oekt-apenhet"),
        ("uk", "Гроші", "hroshi"),
        ("ru", "Гроши", "groshi"),
    ],
)
def test_a_slug_is_written_as_the_language_does(language: str, text: str, expected: str) -> None:
    """Where a language has its own way to write a letter in ASCII, its sites take that, also where the accent
    stands behind the letter.
    """
    assert slug(text, language) == expected
    assert slug(unicodedata.normalize("NFD", text), language) == expected


def test_texts_without_a_word_have_an_id_each() -> None:
    """Two texts of signs alone are told apart."""
    ids = [slug(text) for text in ("--", "???", "…")]
    assert len({parse_id(one) for one in ids}) == 3


def test_a_text_that_yaml_split_at_its_colon_is_given_back_in_quotes() -> None:
    """The remedy can be copied."""
    assert '"Guide: v2"' in refused(parse_text, {"Guide": "v2"})[1]


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c", "http://example.org", "mailto:a@example.org", "../a.md", "#x", "/a"]
)
def test_safe_links_are_taken(url: str) -> None:
    """The web, mail, and within the site."""
    assert parse_url(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//example.org", "a b",
     "java\tscript:alert(1)", "ftp://example.org"],
)  # fmt: skip
def test_links_that_could_carry_a_script_are_refused(url: str) -> None:
    """Nor may a link leave out where it leads."""
    assert refused(parse_url, url)[0] == "invalid-value"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\u202egnp.exe", "\u202egnp.exe\u202c"),
        ("a\u2067b\u202ec", "a\u2067b\u202ec\u202c\u2069"),
        ("\u2068שלום\u2069 a", "\u2068שלום\u2069 a"),
        ("a\u202c\u2069b", "ab"),
    ],
)
def test_a_text_turns_nothing_round_that_stands_beside_it(text: str, read: str) -> None:
    """What it turns ends with it, and it ends no turn of ours. Text from right to left stays as it is."""
    assert parse_text(text) == read


def test_the_text_of_a_field_has_a_bound() -> None:
    """It stands on many pages; of one that is too long the beginning is repeated, to know it again."""
    assert parse_text("a" * MAX_TEXT) == "a" * MAX_TEXT
    with pytest.raises(PydanticCustomError, match=r"^.a{40}…. is too long"):
        parse_text("a" * (MAX_TEXT + 1))
