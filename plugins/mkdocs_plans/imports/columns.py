"""Which field a column stands for: by its name, as we, the site, other tools and people call the field."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from mkdocs_plans.load.own_fields import by_label
from mkdocs_plans.load.own_words import own_words
from mkdocs_plans.load.type_words import certain_type, foreign_type, type_words
from mkdocs_plans.model import (
    TYPES,
    Action,
    Entity,
    Goal,
    Person,
    Resource,
    Update,
    field_names,
    foreign_field,
    own_word,
)
from mkdocs_plans.model.own_fields import OwnFields
from mkdocs_plans.settings import Site

KINDS: Mapping[str, str] = {
    "tactics": "tactic", "strategies": "strategy", "themes": "theme", "teams": "team", "goals": "goal",
    "actions": "action", "resources": "resource", "updates": "update", "readings": "reading",
    "people": "person",
}  # fmt: skip
"""What the rows of a sheet may be, by its name for several and for one."""

_NEVER = {
    "goals",
    "actions",
    "resources",
    "updates",
    "readings",
    "ignore",
    "audience",
    "values",
    "extra",
    "type",
}
"""Fields that no single cell holds."""

_NAMES = {"action": "do", "person": "name", "resource": "name", "update": "note", "reading": "value"}
"""The field that a column means which is called as the rows are, where it isn't `title`."""

_NEEDED = {"update": ("date",), "reading": ("goal", "date", "value")}
"""What a row must say to be anything, where it isn't that field."""

_WORDS: Mapping[str, str] = {
    "action": "action step task maßnahme aufgabe schritt meilenstein milestone aktion",
    "goal": "goal objective ziel kennzahl kpi",
    "person": "person name mitarbeiter mitarbeiterin",
    "reading": "reading messwert messwerte istwert",
    "resource": "resource ressource ressourcen",
    "update": "update check_in check_ins checkin",
    "tactic": "measure maßnahme massnahme maßnahmen activity aktivität task aufgabe projekt project what was",
}
"""What else the column is called that says what a row is."""


def kind_called(word: str, site: Site) -> str | None:
    """What the rows are of a sheet, or of `--as`, by our word, the site's own or another one."""
    name = own_word(word)
    for many, one in KINDS.items():
        if name in {many, one}:
            return one
    called = certain_type(word, type_words(site.settings)) or foreign_type(name)
    if called in KINDS.values():
        return called
    own = own_words(site.settings).get(name, "")
    return KINDS.get(own) or next((kind for kind, words in _WORDS.items() if name in words.split()), None)


_CURRENT = frozenset(
    ["current", "current_value", "actual", "now", "latest", "ist", "ist_wert", "istwert", "aktuell", "stand"]
)

_BESIDE: Mapping[str, set[str]] = {
    "goal": {"plan", "status"},
    "action": {"tactic", "strategy", "status"},
    "resource": {"tactic"},
    "update": {"plan"},
    "reading": {"plan", "goal", "date", "value", "note", "file"},
    "person": {"handle"},
}
"""What a row says beside the fields of its kind: what it stands in, and whether it is done."""

_ENTITIES: Mapping[str, type[Entity]] = {
    **TYPES, "goal": Goal, "action": Action, "resource": Resource, "update": Update, "person": Person,
}  # fmt: skip


class Columns:
    """The fields that the rows of a kind have, and what their columns may be called."""

    def __init__(self, kind: str, site: Site, own: OwnFields) -> None:
        self.kind = kind
        self.name = _NAMES.get(kind, "title")
        self.needed = _NEEDED.get(kind, (self.name,))
        self.own = own.of(kind)
        fields = field_names(_ENTITIES[kind]) if kind in _ENTITIES else ()
        self.known: Collection[str] = (set(fields) - _NEVER) | _BESIDE.get(kind, set())
        self._words = own_words(site.settings)
        self._site = site

    def field(self, head: str) -> str | None:
        """The field that a column stands for; None where its name means none."""
        word = own_word(re.sub(r"[(\[].*?[)\]]|[:*?]", " ", head).strip().rstrip("."))
        ours = word.removeprefix("own_")  # as we export what has the name of another column
        for name in (word, self._words.get(word), by_label(head, self.own), ours):
            if name in self.known or name in self.own:
                return name
        if self._is_name(head, word):
            return self.name
        if self.kind != "goal" and word in _WORDS["goal"].split():
            return None
        return self._above(head) or foreign_field(word, self.known)

    def why_none(self, head: str) -> str:
        """Why no field is meant by a column."""
        if self.kind == "goal" and own_word(head) in _CURRENT:
            return "a reading needs its day: use `plans update`, or a table of plan, goal, date, value"
        return "no field is called so"

    def _is_name(self, head: str, word: str) -> bool:
        """Whether a column says what the row is, by the name of its kind."""
        return word in _WORDS.get(self.kind, "").split() or kind_called(head, self._site) == self.kind

    def _above(self, head: str) -> str | None:
        """The field of what a row stands under, by the name of that kind of thing."""
        called = kind_called(head, self._site)
        if called in self.known:
            return called
        return "plan" if "plan" in self.known and called in {"strategy", "tactic"} else None
