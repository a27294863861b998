"""An organisation's own words (`labels`), as keys that somebody may write in the place of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_plans.findings import Finding
from mkdocs_plans.model import Status, composed, own_word
from mkdocs_plans.settings import Settings, Site

_FIELDS = {
    "theme": "theme",
    "strategy": "strategy",
    "team": "team",
    "values": "values",
    "goal": "goals",
    "action": "actions",
    "resource": "resources",
    "dri": "dri",
    "contributor": "contributors",
}
"""The fields that are about the things which labels name."""


def own_words(settings: Settings) -> dict[str, str]:
    """Our fields by the site's words for them, for one and for several; without the keys that it names as
    its own.
    """
    fields = {
        own_word(word): _FIELDS[name]
        for name, label in settings.labels.items()
        if name in _FIELDS
        for word in (label.one, label.many)
    }
    return {word: field for word, field in fields.items() if word not in settings.extra_fields}


def own_statuses(settings: Settings) -> Mapping[str, Status]:
    """The site's own statuses, each with the one of ours that it counts as."""
    own = {composed(word.strip()): Status(ours) for word, ours in settings.statuses.items()}
    return {word: ours for word, ours in own.items() if word and word not in set(Status)}


def find_wrong_statuses(site: Site) -> Iterator[Finding]:
    """Give the own statuses that are empty, or called as one of ours that means something else."""
    for word, ours in site.settings.statuses.items():
        if not word.strip():
            yield site.setting_finding("statuses", word, "a status can't be empty", "write a word")
        elif word.strip() in set(Status) - {ours}:
            message = f'"{word}" is a status of ours, and can\'t count as {ours}'
            hint = "choose another word, or show it otherwise by `labels`"
            yield site.setting_finding("statuses", word, message, hint)
