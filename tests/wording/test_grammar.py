"""The catalogues: sentences that stay right with whatever words an organisation has, and are set as each
language is.
"""

from __future__ import annotations

import re

import pytest

from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import NOUNS, Words
from tests.wording.test_language import texts
from tests.words import LOCALE, catalogue

_NOUN = "|".join(sorted(Words(Language("en"), {}).nouns, key=len, reverse=True))

_ONE = "|".join(one.lower() for one, many in NOUNS.values() if one != many)

ARTICLES = {
    "de": (r"\b(de[rsm]|die|da|das|ein\w*|kein\w*|dies\w*|jede\w*|unser\w*) ", _ONE),
    "es": (r"\b(el|la|los|las|del|al|una?|unos|unas|otr[oa]s?|ningun[oa]|ningún|est[ea]s?) ", _NOUN),
    "fr": (r"(\b(le|la|du|une?|aucune?|cette|cet?|toute?s?|tous|de|que) |’)", _NOUN),
    "it": (r"(\b(il|lo|la|i|gli|le|un[oa]?|nessun[oa]?|del\w*|quest[oaie]|al\w*) |’)", _NOUN),
    "nl": (r"\b(de|het|dit|deze|dat|die|ons|onze|elke?) ", _ONE),
    "pt": (r"\b([ao]s?|uma?|d[ao]s?|n[ao]s?|est[ea]s?|nenhuma?|noss[ao]s?|às?) ", _NOUN),
}
"""What would be wrong before a word of another gender or, in French and Italian, with another first letter;
and whether in the singular alone.
"""

FRENCH_SPACE = re.compile(r"[^\u202f][:;?!»](?=\s|$)|«[^\u202f]|\d ?%%")
"""French sets a narrow space, at which no line breaks, before these marks and within quotes."""


def said(language: str) -> list[str]:
    """All that a catalogue says, each form of a plural by itself."""
    return [
        text
        for message in catalogue(LOCALE / f"{language}.po")
        if message.id
        for text in texts(message.string)
    ]


@pytest.mark.parametrize("language", ARTICLES)
def test_a_sentence_does_not_presume_the_gender_of_an_organisations_word(language: str) -> None:
    """It has words around a noun that hold for any: plurals, infinitives, colons, brackets."""
    article, nouns = ARTICLES[language]
    wrong = re.compile(rf"{article}%\(({nouns})\)s", re.IGNORECASE)
    assert [text for text in said(language) if wrong.search(text)] == []


def test_a_mark_in_french_has_its_narrow_space() -> None:
    """What stands in backticks is code."""
    assert [text for text in said("fr") if FRENCH_SPACE.search(re.sub(r"`[^`]*`", "", text))] == []


def test_an_arabic_noun_has_the_case_of_its_number() -> None:
    """After 11 to 99 it is in the accusative, after 100 it isn't. Babel has the form for 100 first."""
    forms = [
        texts(message.string)
        for message in catalogue(LOCALE / "ar.po")
        if message.id and message.pluralizable
    ]
    assert [hundred for *_, hundred, eleven in forms if "ًا" in hundred and "ًا" not in eleven] == []
