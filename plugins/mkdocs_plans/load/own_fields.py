"""The organisation's own fields in a front matter: taken out from between ours, and checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from mkdocs_plans.findings import Finding, Route, Steps
from mkdocs_plans.load.own_words import own_statuses
from mkdocs_plans.model import TYPES, Action, Entity, Goal, PlanFile, field_names, own_word, unknown_key
from mkdocs_plans.model.json_schema import Allowed
from mkdocs_plans.model.own_fields import OwnField, OwnFields, read_refusal
from mkdocs_plans.reading_rules.keys_and_values import MISSPELT_FIELD, UNKNOWN_FIELD
from mkdocs_plans.settings import OWN_FIELDS_ON, Settings, Site
from mkdocs_plans.spelling import find_slip

PARTS: Mapping[str, tuple[str, type[Entity]]] = {"goals": ("goal", Goal), "actions": ("action", Action)}
"""The lists whose items may have own fields, each with what an item is."""


def own_fields(settings: Settings, context: Mapping[str, Any]) -> OwnFields:
    """The site's own fields."""
    found = (
        OwnField(key, one.label or _words(key), one.type, one.choices, frozenset(one.on or OWN_FIELDS_ON))
        for key, one in settings.extra_fields.items()
    )
    return OwnFields({one.key: one for one in found}, context)


def allowed_by(settings: Settings) -> Allowed:
    """What a site lets its plan files say."""
    return Allowed(own_fields(settings, {}), settings.joint_dris, tuple(own_statuses(settings)))


def find_taken_names(site: Site) -> Iterator[Finding]:
    """Give the own fields that are called as one of ours is: ours is read in their place."""
    ours: Mapping[str, type[Entity]] = {**TYPES, "goal": Goal, "action": Action}
    for key, one in site.settings.extra_fields.items():
        where = next((name for name in one.on if key in field_names(ours[name])), "")
        where = where or ("plan file" if not one.on and key in field_names(PlanFile) else "")
        if where:
            message = f"`{key}` can't be a field of your own: a {where} has a field of that name"
            yield site.setting_finding("extra_fields", key, message, "choose another name")


def place_of(kind: str, steps: Steps) -> str:
    """What a key stands in: a type of plan file, a `goal` or an `action`; empty for any other part."""
    if len(steps) <= 1:
        return kind
    return PARTS[str(steps[0])][0] if len(steps) == 3 and steps[0] in PARTS else ""


def point_to_own(own: OwnFields, kind: str, finding: Finding) -> Finding:
    """The finding for an unknown key of a type of plan file; of an own field in the wrong place it says where
    it belongs, and of one that is misspelt, or called by its label, which one is meant.
    """
    if finding.rule != UNKNOWN_FIELD.name or not isinstance(finding.at, Route):
        return finding
    key = str(finding.at.steps[-1])
    if one := own.by_key.get(key):
        places = ", ".join(name for name in OWN_FIELDS_ON if name in one.on)
        return replace(finding, hint=f"the setting `extra_fields` has it `on: [{places}]`")
    fields = own.of(place_of(kind, finding.at.steps))
    called = by_label(key, fields)
    meant = called or find_slip(key, fields)
    if meant is None:
        return finding
    what, hint = ("the label", f"write `{meant}`") if called else ("misspelt", f"did you mean `{meant}`?")
    message = f"`{key}` is {what}{f' of `{meant}`' if called else ''}, and would be left out of the plan"
    return MISSPELT_FIELD.finding(message, finding.path, finding.at, hint)


def by_label(key: str, fields: Mapping[str, OwnField]) -> str | None:
    """The own field that a key is the label of."""
    return next((name for name, one in fields.items() if own_word(one.label) == own_word(key)), None)


@dataclass
class PartedFields:
    """A front matter whose own fields stand under `extra`, in its goals and actions likewise, and what is
    wrong with them. `refused` are the fields of which something had to be left out.
    """

    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)


def part_own_fields(
    values: Mapping[str, Any], kind: str, own: OwnFields, words: Mapping[str, str], path: str
) -> PartedFields:
    """Part the own fields of a plan file from ours. A value that is refused is left out."""
    if not own.by_key and not _has_extra(values):  # as most plans have none
        return PartedFields(dict(values))
    parting = _Parting(own, words, path)
    found = parting.of(values, kind, field_names(TYPES[kind]), ())
    for key, (part, entity) in PARTS.items():
        if isinstance(items := found.get(key), list):
            known = field_names(entity)
            found[key] = [
                parting.of(item, part, known, (key, index)) if isinstance(item, dict) else item
                for index, item in enumerate(items)
            ]
    return PartedFields(found, parting.findings, parting.refused)


def _has_extra(values: Mapping[str, Any]) -> bool:
    """Whether a key is called as that under which own fields are kept."""
    parts = (values[key] for key in PARTS if isinstance(values.get(key), list))
    return "extra" in values or any(
        isinstance(one, dict) and "extra" in one for part in parts for one in part
    )


class _Parting:
    """Parts the fields of one thing after the other."""

    def __init__(self, own: OwnFields, words: Mapping[str, str], path: str) -> None:
        self._own, self._words, self._path = own, words, path
        self.findings: list[Finding] = []
        self.refused: set[str] = set()

    def of(
        self, values: Mapping[str, Any], kind: str, known: Collection[str], steps: Steps
    ) -> dict[str, Any]:
        """Give the values of a plan file, a goal or an action with its own fields apart."""
        fields = self._own.of(kind)
        if not fields and "extra" not in values:
            return dict(values)
        own = {key: value for key, value in values.items() if key in fields and key not in known}
        rest = {key: value for key, value in values.items() if key not in own}
        if rest.pop("extra", None) is not None:  # the name that we keep them under is nobody's to write
            self.findings.append(unknown_key("extra", known, self._path, (*steps, "extra"), self._words))
        kept = {
            key: value
            for key, value in own.items()
            if value is not None and self._is_right(key, value, steps)
        }
        return {**rest, "extra": kept} if kept else rest

    def _is_right(self, key: str, value: Any, steps: Steps) -> bool:
        try:
            self._own.read(key, value)
        except PydanticCustomError as error:
            rule, message, hint = error.type, error.message(), str((error.context or {}).get("hint", ""))
        except ValidationError as error:
            rule, message, hint = read_refusal(error)
        else:
            return True
        self.findings.append(Finding(rule, message, self._path, Route((*steps, key)), hint))
        self.refused.add(str(steps[0]) if steps else "extra")
        return False


def _words(key: str) -> str:
    """A label made of a key: `budget_line` is *Budget line*."""
    words = " ".join(key.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]
