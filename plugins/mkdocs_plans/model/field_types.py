"""The types of the fields, as pydantic takes them.

Each takes the text that stands in the front matter and gives a frozen value, or refuses with a
sentence for the author. A refusal's error type is the slug of the rule that it becomes a finding of.
Beside it stands what may be written, in JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import PlainSerializer, PlainValidator, ValidationInfo

from mkdocs_plans.bounds import MAX_TEXT
from mkdocs_plans.model import shapes
from mkdocs_plans.model.amounts import Cost, parse_cost
from mkdocs_plans.model.colors import parse_color
from mkdocs_plans.model.dates import DATE_HINT, Date, Happened, parse_date, parse_happened
from mkdocs_plans.model.directions import close_turns
from mkdocs_plans.model.in_words import NumberOrWords, parse_number_or_words
from mkdocs_plans.model.list_slips import BULLETS
from mkdocs_plans.model.meant_words import meant_own_word, meant_word, what_to_write
from mkdocs_plans.model.numbers import number_text, parse_number
from mkdocs_plans.model.references import (
    GoalReference,
    parse_dri,
    parse_goal_reference,
    parse_handle,
    parse_id,
    parse_lead,
    parse_reference,
)
from mkdocs_plans.model.refusal import refuse
from mkdocs_plans.model.shapes import Before, one_of, or_nothing, or_one, shaped
from mkdocs_plans.model.slugs import composed
from mkdocs_plans.model.words import Cadence, Health, Keep, Status
from mkdocs_plans.spelling import did_you_mean

LONGEST_JOINED = 100
"""How many characters of a list a hint puts into one text."""


def parse_text(value: object) -> str:
    """Read a text. A list or mapping is refused, most often a colon that YAML took for a key's."""
    if isinstance(value, str) and len(value) <= MAX_TEXT and (text := value.strip()):
        return close_turns(composed(text))
    if isinstance(value, str) and len(value) > MAX_TEXT:
        hint = f"write at most {MAX_TEXT} characters, and the rest below the front matter"
        raise refuse(f'"{value[:40]}…" is too long for the text of a field', hint)
    if isinstance(value, dict) and None in value.values():
        raise refuse("because of the braces, this isn't read as a text", "put quotes around it")
    if isinstance(value, dict) and len(value) == 1:
        key, rest = next(iter(value.items()))
        hint = f'put quotes around it: "{key}: {rest}"'
        raise refuse("because of the colon, this is read as a field and its value", hint)
    if isinstance(value, str):
        raise refuse("this text is empty", "write something, or remove the line")
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        hint = f'write it after the colon; in quotes, if the brackets are part of it: "[{value[0]}]"'
        raise refuse("this must be one text, but it is a list", hint)
    if isinstance(value, list):
        hint = f"keep one of the {len(value)}, or write one text; quote one that begins with a bracket"
        if all(isinstance(one, str) for one in value) and sum(map(len, value)) <= LONGEST_JOINED:
            hint = f'keep one of the {len(value)}, or write them as one text: "{"; ".join(value)}"'
        raise refuse("this must be one text, but it is a list", hint)
    raise refuse("this must be one text", "write one; put quotes around a text that begins with a bracket")


_SAFE_URL = re.compile(r"(?:https?://|mailto:)\S+|(?![a-z][a-z0-9+.-]*:)(?!//)\S+", re.IGNORECASE)


_HOST = re.compile(r"(?:www\.\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/)\S*", re.IGNORECASE)
"""How an address begins that lacks its `https://`: as it stands it would lead to a page of the site."""


_CONTROL = re.compile(r"[\0-\x1f]")


def meant_url(text: str) -> str | None:
    """The address that is meant by one without its `https://`, or in the brackets that Markdown puts around
    one; None of anything else.
    """
    inside = text[1:-1]
    if text == f"<{inside}>" and _SAFE_URL.fullmatch(inside):
        return meant_url(inside) or inside
    return f"https://{text}" if _HOST.fullmatch(text) else None


def parse_url(value: object) -> str:
    """Read a link: http, https, mailto, or a relative one. Anything else could carry a script."""
    text = parse_text(value)
    if meant := meant_url(text):
        raise refuse(f'"{text}" isn\'t a whole address', f"write {meant}")
    if not _SAFE_URL.fullmatch(text) or _CONTROL.search(text):
        raise refuse(f'"{text}" isn\'t a link that can be shown', "write https://…")
    return text


_When = TypeVar("_When", Date, Happened)


def _reads_date(parse: Callable[[str, int, str, str], _When]) -> Callable[[object, ValidationInfo], _When]:
    """The validator of a date, as the site's settings and the field say."""

    def validate(value: object, info: ValidationInfo) -> _When:
        if isinstance(value, Date):
            return value
        if not isinstance(value, str):
            raise refuse("this must be one date", DATE_HINT)
        context = info.context or {}
        year, language = context.get("fiscal_year_start", 1), context.get("language", "en")
        return parse(value.strip(), year, language, info.field_name or "")

    return validate


def _validate_reference(value: object, info: ValidationInfo) -> str:
    return parse_reference(value, info.field_name or "this")


def language_of(info: ValidationInfo) -> str:
    """The site's language, in which numbers are read and ids are made."""
    return str((info.context or {}).get("language", "en"))


def _validate_dri(value: object, info: ValidationInfo) -> tuple[str, ...]:
    return parse_dri(value, is_joint=bool((info.context or {}).get("joint_dris")))


def _validate_id(value: object, info: ValidationInfo) -> str:
    return parse_id(value, language_of(info))


def _validate_number(value: object, info: ValidationInfo) -> Decimal:
    """Read a number; a goal's may have the goal's unit beside it."""
    return parse_number(value, language_of(info), (info.data or {}).get("unit"))


def _validate_number_or_words(value: object, info: ValidationInfo) -> NumberOrWords:
    """Read a goal's number, likewise; or what it says in words."""
    read = parse_number_or_words(value, language_of(info), (info.data or {}).get("unit"))
    return parse_text(read) if isinstance(read, str) else read


def _validate_cost(value: object, info: ValidationInfo) -> Cost:
    return parse_cost(value, language_of(info))


_Word = TypeVar("_Word", bound=StrEnum)


def _one_of(words: type[_Word]) -> Callable[[object, ValidationInfo], _Word]:
    options = {word.value: word for word in words}

    def parse(value: object, info: ValidationInfo) -> _Word:
        if isinstance(value, str) and value in options:
            return options[value]
        own = (info.context or {}).get("statuses", ()) if words is Status else ()
        said = value if isinstance(value, str) else "this"
        meant = meant_own_word(own, said) or meant_word(words, said)
        every = {word: word for word in (*options, *own)}
        hint = f"write {meant}" if meant else what_to_write(words, said) or did_you_mean(said, every, every)
        hint = hint or "write one of these words"
        raise refuse(f'"{said}" isn\'t one of {", ".join(every)}', hint)

    return parse


def _status_or_own(value: object, info: ValidationInfo) -> str:
    """Read what tactics are chosen by: a status of ours, or one of the site's own, as it is written."""
    own = (info.context or {}).get("statuses", ())
    return value if isinstance(value, str) and value in own else _one_of(Status)(value, info)


def _list_of_texts(value: object) -> object:
    """Take one text for a list of one, and nothing for an empty list."""
    if value is None:
        return ()
    if isinstance(value, str) and BULLETS.match(value) and " " in value:
        raise refuse("the items of this list lack their hyphens", _ITEMS)
    return (value,) if isinstance(value, str) else value


_ITEMS = "begin each item with `- ` on a line of its own"


def _list_of_parts(value: object) -> object:
    """Take nothing for an empty list; a text isn't a part."""
    if value is None:
        return ()
    if isinstance(value, str):
        hint = "leave the field out if there are none" if value.lower() in {"none", "no", "-"} else ""
        raise refuse(f'this must be a list, not the text "{value}"', hint or _ITEMS)
    if isinstance(value, dict):
        raise refuse("this must be a list, but it is one item", _ITEMS)
    return value


_to_text: Any = PlainSerializer(str, return_type=str)
_to_digits: Any = PlainSerializer(number_text, return_type=str)

DateField = Annotated[Date, PlainValidator(_reads_date(parse_date)), _to_text, shaped(shapes.DATE)]
HappenedField = Annotated[
    Happened, PlainValidator(_reads_date(parse_happened)), _to_text, shaped(shapes.HAPPENED)
]
NumberField = Annotated[Decimal, PlainValidator(_validate_number), _to_digits, shaped(shapes.NUMBER)]
NumberOrWordsField = Annotated[
    NumberOrWords,
    PlainValidator(_validate_number_or_words),
    PlainSerializer(lambda read: read if isinstance(read, str) else number_text(read), return_type=str),
    shaped(shapes.NUMBER_OR_WORDS),
]
CostField = Annotated[Cost, PlainValidator(_validate_cost), _to_text, shaped(shapes.COST)]
GoalReferenceField = Annotated[
    GoalReference, PlainValidator(parse_goal_reference), _to_text, shaped(shapes.TEXT)
]
DriField = Annotated[
    tuple[str, ...],
    PlainValidator(_validate_dri),
    PlainSerializer(lambda handles: handles[0] if len(handles) == 1 else handles),
    shaped(or_nothing(shapes.DRI)),
]
LeadField = Annotated[str, PlainValidator(parse_lead), shaped(shapes.DRI)]
HandleField = Annotated[str, PlainValidator(parse_handle), shaped(shapes.TEXT)]
ReferenceField = Annotated[str, PlainValidator(_validate_reference), shaped(shapes.REFERENCE)]
IdField = Annotated[str, PlainValidator(_validate_id), shaped(shapes.ID)]
TextField = Annotated[str, PlainValidator(parse_text), shaped(shapes.TEXT)]
UrlField = Annotated[str, PlainValidator(parse_url), shaped(shapes.URL)]
StatusField = Annotated[Status, PlainValidator(_one_of(Status)), _to_text, one_of(Status)]
StatusOrOwnField = Annotated[str, PlainValidator(_status_or_own), one_of(Status)]
HealthField = Annotated[Health, PlainValidator(_one_of(Health)), _to_text, one_of(Health)]
CadenceField = Annotated[Cadence, PlainValidator(_one_of(Cadence)), _to_text, one_of(Cadence)]
KeepField = Annotated[Keep, PlainValidator(_one_of(Keep)), _to_text, one_of(Keep)]
ColorField = Annotated[str, PlainValidator(parse_color), shaped(shapes.COLOR)]
Texts = Before(_list_of_texts, widen=or_one)
Parts = Before(_list_of_parts, widen=or_nothing)
