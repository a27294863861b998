"""Which type of plan file another word means: the site's own, a plural, one of another language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from mkdocs_plans.model import TYPES, own_word
from mkdocs_plans.settings import Settings
from mkdocs_plans.spelling import find_slip

_PLURALS = {
    "strategies": "strategy",
    **{f"{name}s": name for name in TYPES if name not in {"strategy", "values"}},
}

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "mission": ("purpose", "leitbild", "mission_statement", "mision", "missione"),
    "vision": ("vision_statement", "visione"),
    "values": ("core_values", "principles", "werte", "valeurs", "valores", "valori"),
    "theme": (
        *("pillar", "focus_area", "focus", "strategic_theme", "thema", "themen", "tema", "handlungsfeld"),
        *("saule", "axe", "axe_strategique", "eje"),
    ),
    "strategy": (
        *("strategic_priority", "strategic_goal", "strategic_objective", "strategic_plan", "priority"),
        *("objective", "objectif"),
        *("strategie", "strategien", "estrategia", "strategia"),
    ),
    "tactic": (
        *(
            "tactical_plan",
            "initiative",
            "action_plan",
            "action_step",
            "project",
            "measure",
            "taktik",
            "taktiken",
            "tactique",
        ),
        *("tactica", "tattica", "massnahme", "massnahmen", "vorhaben", "iniciativa"),
    ),
    "team": (
        *("department", "division", "unit", "office", "group", "abteilung", "referat", "bereich", "equipe"),
        *("service", "equipo", "mannschaft"),
    ),
}
"""What others call our types. Other plugins may mean something else by them: they count in a file that has
fields of ours.
"""
_BY_SYNONYM = {word: name for name, words in SYNONYMS.items() for word in words}


def type_words(settings: Settings) -> dict[str, str]:
    """Our types by the site's words for them, for one and for several, and by their own plurals."""
    labels = {
        own_word(word): name
        for name, label in settings.labels.items()
        if name in TYPES
        for word in (label.one, label.many)
    }
    return {**_PLURALS, **labels}


def certain_type(said: str, words: Mapping[str, str]) -> str | None:
    """The one type that a word can only mean here: ours, in whatever case, or the site's own word for it."""
    plain = said.strip("[]{}\"'“”„‘’ \t")
    word = own_word(plain)
    return words.get(word) or (word if word in TYPES else None)


def is_sites_word(said: str, words: Mapping[str, str]) -> bool:
    """Whether a word is the site's own for a type, and not one of ours or its plural."""
    word = own_word(said)
    return word in words and word not in TYPES and word not in _PLURALS


def meant_type(said: str, words: Mapping[str, str]) -> str | None:
    """The type that a word means here, or is a slip of the pen for."""
    return certain_type(said, words) or find_slip(said.strip("[]{} "), TYPES)


def foreign_type(said: str) -> str | None:
    """The type that others call so, in English or in another language."""
    return _BY_SYNONYM.get(_folded(said))


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", own_word(word).replace("ß", "ss"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
