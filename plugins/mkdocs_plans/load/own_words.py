"""An organisation's own words (`labels`), as keys that somebody may write in the place of ours."""

from __future__ import annotations

from mkdocs_plans.model import own_word
from mkdocs_plans.settings import Settings

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
