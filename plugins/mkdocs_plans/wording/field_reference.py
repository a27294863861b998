"""Every field that a plan file and the people file may have, as the model describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_plans.model import (
    TYPES,
    Action,
    Amount,
    Date,
    Entity,
    Goal,
    GoalReference,
    LevelPlan,
    Person,
    PlanFile,
    Resource,
    Update,
    ValueStatement,
)
from mkdocs_plans.model.dates import Happened
from mkdocs_plans.model.own_fields import OwnField, OwnFields

_SHARED: tuple[tuple[str, str, type[Entity]], ...] = (
    ("in-every-file", "In every file", PlanFile),
    ("in-strategies-and-tactics", "In strategies and tactics", LevelPlan),
)

_PARTS: tuple[tuple[str, str, type[Entity]], ...] = (
    ("goal", "A goal", Goal),
    ("action", "An action", Action),
    ("resource", "A resource", Resource),
    ("value", "A value", ValueStatement),
    ("update", "An update", Update),
    ("person", "A person in the people file", Person),
)

_SECTIONS = (
    *_SHARED,
    *((name, f"type: {name}", kind) for name, kind in TYPES.items()),
    *_PARTS,
)

_WORDS: dict[Any, tuple[str, str]] = {
    str: ("", "texts"),  # a text needs no word
    tuple[str, ...]: ("", ""),  # a DRI, which is one text unless a site allows several
    Date: ("date", "dates"),
    Happened: ("date, or `yes`", "dates"),
    Decimal | str: ("number, or words", "numbers, or words"),
    Decimal: ("number", "numbers"),
    Amount | str: ("number with a currency, or words", "numbers with their currencies"),
    GoalReference: ("goal", "goals"),
}

_OWN_VALUES = {None: "anything", "text": "", "list": "list of texts", "person": "handle of the people file"}
"""What is written in a field of the organisation's own, where its type alone doesn't say it."""

_FOLLOW = frozenset({(PlanFile, "id"), (PlanFile, "title"), (Goal, "id"), (Action, "id")})
"""What has to be there, and follows from something else where it isn't written."""

_UNWRITTEN = frozenset({"extra", "path", "body", "handle", "own_status"})
"""What an entity knows that isn't a field of the front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEntry:
    """A field. `value` says what is written, `words` which words may be, `part` in which section stands
    what a list holds: of the three, the one that it is. `label` is what readers see of a field of the
    organisation's own.
    """

    name: str
    is_required: bool = False
    value: str = ""
    words: tuple[str, ...] = ()
    part: str = ""
    default: str = ""
    description: str | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class FieldSection:
    """The fields of one kind of entity."""

    id: str
    title: str
    about: str
    fields: tuple[FieldEntry, ...]


def field_sections(statuses: Iterable[str] = ()) -> tuple[FieldSection, ...]:
    """Give what files and their parts may say: what all share first, then each type, then the parts.
    `statuses` are the organisation's own.
    """
    own = tuple(statuses)
    sections = (
        FieldSection(f"fields-{anchor}", title, _first_sentence(kind), tuple(_fields(kind, own)))
        for anchor, title, kind in _SECTIONS
    )
    return tuple(section for section in sections if section.fields)


OWN_SECTION = "fields-of-your-own"


def own_section(own: OwnFields) -> FieldSection | None:
    """Give the organisation's own fields; None where it has none."""
    about = "What the setting `extra_fields` adds."
    entries = tuple(map(_own_entry, own.by_key.values()))
    return FieldSection(OWN_SECTION, "Fields of your own", about, entries) if entries else None


def _own_entry(one: OwnField) -> FieldEntry:
    everywhere = {*TYPES, "goal", "action"}
    places = [name for name in (*TYPES, "goal", "action") if name in one.on]
    where = "every plan file, goal and action" if one.on >= everywhere else ", ".join(places)
    value = "" if one.choices else _OWN_VALUES.get(one.type, str(one.type))
    description = f"May stand in: {where}."
    return FieldEntry(name=one.key, label=one.label, value=value, words=one.choices, description=description)


def _first_sentence(kind: type[Entity]) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _fields(kind: type[Entity], statuses: tuple[str, ...]) -> Iterator[FieldEntry]:
    """The fields of an entity, without those that have a section above it."""
    above = {name for _, _, base in _SHARED if base in kind.__mro__[1:] for name in base.model_fields}
    for name, field in kind.model_fields.items():
        if name not in above and name not in _UNWRITTEN:
            yield FieldEntry(
                name=name,
                is_required=field.is_required() and (kind, name) not in _FOLLOW,
                value=_value(field.annotation),
                words=(*map(str, _words(field.annotation)), *(statuses if name == "status" else ())),
                part=_part(field.annotation),
                default=_default(field),
                description=field.description,
            )


def _default(field: FieldInfo) -> str:
    default = field.get_default()
    return str(default) if isinstance(default, str) and default else ""


def _value(annotation: Any, *, several: bool = False) -> str:
    """What is written, in a word or two: `date`, `list of texts`. Empty for a word of a few."""
    inner = _inner(annotation)
    if get_origin(inner) is tuple and inner not in _WORDS:
        of = _value(get_args(inner)[0], several=True)
        return f"list of {of}" if of else "list"
    if get_origin(inner) is dict:
        return "mapping"
    one, many = _WORDS.get(inner, ("", ""))
    return many if several else one


def _inner(annotation: Any) -> Any:
    """A type without what pydantic is told of it, and without `None`."""
    if get_origin(annotation) is Annotated:
        return _inner(get_args(annotation)[0])
    given = [one for one in get_args(annotation) if one is not type(None)]
    if type(None) in get_args(annotation):
        return _inner(Union[tuple(given)])  # noqa: UP007 - made of what is given
    return annotation


def _words(annotation: Any) -> tuple[StrEnum, ...]:
    inner = _inner(annotation)
    return tuple(inner) if isinstance(inner, type) and issubclass(inner, StrEnum) else ()


def _part(annotation: Any) -> str:
    """The section of the parts that a list holds; empty where it holds none."""
    inner = _inner(annotation)
    held = _inner(get_args(inner)[0]) if get_origin(inner) is tuple else inner
    return next((f"fields-{anchor}" for anchor, _, kind in _PARTS if held is kind), "")
