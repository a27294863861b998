"""The words that readers see: the organisation's own where it has set them, else ours."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plans.model import Health, Status
from mkdocs_plans.settings import Label

NOUNS = {
    "mission": Label(one="Mission", many="Missions"),
    "vision": Label(one="Vision", many="Visions"),
    "values": Label(one="Values", many="Values"),
    "theme": Label(one="Theme", many="Themes"),
    "strategy": Label(one="Strategy", many="Strategies"),
    "tactic": Label(one="Tactic", many="Tactics"),
    "team": Label(one="Team", many="Teams"),
    "person": Label(one="Person", many="People"),
    "goal": Label(one="Goal", many="Goals"),
    "action": Label(one="Action", many="Actions"),
    "resource": Label(one="Resource", many="Resources"),
    "dri": Label(one="DRI", many="DRIs"),
    "contributor": Label(one="Contributor", many="Contributors"),
}
"""What the setting `labels` may rename."""

STATUS = {
    Status.DRAFT: "Draft",
    Status.PROPOSED: "Proposed",
    Status.ACTIVE: "Active",
    Status.PAUSED: "Paused",
    Status.DONE: "Done",
    Status.DROPPED: "Dropped",
}

HEALTH: dict[Health | None, str] = {
    Health.ON_TRACK: "On track",
    Health.AT_RISK: "At risk",
    Health.OFF_TRACK: "Off track",
    None: "Not known",
}


class Words:
    """The nouns by their name in the code: `words.theme.one`, `words.goal.many`.

    `small` of a noun is how it reads within a sentence: an acronym stays as it is.
    """

    def __init__(self, labels: Mapping[str, Label]) -> None:
        self._labels = {**NOUNS, **labels}

    def __getattr__(self, name: str) -> Label:
        try:
            return self._labels[name]
        except KeyError:
            raise AttributeError(name) from None

    def count(self, name: str, number: int) -> str:
        """A number of things: `1 tactic`, `3 tactics`."""
        label = self._labels[name]
        return f"{number} {small(label.one if number == 1 else label.many)}"


def small(word: str) -> str:
    """Write a noun within a sentence: in lower case, unless it is an acronym."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]
