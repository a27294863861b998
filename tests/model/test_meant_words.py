"""The words that others use for states, health, reviews, and the side to stay on."""

from __future__ import annotations

from enum import StrEnum

import pytest

from mkdocs_plans.model import Cadence, Health, Keep, Status, meant_word
from mkdocs_plans.model.meant_words import keep_with_number, what_to_write
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("In Progress", Status.ACTIVE),
        ("in_progress", Status.ACTIVE),
        ("aktiv", Status.ACTIVE),
        ("On hold", Status.PAUSED),
        ("COMPLETED", Status.DONE),
        ("abgeschlossen", Status.DONE),
        ("Cancelled", Status.DROPPED),
        ("green", Health.ON_TRACK),
        ("Amber", Health.AT_RISK),
        ("gelb", Health.AT_RISK),
        ("🔴", Health.OFF_TRACK),
        ("annually", Cadence.YEARLY),
        ("vierteljährlich", Cadence.QUARTERLY),
        ("≥", Keep.AT_LEAST),
        ("max.", Keep.AT_MOST),
    ],
)
def test_a_word_of_others_means_one_of_ours(said: str, meant: StrEnum) -> None:
    """Whatever its case and the signs between its parts."""
    assert meant_word(type(meant), said) is meant


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_the_site_shows_can_be_typed(language: str) -> None:
    """Every status, health and cadence, in the site's own language."""
    words = Words(Language(language), {})
    for status in Status:
        assert meant_word(Status, words.status(status)) is status
    for health in Health:
        assert meant_word(Health, words.health(health)) is health
    for cadence in Cadence:
        assert meant_word(Cadence, words.cadence(cadence)) is cadence


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (Status, "planned", "write active if it is agreed"),
        (Status, "closed", "write done if it was carried out"),
        (Status, "blocked", "write paused"),
        (Status, "green", "health: on-track"),
        (Keep, "above", "the lowest number that will do"),
        (Keep, "at least 93", "`target: 93`"),
    ],
)
def test_a_word_that_may_mean_several_is_asked_about(words: type[StrEnum], said: str, hint: str) -> None:
    """With what to write for which."""
    assert meant_word(words, said) is None
    assert hint in what_to_write(words, said)


def test_a_side_and_its_number_are_told_apart() -> None:
    """With or without a percent sign; nothing of what isn't both."""
    assert keep_with_number(">= 93 %") == (Keep.AT_LEAST, "93")
    assert keep_with_number("höchstens 8.5") == (Keep.AT_MOST, "8.5")
    assert keep_with_number("93") is None
    assert keep_with_number("about 93") is None
