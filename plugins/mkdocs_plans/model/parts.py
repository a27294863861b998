"""What stands inside a plan: goals, actions, resources, updates."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator
from pydantic.json_schema import SkipJsonSchema

from mkdocs_plans.bounds import MAX_NAME_BYTES
from mkdocs_plans.model.base import Entity
from mkdocs_plans.model.field_types import (
    CostField,
    DateField,
    DriField,
    HandleField,
    HappenedField,
    HealthField,
    IdField,
    KeepField,
    NumberField,
    NumberOrWordsField,
    Parts,
    TextField,
    Texts,
    UrlField,
    language_of,
    parse_text,
)
from mkdocs_plans.model.shapes import NUMBERS_BY_DATE, Before, Schema, or_text, shaped
from mkdocs_plans.model.shown import Shown
from mkdocs_plans.model.slugs import FreeSlugs, composed, slug

Handles = Annotated[tuple[HandleField, ...], Texts]


_URL = "Where to read more: https, mailto or a relative link."
_NOTE = "What else there is to say, in inline Markdown."


def _with_default_id(schema: Schema) -> None:
    schema["required"].remove("id")


class Part(Entity):
    """A part of a plan that is known by an id: its own, or a slug of its text. `extra` holds the
    organisation's own fields.
    """

    model_config = ConfigDict(json_schema_extra=_with_default_id)

    extra: SkipJsonSchema[dict[str, Any]] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _default_id(cls, values: Any, info: ValidationInfo) -> Any:
        """Give the id that follows from the text, so that a part always has an anchor."""
        if isinstance(values, dict) and not values.get("id"):
            return {**values, "id": _id_of(_text_of(values), language_of(info))}
        return values


class Goal(Part):
    """A result that a plan wants.

    A goal has one measure (`baseline` → `target`, through `targets`), or is met on a day, or is one
    to keep (`keep`) on a side of its target.
    """

    id: IdField = Field(
        description="What other files and updates call it; by default its title, in lower-case words."
    )
    title: TextField = Field(description="The result that is wanted.")
    number: TextField | None = Field(None, description="The organisation's own numbering.")
    dri: DriField = Field((), description="Who answers for it; by default the plan's DRI.")
    contributors: Handles = Field((), description="Who else works on it.")
    measure: TextField | None = Field(None, description="How we would see it, as `First-year retention`.")
    unit: TextField | None = Field(None, description="The unit of its numbers, as `percent`.")
    baseline: NumberOrWordsField | None = Field(
        None, description="The number to begin with, or what there is, in words."
    )
    target: NumberOrWordsField | None = Field(
        None, description="The number to reach or to keep, or what to reach, in words."
    )
    targets: Annotated[dict[DateField, NumberOrWordsField], shaped(NUMBERS_BY_DATE)] = Field(
        default_factory=dict, description="What to reach on the way to the target, each by its date."
    )
    keep: KeepField | None = Field(
        None, description="For a number to hold rather than to reach: the side of the target to stay on."
    )
    due: DateField | None = Field(None, description="When it is to be reached.")
    originally: DateField | None = Field(None, description="When it was first promised for.")
    when: TextField | None = Field(None, description="In words, when, where a date can't be known yet.")
    met: HappenedField | None = Field(
        None, description="The day on which it was met, where no reading can tell; `yes` if nobody knows it."
    )
    dropped: HappenedField | None = Field(
        None, description="The day on which it was given up; the `note` says why."
    )
    url: Annotated[UrlField | None, Shown("Link", "link")] = Field(None, description=_URL)
    note: Annotated[TextField | None, Shown("Note")] = Field(None, description=_NOTE)

    @property
    def baseline_number(self) -> Decimal | None:
        """The number to begin with; None where there is none, or it is told in words."""
        return self.baseline if isinstance(self.baseline, Decimal) else None

    @property
    def target_number(self) -> Decimal | None:
        """The number to reach or to keep, likewise."""
        return self.target if isinstance(self.target, Decimal) else None

    @property
    def is_settled(self) -> bool:
        """Whether it says that it was met or dropped, on whatever day."""
        return self.met is not None or self.dropped is not None

    @property
    def is_measured(self) -> bool:
        """Whether the goal has a number to reach or to keep."""
        return self.target_number is not None

    @property
    def is_counted(self) -> bool:
        """Whether readings tell that the goal is reached or held: else its day of being met does."""
        return self.is_measured and (self.baseline_number is not None or self.keep is not None)


class Action(Part):
    """One step of a tactic. `when` says in words what can't be dated yet."""

    id: IdField = Field(
        description="What other files call it; by default what is to do, in lower-case words."
    )
    do: TextField = Field(description="What is to do.")
    number: TextField | None = Field(None, description="The organisation's own numbering.")
    dri: DriField = Field((), description="Who answers for it; by default the tactic's DRI.")
    contributors: Handles = Field((), description="Who else works on it.")
    measure: TextField | None = Field(None, description="How we would see that it is done.")
    start: DateField | None = Field(None, description="When work on it begins.")
    due: DateField | None = Field(None, description="When it is to be done.")
    originally: DateField | None = Field(None, description="When it was first promised for.")
    when: TextField | None = Field(None, description="In words, when, where a date can't be known yet.")
    done: HappenedField | None = Field(
        None, description="The day on which it was done; `yes` if nobody knows it."
    )
    dropped: HappenedField | None = Field(None, description="The day on which it was given up, likewise.")
    url: Annotated[UrlField | None, Shown("Link", "link")] = Field(None, description=_URL)
    note: Annotated[TextField | None, Shown("Note")] = Field(None, description=_NOTE)


def _with_unique_ids(value: object, info: ValidationInfo) -> object:
    """Number the ids of actions that would be called alike, so that each has an anchor of its own."""
    if not isinstance(value, list):
        return value
    free, language = FreeSlugs(_written_ids(value)), language_of(info)
    texts = map(_text_without_id, value)
    return [
        {**part, "id": free.take(_id_of(text, language))} if text else part
        for part, text in zip(value, texts, strict=True)
    ]


def _with_ids_of_titles(value: object, info: ValidationInfo) -> object:
    return goals_with_ids(value, language_of(info)) if isinstance(value, list) else value


def goals_with_ids(value: list[Any], language: str) -> list[Any]:
    """Give goals, as they are written, the ids that they have: of their titles where none are written.

    Unlike titles that would be called alike, as *Maße* and *Masse*, are numbered. Goals of the same title
    keep the same id, and so does one that is called what another has for its id: both are findings.
    """
    titles = [_text_without_id(part) for part in value]
    written, ids, given = _written_ids(value), dict[str, str](), set[str]()
    free = FreeSlugs(written)
    for title in dict.fromkeys(filter(None, titles)):
        id_ = _id_of(title, language)
        ids[title] = free.take(id_) if id_ in given or id_ not in written else id_
        given.add(id_)
    return [{**part, "id": ids[title]} if title else part for part, title in zip(value, titles, strict=True)]


def _id_of(text: str, language: str) -> str:
    """The id that a text makes: a slug of it, no longer than an id may be with a number behind it."""
    return slug(text, language)[: MAX_NAME_BYTES - 10].rstrip("-")


def _written_ids(parts: list[Any]) -> set[str]:
    return {part["id"] for part in parts if isinstance(part, dict) and isinstance(part.get("id"), str)}


def _text_without_id(part: Any) -> str:
    """What a part is called that has no id of its own."""
    return composed(_text_of(part)) if isinstance(part, dict) and not part.get("id") else ""


def _text_of(part: Mapping[str, Any]) -> str:
    """What a goal or an action is called, as it is written; empty where it says nothing of the kind."""
    text = part.get("title") or part.get("do")
    return text.strip() if isinstance(text, str) else ""


Actions = Annotated[tuple[Action, ...], BeforeValidator(_with_unique_ids), Parts]
Goals = Annotated[tuple[Goal, ...], BeforeValidator(_with_ids_of_titles), Parts]


class NamedPart(Entity):
    """A part that may be written as its name alone."""

    name: TextField = Field(description="What it is called.")


class ValueStatement(NamedPart):
    """One thing that an organisation holds to."""

    statement: TextField | None = Field(None, description="What is meant by it, in inline Markdown.")


class Resource(NamedPart):
    """What a tactic needs."""

    cost: CostField | None = Field(
        None,
        description="A number with a currency, as `€ 2,500` or `$2 million`; words are shown and not summed.",
    )
    url: UrlField | None = Field(None, description="Where to find it: https, mailto or a relative link.")


_NAMED_KEYS = {*ValueStatement.model_fields, *Resource.model_fields}


def _by_name(value: object) -> object:
    """Read a text as a name; refuse a text that YAML split at its colon."""
    if isinstance(value, dict) and len(value) == 1 and not value.keys() & _NAMED_KEYS:
        parse_text(value)
    return {"name": value} if isinstance(value, str) else value


ValueField = Annotated[ValueStatement, Before(_by_name, widen=or_text)]
ResourceField = Annotated[Resource, Before(_by_name, widen=or_text)]


class Update(Entity):
    """A dated check-in: how it goes, what was measured, and a note in inline Markdown."""

    date: DateField = Field(description="The day of the check-in.")
    health: HealthField | None = Field(None, description="How the plan is going.")
    readings: dict[str, NumberField] = Field(
        default_factory=dict, description="What was measured: a number by the goal's id."
    )
    note: TextField | None = Field(None, description="What there is to say, in inline Markdown.")
