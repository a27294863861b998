"""Values → entities, and what is wrong with the values → findings.

A value that is refused is a finding and is left out; the rest of the file still counts, so that one
mistake doesn't take a plan's page and all links to it away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_plans.findings import Finding, Route, Steps
from mkdocs_plans.model.base import Entity
from mkdocs_plans.model.foreign_keys import foreign_field, name_other_place, own_word
from mkdocs_plans.model.list_slips import describe_list_slip
from mkdocs_plans.model.parts import Action, Goal, Resource, Update, ValueStatement
from mkdocs_plans.reading_rules.keys_and_values import (
    FOREIGN_FIELD,
    INVALID_VALUE,
    MISSING_FIELD,
    MISSPELT_FIELD,
    UNKNOWN_FIELD,
)
from mkdocs_plans.spelling import did_you_mean, find_slip

E = TypeVar("E", bound=Entity)

FOREIGN_KEYS = frozenset(
    {
        *(
            "description",
            "template",
            "hide",
            "icon",
            "search",
            "tags",
            "subtitle",
            "social",
            "date",
        ),
        *("comments", "canonical", "authors", "categories", "slug", "links", "pin", "readtime"),
        *("hero", "revision_date", "render_macros", "exclude", "image", "weight", "boost"),
    }
)
"""Keys that MkDocs, Material and widespread plugins read: none of our business."""


@dataclass(frozen=True, slots=True)
class Typed(Generic[E]):
    """What came of values: the entity (None where nothing could be made of them), what is wrong,
    the fields of which something had to be left out, and the places of the list items among that.
    """

    entity: E | None
    findings: tuple[Finding, ...] = ()
    refused: frozenset[str] = frozenset()
    dropped: frozenset[Steps] = frozenset()


def make(
    kind: type[E],
    values: Mapping[str, Any],
    path: str,
    *,
    prefix: Steps = (),
    context: Mapping[str, Any] | None = None,
) -> Typed[E]:
    """Make an entity of values, leaving out what is refused and saying so.

    `prefix` is the route from the front matter's top to the values, `context` what must be known of the
    site (`fiscal_year_start`, `language`, and the fields by its own `words` for them). Never raises.
    """
    words: Mapping[str, str] = (context or {}).get("words", {})
    today = str((context or {}).get("today", EXAMPLE_DAY))
    try:
        return Typed(kind.model_validate(values, context=context))
    except ValidationError as error:
        details = error.errors(include_url=False)
    meant = {place for detail in details if (place := _meant(kind, detail, words))}
    said = (detail for detail in details if detail["type"] != "missing" or detail["loc"] not in meant)
    findings = tuple(_finding(kind, detail, path, prefix, words, today) for detail in said)
    entity = _salvage(kind, values, details, context)
    refused = frozenset(str(detail["loc"][0]) for detail in details if detail["loc"])
    places = map(_steps_to_drop, details)
    dropped = frozenset(steps for steps in places if steps and isinstance(steps[-1], int))
    return Typed(entity, findings, refused, dropped)


def _meant(kind: type[Entity], detail: ErrorDetails, words: Mapping[str, str]) -> Steps | None:
    """The place of the field that a misspelt key was meant for: it isn't missing as well."""
    if detail["type"] != "extra_forbidden":
        return None
    match = meant_field(str(detail["loc"][-1]), _fields_at(kind, detail["loc"]), words)
    return (*detail["loc"][:-1], match) if match else None


def _salvage(kind: type[E], values: Mapping[str, Any], details: list[ErrorDetails], context: Any) -> E | None:
    """Make an entity of what is left without the refused values; None if a required one is refused.

    What is refused in a further round follows from what was left out, and is no mistake of its own.
    """
    while details:
        left = _pruned(values, {_steps_to_drop(detail) for detail in details})
        if left == values:
            fields = {detail["loc"][:1] for detail in details}
            left = _pruned(values, fields)
            if left == values:
                return None
        values = left
        try:
            return kind.model_validate(values, context=context)
        except ValidationError as error:
            details = error.errors(include_url=False)
    return None


_NEEDED = frozenset({"id", "title", "do", "name", "date"})
"""Fields without which an item of a list means nothing."""


def _steps_to_drop(detail: ErrorDetails) -> Steps:
    """The place of the refused value; its whole item where that can't be without it."""
    steps = tuple(step for step in detail["loc"] if step != "[key]")
    inside = len(steps) > 1
    needed = steps[-1:] and steps[-1] in _NEEDED and detail["type"] != "extra_forbidden"
    return steps[:-1] if inside and (needed or detail["type"] == "missing") else steps


def _pruned(value: Any, drops: set[Steps], at: Steps = ()) -> Any:
    """Copy values without what stands at the given places."""
    if isinstance(value, Mapping):
        return {
            key: _pruned(item, drops, (*at, key)) for key, item in value.items() if (*at, key) not in drops
        }
    if isinstance(value, list):
        kept = ((*at, index) not in drops for index in range(len(value)))
        pairs = zip(enumerate(value), kept, strict=True)
        return [_pruned(item, drops, (*at, index)) for (index, item), keep in pairs if keep]
    return value


def _finding(  # noqa: PLR0911, PLR0913, PLR0917 - a case each
    kind: type[Entity], detail: ErrorDetails, path: str, prefix: Steps, words: Mapping[str, str], today: str
) -> Finding:
    """Put a refusal into words."""
    steps = (*prefix, *(step for step in detail["loc"] if step != "[key]"))
    key = str(steps[-1]) if steps else ""
    if said := _describe_list_slip(detail, today) or _said_of_pairs(detail):
        return INVALID_VALUE.finding(said[0], path, Route(steps), said[1])
    match detail["type"]:
        case "extra_forbidden":
            return unknown_key(key, _fields_at(kind, detail["loc"]), path, steps, words)
        case "missing":
            message = f"this {_owner(kind, detail)} has no `{key}`"
            hint = f"add `{key}: {today if key == 'date' else '…'}`" + _or_to_the_item_above(detail)
            return MISSING_FIELD.finding(message, path, Route(steps), hint)
        case "model_type" | "dict_type":
            text = detail["input"] if isinstance(detail["input"], str) else ""
            message = f'a field name is missing before "{text}"' if text else "a field name is missing here"
            hint = f"write it as `{_as_field(kind, detail, text or '…')}`"
            if "@" in text and "email" in kind.model_fields:
                hint = f"write it as `{{email: {text}}}`"
            return INVALID_VALUE.finding(message, path, Route(steps), hint)
        case "list_type" | "tuple_type":
            message, hint = "this must be a list", "begin each item with `- ` on a line of its own"
            items = detail["input"] if isinstance(detail["input"], dict) else {}
            if items and all(value is None for value in items.values()):
                message = "a list needs square brackets, and these are braces"
                hint = f"write `[{', '.join(items)}]`"
            return INVALID_VALUE.finding(message, path, Route(steps), hint)
    if detail["input"] is None:
        message, hint = f"`{key}` is empty", "write something after the colon, or remove the line"
        if isinstance(steps[-1], int):
            message, hint = "this line is empty", "write something after the hyphen, or remove it"
        return MISSING_FIELD.finding(message, path, Route(steps), hint)
    rule, message = detail["type"], detail["msg"]
    at = Route(steps, "key" if detail["loc"][-1:] == ("[key]",) else "value")
    return Finding(rule, message, path, at, detail.get("ctx", {}).get("hint", ""))


EXAMPLE_DAY = "2026-01-31"
"""The day of an example, where today isn't known."""


def _or_to_the_item_above(detail: ErrorDetails) -> str:
    """What else to do about an item of one field that isn't the first of its list."""
    is_alone = isinstance(detail["input"], dict) and len(detail["input"].keys() - {"id"}) == 1
    index = next((step for step in detail["loc"] if isinstance(step, int)), 0)
    hint = "; if this line belongs to the item above, replace its hyphen with a space"
    return hint if is_alone and index > 0 else ""


def _said_of_pairs(detail: ErrorDetails) -> tuple[str, str] | None:
    """What is wrong with what stands in the place of readings, or of targets on the way."""
    field = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "")
    if field not in {"readings", "targets"} or detail["type"] not in {"model_type", "dict_type"}:
        return None
    if isinstance(detail["input"], list):
        return "these must be pairs, not a list", "leave the hyphens out"
    key = "goal-id" if field == "readings" else "2026-12-31"
    value = detail["input"] if isinstance(detail["input"], str) else 45
    said = "these must be pairs" + (f', not the text "{value}"' if isinstance(detail["input"], str) else "")
    return said, f"write it as `{field}: {{{key}: {value}}}`"


def _describe_list_slip(detail: ErrorDetails, today: str) -> tuple[str, str] | None:
    """What is wrong with what stands in the place of a list, or of an item that needs a day."""
    field = detail["loc"][0] if detail["loc"] else ""
    item = _ITEMS.get(str(field))
    if item is None or isinstance(detail["input"], list) or detail["type"] != INVALID_VALUE.name:
        is_text = item is Update and detail["type"] == "model_type" and isinstance(detail["input"], str)
        hint = f"write it as `- date: {today}`, and `note: …` below it"
        return (f'a field name is missing before "{detail["input"]}"', hint) if is_text else None
    if len(detail["loc"]) > 1:
        return None
    needed = next(name for name in ("date", "do", "title", "name") if name in item.model_fields)
    return describe_list_slip(needed, list(item.model_fields), detail["input"], today)


def meant_field(key: str, known: Collection[str], words: Mapping[str, str]) -> str | None:
    """The field that a key is meant for: by the site's own word for it, by what others call it, with no
    space behind its colon, or by a slip of the pen.
    """
    own, bare = words.get(own_word(key)) or foreign_field(key, known), key.partition(":")[0]
    if own in known:
        return own
    return bare if bare != key and bare in known else find_slip(key, known)


_WORDS_OF_TEXT = 4
"""From how many words on a key is more likely a part of a text with a colon. Our convention."""


def unknown_key(
    key: str, known: Collection[str], path: str, steps: Steps, words: Mapping[str, str]
) -> Finding:
    """The finding for a key that isn't ours: a misspelt one of ours is an error, what others call one of ours
    a warning, another one a notice.
    """
    at = Route(steps, "key")
    if own_word(key) not in words and key.lower() not in known and (found := _foreign(key, known, path, at)):
        return found
    if match := meant_field(key, known, words):
        said, hint = "is misspelt", f"did you mean `{match}`?"
        if words.get(own_word(key)) == match:
            said, hint = f"is this site's word for `{match}`", f"write `{match}`"
        elif key.startswith(f"{match}:"):
            said, hint = "has no space after its colon", f"write `{key.replace(':', ': ', 1)}`"
        return MISSPELT_FIELD.finding(f"`{key}` {said}, and would be left out of the plan", path, at, hint)
    hint = did_you_mean(key, known)
    message = f"`{key}` isn't a field here, and is shown nowhere"
    if len(key.split()) >= _WORDS_OF_TEXT:
        hint = "if it belongs to the text above, join the two, and write a dash in place of the colon"
    hint = hint or "add it to the setting `extra_fields`, or remove it"
    return UNKNOWN_FIELD.finding(message, path, at, hint)


def _foreign(key: str, known: Collection[str], path: str, at: Route) -> Finding | None:
    """The finding for what others call one of our fields, or say in another place."""
    meant = foreign_field(key, known)
    hint = f"write `{meant}`" if meant else name_other_place(key, known)
    message = f"`{key}` isn't a field here, and would be left out of the plan"
    return FOREIGN_FIELD.finding(message, path, at, hint) if hint else None


@cache
def field_names(kind: type[Entity]) -> tuple[str, ...]:
    """The keys that may stand in an entity's front matter."""
    return tuple(name for name in kind.model_fields if name not in {"extra", "path", "body", "own_status"})


_ITEMS: dict[str, type[Entity]] = {
    "goals": Goal,
    "actions": Action,
    "resources": Resource,
    "updates": Update,
    "values": ValueStatement,
}


def _fields_at(kind: type[Entity], loc: Steps) -> tuple[str, ...]:
    """The keys that may stand where an unknown one stands."""
    if len(loc) <= 1:
        return field_names(kind)
    return field_names(_ITEMS[str(loc[0])])


def _owner(kind: type[Entity], detail: ErrorDetails) -> str:
    """What lacks a field: `goal`, or the plan file by its type."""
    item = _ITEMS.get(str(detail["loc"][0])) if len(detail["loc"]) > 1 else kind
    names = {"ValueStatement": "value", "Values": "file"}
    return names.get((item or kind).__name__, (item or kind).__name__.lower())


def _as_field(kind: type[Entity], detail: ErrorDetails, text: str) -> str:
    """A text as a field: the one that it begins with, or that which is needed most."""
    key, colon, rest = text.partition(":")
    is_field = colon and key in _fields_at(kind, detail["loc"])
    return f"{key}: {rest}" if is_field else f"{_example_key(kind, detail)}: {text}"


def _example_key(kind: type[Entity], detail: ErrorDetails) -> str:
    item = _ITEMS.get(str(detail["loc"][0])) if len(detail["loc"]) > 1 else kind
    needed = [name for name, field in (item or kind).model_fields.items() if field.is_required()]
    return needed[-1] if needed and needed != ["handle"] else "name"
