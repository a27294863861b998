"""The words that readers see: the organisation's own where it has set them, else ours, in the site's
language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from mkdocs_plans.figures import Unknown
from mkdocs_plans.model import Cadence, Health, Status
from mkdocs_plans.settings import Label, Word
from mkdocs_plans.standing import Work
from mkdocs_plans.wording.language import Language, noun, to_translate

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

_BY_NOUN = {
    form.lower(): (name, form == forms[1] != forms[0]) for name, forms in NOUNS.items() for form in forms
}
_NOUN = re.compile(
    rf"\b(?:(?P<before>[Aa]n?) )?(?P<noun>{'|'.join(sorted(_BY_NOUN, key=len, reverse=True))})\b(?!\.\w)",
    re.IGNORECASE,
)
"""Our nouns in an English text, each with the article before it."""


def article(noun: str) -> str:
    """What stands before an English noun: `a tactic`, `an initiative`."""
    return "an" if noun[:1].lower() in "aeio" else "a"


_PEOPLE = {"person", "dri", "contributor"}
"""Those of them that are counted as people are, which Japanese and Chinese do by another word."""

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


_UNKNOWN = {
    Unknown.IN_WORDS: to_translate("no number to go by"),
    Unknown.NO_TARGET: to_translate("no target"),
    Unknown.NO_BASELINE: to_translate("no baseline"),
    Unknown.NOTHING_TO_REACH: to_translate("the target is the baseline"),
    Unknown.NO_READING: to_translate("no reading yet"),
    Unknown.NO_DUE: to_translate("no due date"),
    Unknown.NO_START: to_translate("no start"),
    Unknown.DUE_BY_START: to_translate("due by the start"),
    Unknown.DROPPED: to_translate("dropped"),
    Unknown.TO_KEEP: to_translate("to keep, not to reach"),
    Unknown.NO_GOAL: to_translate("no %(goals)s"),
    Unknown.NO_ACTION: to_translate("no %(actions)s"),
    Unknown.NO_DUE_ACTION: to_translate("no %(actions)s with a due date"),
}


_WORK = {
    Work.BELOW: to_translate("%(strategies)s below work on this"),
    Work.TACTICS_DONE: to_translate("its %(tactics)s are done"),
    Work.NONE: to_translate("nobody works on this"),
}
"""What there is to say of who works on a goal, beside the tactics that advance it."""


class Words:
    """The nouns by their name in the code: `words.theme.one`, `words.goal.many`."""

    def __init__(self, language: Language, labels: Mapping[Word, Label] | Mapping[str, Label]) -> None:
        self._language = language
        self._own: Mapping[str, Label] = {str(name): label for name, label in labels.items()}
        self._labels = {name: language.noun(*both) for name, both in NOUNS.items()} | dict(self._own)

    def __getattr__(self, name: str) -> Label:
        try:
            return self._labels[name]
        except KeyError:
            raise AttributeError(name) from None

    def in_own(self, text: str) -> str:
        """An English text of ours with the organisation's own words in the place of those that it has
        renamed; what stands between backticks stays.
        """
        parts = text.split("`")
        return "`".join(
            _NOUN.sub(self._own_noun, part) if i % 2 == 0 else part for i, part in enumerate(parts)
        )

    def _own_noun(self, match: re.Match[str]) -> str:
        name, is_many = _BY_NOUN[match["noun"].lower()]
        if name not in self._own:
            return match[0]
        label = self._own[name]
        own = label.many if is_many else label.one
        is_first = match["noun"][0].isupper() and match["noun"] != match["noun"].upper()
        shown = own if is_first else self._language.small(own)
        return f"{match['before'][0]}{article(shown)[1:]} {shown}" if match["before"] else shown

    @cached_property
    def nouns(self) -> dict[str, str]:
        """The nouns as a sentence takes them, by our English ones: `goal`, `goals`, and `Goal` to begin it.

        A message that is given all of them can be said in the singular or in the plural, as it suits a
        language: German has the same words around a plural noun, whatever its gender.
        """
        found: dict[str, str] = {}
        for name, (one, many) in NOUNS.items():
            for ours, theirs in ((one, self._labels[name].one), (many, self._labels[name].many)):
                found |= {ours.lower(): self._language.small(theirs), ours.lower().capitalize(): theirs}
        return found

    def count(self, name: str, number: int) -> str:
        """A number of things: `1 tactic`, `3 tactics`."""
        own, language = self._own.get(name), self._language
        counted = language.count_label(own, number) if own else language.ngettext(*NOUNS[name], number)
        values = {"number": str(number), "noun": language.small(counted)}
        if name in _PEOPLE:
            return language.npgettext(
                "people", "%(number)s %(noun)s", "%(number)s %(noun)s", number, **values
            )
        return language.npgettext("things", "%(number)s %(noun)s", "%(number)s %(noun)s", number, **values)

    def status(self, status: Status) -> str:
        """A status in words."""
        own = self._own.get(status.value)
        return own.one if own else self._language.gettext(_STATUS[status])

    def health(self, health: Health | None) -> str:
        """A health in words."""
        return self._language.gettext(_HEALTH[health])

    def unknown(self, reason: Unknown) -> str:
        """Why a figure isn't known, in words."""
        small, goals, actions = self._language.small, self._labels["goal"].many, self._labels["action"].many
        return self._language.gettext(_UNKNOWN[reason], goals=small(goals), actions=small(actions))

    def work(self, work: Work) -> str:
        """Who works on a goal, in words; nothing where an open tactic does, or nobody needs to."""
        if work not in _WORK:
            return ""
        strategies, tactics = self._labels["strategy"].many, self._labels["tactic"].many
        return self._language.gettext(
            _WORK[work], strategies=self._language.small(strategies), tactics=self._language.small(tactics)
        )

    def cadence(self, cadence: Cadence) -> str:
        """How often something is reviewed, in words."""
        return self._language.gettext(_CADENCE[cadence])
