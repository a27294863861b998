"""Pages that seem to be meant for plan files: no `type`, or one of another kind.

A site has pages of its own, with front matter of other plugins. So a page seems to be meant for a plan file
only where it says what no other page would say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_plans.findings import Finding, Route
from mkdocs_plans.load.plan_file import read_type
from mkdocs_plans.load.type_words import certain_type, foreign_type
from mkdocs_plans.model import TYPES, LevelPlan, field_names, own_word
from mkdocs_plans.reading_rules.keys_and_values import MISSING_FIELD, UNKNOWN_TYPE
from mkdocs_plans.source import Document
from mkdocs_plans.yaml import Value

_LINE = re.compile(r"^[^\w\n#-]*(?P<key>[A-Za-z_]+)[ \t\u00a0]*(?::=?|=|：)", re.MULTILINE)
"""A line `key: value` of a front matter that YAML can't read."""

_OURS_ALONE = frozenset({"dri", "strategy", "advances", "depends_on", "originally"})
_NEEDED = {"goals": "title", "actions": "do", "updates": "date"}
"""Lists that other pages may have too, with what an item of ours can't be without."""

_TYPICAL: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("mission", "vision", "theme"), frozenset({"statement"})),
    "values": frozenset({"values"}),
}
"""Fields that a page has only where it is meant for one of these types, if others call its type so."""

_PARTS: Mapping[str, tuple[str, frozenset[str]]] = {
    "goal": ("goals", frozenset({"baseline", "target", "measure", "keep", "met"})),
    "action": ("actions", frozenset({"do", "done"})),
}
"""Parts of a plan that have no file of their own: the list that they stand in, and fields of theirs."""

_FOR_TYPE = frozenset({"typ", "kind", "art", "plan_type", "file_type", "page_type", "doc_type"})
"""What others call the field `type`."""

_OURS_BESIDE = frozenset({"contributors", "resources", "outcome"})
"""Fields that other pages may have; they count beside one that only we have."""


def check_seeming_plan(document: Document) -> Iterator[Finding]:
    """Give what is wrong with a page that seems to be meant for a plan file; nothing for any other page."""
    if document.values and not document.findings_stop_reading:
        yield from _without_type(document, document.values)
    elif document.yaml[0]:
        keys = dict.fromkeys(_LINE.findall(document.yaml[0]))
        if _named(keys):
            yield from document.findings


def _without_type(document: Document, values: Mapping[str, Value]) -> Iterator[Finding]:
    """A front matter has fields that only plans have, and doesn't say what it is, or says another type."""
    said = read_type(document)
    named = _named(values)
    if said is not None and not named:
        yield from _of_another_type(document, values, said)
    if not named:
        return
    fitting = fitting_types(values)
    of = f"a {fitting[0]}" if len(fitting) == 1 else "a plan"
    fields = ", ".join(f"`{key}`" for key in named[:3])
    if said is None:
        key = key_for_type(values)
        hint = f"write {_as_types(fitting)}" + (f" in place of `{key}: …`" if key else "")
        message = f"this file has fields of {of} ({fields}) but no `type`"
        yield MISSING_FIELD.finding(message, document.path, Route.to("type"), hint)
        return
    meant = foreign_type(said)
    hint = f"write {_as_types([meant] if meant in fitting else fitting)} if it is meant for the plan"
    message = f'"{said}" isn\'t a type of plan file, and this file has fields of {of} ({fields})'
    yield UNKNOWN_TYPE.finding(message, document.path, Route.to("type"), hint)


def _of_another_type(document: Document, values: Mapping[str, Value], said: str) -> Iterator[Finding]:
    """A file whose type is what others call one of ours, or a part of a plan, and that has its fields."""
    message = f'"{said}" isn\'t a type of plan file'
    meant = foreign_type(said)
    if meant and (fields := [key for key in values if key in _TYPICAL.get(meant, ())]):
        message += f", and this file has a field of `type: {meant}` (`{fields[0]}`)"
        hint = f"write `type: {meant}` if it is meant for the plan"
        yield UNKNOWN_TYPE.finding(message, document.path, Route.to("type"), hint)
    word = own_word(said).removesuffix("s")
    if word in _PARTS and any(key in _PARTS[word][1] for key in values):
        listed = _PARTS[word][0]
        hint = f"{listed} have no files of their own: write it into the `{listed}` of a strategy or tactic"
        yield UNKNOWN_TYPE.finding(message, document.path, Route.to("type"), hint)


def _as_types(names: Sequence[str | None]) -> str:
    return " or ".join(f"`type: {name}`" for name in names)


def _named(values: Mapping[str, Value]) -> list[str]:
    """The fields of a file that are ours, if one is among them that no other page has, and not alone."""
    certain = {key for key, value in values.items() if key in _OURS_ALONE or _is_our_list(key, value)}
    named = [key for key in values if key in certain | _OURS_BESIDE]
    return named if certain and len(named) > 1 else []


def fitting_types(values: Mapping[str, Value]) -> list[str]:
    """The types whose fields a file has most of."""
    # A tactic stands under a theme only where a site lets it: the field tells of a strategy.
    typical = {name: set(field_names(kind)) for name, kind in _LEVELS.items()}
    typical["tactic"].discard("theme")
    known = {name: len(values.keys() & fields) for name, fields in typical.items()}
    return [name for name, number in known.items() if number == max(known.values())]


def key_for_type(values: Mapping[str, Value]) -> str | None:
    """The key that stands in the place of `type`: others call it so, and its value is a type's name."""
    said = ((key, value) for key, value in values.items() if own_word(key) in _FOR_TYPE)
    return next((key for key, value in said if isinstance(value, str) and _is_type(value)), None)


def _is_type(word: str) -> bool:
    return foreign_type(word) is not None or certain_type(word, {}) is not None


_LEVELS = {name: kind for name, kind in TYPES.items() if issubclass(kind, LevelPlan)}


def _is_our_list(key: str, value: Value) -> bool:
    items = value if isinstance(value, list) and key in _NEEDED else []
    return bool(items) and all(isinstance(item, dict) and _NEEDED[key] in item for item in items)
