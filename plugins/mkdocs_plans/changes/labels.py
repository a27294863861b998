"""What readers call the fields of a plan."""

from __future__ import annotations

from mkdocs_plans.wording.language import Language, to_translate
from mkdocs_plans.wording.words import Words

_FIELDS = {
    "advances": to_translate("Advances"),
    "audience": to_translate("Audience"),
    "baseline": to_translate("Baseline"),
    "body": to_translate("Text"),
    "cost": to_translate("Cost"),
    "date": to_translate("Day"),
    "depends_on": to_translate("Depends on"),
    "do": to_translate("What is to do"),
    "done": to_translate("Done"),
    "dropped": to_translate("Dropped"),
    "due": to_translate("Due"),
    "end": to_translate("End"),
    "email": to_translate("E-mail address"),
    "github": to_translate("Name on GitHub"),
    "gitlab": to_translate("Name on GitLab"),
    "handle": to_translate("Handle"),
    "health": to_translate("Health"),
    "id": to_translate("Id"),
    "ignore": to_translate("Ignored rules"),
    "keep": to_translate("Keep"),
    "lead": to_translate("Lead"),
    "measure": to_translate("Measure"),
    "met": to_translate("Met"),
    "name": to_translate("Name"),
    "note": to_translate("Note"),
    "number": to_translate("Number"),
    "originally": to_translate("First promised for"),
    "outcome": to_translate("Outcome"),
    "parent": to_translate("Part of"),
    "readings": to_translate("Reading"),
    "review": to_translate("Reviewed"),
    "role": to_translate("Role"),
    "start": to_translate("Start"),
    "statement": to_translate("Statement"),
    "status": to_translate("Status"),
    "strategy": to_translate("Serves"),
    "summary": to_translate("Summary"),
    "target": to_translate("Target"),
    "targets": to_translate("On the way"),
    "title": to_translate("Title"),
    "type": to_translate("Kind"),
    "unit": to_translate("Unit"),
    "until": to_translate("Leaves"),
    "updates": to_translate("Update"),
    "url": to_translate("Link"),
    "when": to_translate("When"),
}

_NOUNS = {
    "dri": "dri",
    "contributors": "contributor",
    "team": "team",
    "theme": "theme",
    "goals": "goal",
    "actions": "action",
    "resources": "resource",
    "values": "values",
}
"""The fields that an organisation may call otherwise, each with the name of its noun."""


def label(words: Words, language: Language, field: str) -> str:
    """The name of a field in the site's language; the field itself where it is none of ours."""
    if field in _NOUNS:
        noun = getattr(words, _NOUNS[field])
        return str(noun.many) if field == "contributors" else str(noun.one)
    return language.gettext(_FIELDS[field]) if field in _FIELDS else field
