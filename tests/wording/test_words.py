"""The words that readers see: ours, or the organisation's."""

from __future__ import annotations

import pytest

from mkdocs_plans.settings import Label
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import NOUNS, Words

ENGLISH, GERMAN = Language("en"), Language("de")
PILLARS = Words(ENGLISH, {"theme": Label(one="Pillar", many="Pillars")})


def test_a_label_takes_the_place_of_our_word() -> None:
    """The others stay."""
    assert (PILLARS.theme.one, PILLARS.theme.many) == ("Pillar", "Pillars")
    assert PILLARS.strategy.many == "Strategies"


@pytest.mark.parametrize(
    ("noun", "number", "shown"),
    [
        ("tactic", 0, "0 tactics"),
        ("tactic", 1, "1 tactic"),
        ("theme", 2, "2 pillars"),
        ("person", 3, "3 people"),
        ("dri", 2, "2 DRIs"),
    ],
)
def test_things_are_counted_in_words(noun: str, number: int, shown: str) -> None:
    """One is one; an acronym stays as it is."""
    assert PILLARS.count(noun, number) == shown


@pytest.mark.parametrize(
    ("word", "shown"), [("Goal", "goal"), ("OKR", "OKR"), ("Key result", "key result"), ("A", "a"), ("", "")]
)
def test_a_noun_within_a_sentence_is_small(word: str, shown: str) -> None:
    """Unless it is an acronym."""
    assert ENGLISH.small(word) == shown


def test_a_word_that_there_is_not_is_an_error() -> None:
    """A template that asks for it is wrong."""
    with pytest.raises(AttributeError, match="pillar"):
        _ = PILLARS.pillar


def test_every_noun_has_both_numbers() -> None:
    """None is empty."""
    assert all(one and many for one, many in NOUNS.values())


@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        (
            "pl",
            ("Filar", "Filary", "Filarów"),
            ["1 filar", "3 filary", "5 filarów", "22 filary", "25 filarów"],
        ),
        ("pl", ("Filar", "Filary", ""), ["1 filar", "3 filary", "5 filary", "22 filary", "25 filary"]),
        ("fi", ("Pilari", "Pilaria", ""), ["1 pilari", "3 pilaria", "5 pilaria", "22 pilaria", "25 pilaria"]),
    ],
)
def test_an_organisations_word_has_the_form_of_its_number(
    language: str, words: tuple[str, str, str], shown: list[str]
) -> None:
    """As far as it is set."""
    one, many, counted = words
    own = Words(Language(language), {"theme": Label(one=one, many=many, counted=counted)})
    assert [own.count("theme", number) for number in (1, 3, 5, 22, 25)] == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", ["1 Maßnahme", "2 Maßnahmen", "5 Maßnahmen", "3 Personen"]),
        ("pl", ["1 działanie", "2 działania", "5 działań", "3 osoby"]),
        ("ja", ["施策1件", "施策2件", "施策5件", "メンバー3人"]),
        ("zh", ["1个举措", "2个举措", "5个举措", "3名人员"]),
        ("zh-TW", ["1個措施", "2個措施", "5個措施", "3名人員"]),
        ("ar", ["مبادرة (1)", "مبادرتان (2)", "5 مبادرات", "3 أشخاص"]),
    ],
)
def test_a_language_counts_in_its_own_way(language: str, shown: list[str]) -> None:
    """With as many forms as it has, and a word for people where it has one."""
    words = Words(Language(language), {})
    assert [*(words.count("tactic", number) for number in (1, 2, 5)), words.count("person", 3)] == shown


def test_an_arabic_word_is_counted_in_the_singular_beyond_ten() -> None:
    """Where no third form is set."""
    own = Words(Language("ar"), {"theme": Label(one="ركيزة", many="ركائز")})
    assert [own.count("theme", number) for number in (1, 3, 11)] == ["ركيزة (1)", "3 ركائز", "11 ركيزة"]
