"""The words that readers see: the organisation's own where it has set them, else ours, in the site's
language.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plans.model import Cadence, Health, Status
from mkdocs_plans.render.foreign import Foreign
from mkdocs_plans.render.language import Language, noun, to_translate
from mkdocs_plans.settings import Label

NOUNS = {
    "mission": noun("Mission", "Missions"),
    "vision": noun("Vision", "Visions"),
    "values": noun("Values", "Values"),
    "theme": noun("Theme", "Themes"),
    "strategy": noun("Strategy", "Strategies"),
    "tactic": noun("Tactic", "Tactics"),
    "team": noun("Team", "Teams"),
    "person": noun("Person", "People"),
    "goal": noun("Goal", "Goals"),
    "action": noun("Action", "Actions"),
    "resource": noun("Resource", "Resources"),
    "dri": noun("DRI", "DRIs"),
    "contributor": noun("Contributor", "Contributors"),
}
"""What the setting `labels` may rename."""

_STATUS = {
    Status.DRAFT: to_translate("Draft"),
    Status.PROPOSED: to_translate("Proposed"),
    Status.ACTIVE: to_translate("Active"),
    Status.PAUSED: to_translate("Paused"),
    Status.DONE: to_translate("Done"),
    Status.DROPPED: to_translate("Dropped"),
}

_HEALTH: dict[Health | None, str] = {
    Health.ON_TRACK: to_translate("On track"),
    Health.AT_RISK: to_translate("At risk"),
    Health.OFF_TRACK: to_translate("Off track"),
    None: to_translate("Not known"),
}

_CADENCE = {
    Cadence.WEEKLY: to_translate("every week"),
    Cadence.MONTHLY: to_translate("every month"),
    Cadence.QUARTERLY: to_translate("every quarter"),
    Cadence.HALF_YEARLY: to_translate("every half-year"),
    Cadence.YEARLY: to_translate("every year"),
}


class Words:
    """The nouns by their name in the code: `words.theme.one`, `words.goal.many`."""

    def __init__(self, language: Language, labels: Mapping[str, Label]) -> None:
        self._language = language
        self._own = labels
        self._labels = {name: language.noun(*both) for name, both in NOUNS.items()} | dict(labels)

    def __getattr__(self, name: str) -> Label:
        try:
            return self._labels[name]
        except KeyError:
            raise AttributeError(name) from None

    def is_foreign(self, name: str) -> bool:
        """Whether a noun stands in English in a page of another language."""
        return self._language.is_untranslated and name not in self._own

    def count(self, name: str, number: int) -> str:
        """A number of things: `1 tactic`, `3 tactics`."""
        label = self._labels[name]
        return f"{number} {self._language.small(label.one if number == 1 else label.many)}"

    def status(self, status: Status) -> str:
        """A status in words."""
        return self._language.gettext(_STATUS[status])

    def health(self, health: Health | None) -> str:
        """A health in words."""
        return self._language.gettext(_HEALTH[health])

    def cadence(self, cadence: Cadence) -> str:
        """How often something is reviewed, in words."""
        return self._language.gettext(_CADENCE[cadence])


class TemplateWords:
    """The nouns for templates: one that isn't in the page's language is marked where it is put into HTML."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __getattr__(self, name: str) -> Label:
        label: Label = getattr(self._words, name)
        if not self._words.is_foreign(name):
            return label
        return Label.model_construct(one=Foreign(label.one), many=Foreign(label.many))

    def count(self, name: str, number: int) -> str:
        """A number of things: `1 tactic`, `3 tactics`."""
        counted = self._words.count(name, number)
        return Foreign(counted) if self._words.is_foreign(name) else counted
