"""What may stand in a file for each field type, in JSON Schema: for editors and other programs.

A schema sees the file as a YAML reader gives it: numbers and truth values may be typed already, days
are texts. It can't say all that the reader checks (`2026-02-30` has the form of a day).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BeforeValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema

from mkdocs_plans.model.colors import COLORS

Schema = dict[str, Any]

_SCALAR = ["string", "number", "boolean"]
_PART_OF_YEAR = "(-(Q[1-4]|H[12]))?"
_MONTH = "(0[1-9]|1[0-2])"

_LETTER = r"[^\s0-9!-@\[-`{-~]"

NULL: Schema = {"type": "null"}
TEXT: Schema = {"type": _SCALAR, "pattern": r"\S"}
ID: Schema = {"type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "minimum": 0}
DATE: Schema = {
    "type": ["string", "integer"],
    "pattern": (
        f"^([0-9]{{4}}-{_MONTH}-(0[1-9]|[12][0-9]|3[01])|[0-9]{{4}}(-{_MONTH}|-Q[1-4]|-H[12])?"
        f"|(FY[0-9]{{2}}|FY[0-9]{{4}}|[0-9]{{4}}/[0-9]{{2}}){_PART_OF_YEAR})$"
    ),
    "minimum": 1900,
    "maximum": 2999,
    "examples": ["2026-03-31", "2026-03", "2026-Q1", "2026-H1", "2026", "FY26", "FY26-Q2", "2026/27"],
}
HAPPENED: Schema = {"anyOf": [DATE, {"enum": [True, "yes", "Yes", "YES", "true", "True", "TRUE"]}]}
NUMBER: Schema = {
    "type": ["string", "number"],
    "pattern": "^[^A-Za-z~<>≤≥]*[0-9٠-٩۰-۹०-९০-৯０-９]",
    "exclusiveMinimum": -1e15,
    "exclusiveMaximum": 1e15,
    "examples": [62, 4.5],
}
COST: Schema = {
    "type": "string",
    "pattern": r"[^\s0-9.,'+-]",
    "examples": ["4800 USD", "€ 1,200.50", "$2 million", "half a post"],
}
NUMBER_OR_WORDS: Schema = {
    "type": ["string", "number"],
    "pattern": (
        f"{NUMBER['pattern']}|^[^0-9]*{_LETTER}{{2}}[^0-9]*$"
        f"|^(?!(about|around|approx|at|by|from|over|to|under|up)\\b){_LETTER}{{2}}.*{_LETTER}{{2}}"
    ),
    **{key: NUMBER[key] for key in ("exclusiveMinimum", "exclusiveMaximum")},
    "examples": [62, "at least one office in each county"],
}
NUMBERS_BY_DATE: Schema = {
    "type": "object",
    "propertyNames": {"pattern": DATE["pattern"]},
    "additionalProperties": NUMBER_OR_WORDS,
}
URL: Schema = {
    "type": "string",
    "pattern": (
        r"^(([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\S+"
        r"|(?![A-Za-z][A-Za-z0-9+.-]*:)(?!//)\S+)$"
    ),
}
COLOR: Schema = {
    "type": ["string", "integer"],
    "anyOf": [
        {"enum": list(COLORS)},
        {"pattern": r"^\s*(#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})|[A-Za-z]+([\s_-]+[A-Za-z]+)?)\s*$"},
    ],
    "examples": ["teal", "#1a6b5a"],
}
REFERENCE: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1, "maxItems": 1}]}
_ONE_HANDLE: Schema = {
    "type": _SCALAR,
    "pattern": r"^(?!.*([,;/+]|\s(and|&|und|et|y|with|mit)\s)).*\S",
}
DRI: Schema = {"anyOf": [_ONE_HANDLE, {"type": "array", "items": _ONE_HANDLE, "minItems": 1, "maxItems": 1}]}


DRIS: Schema = {"anyOf": [_ONE_HANDLE, {"type": "array", "items": _ONE_HANDLE, "minItems": 1}]}


def shaped(schema: Schema) -> WithJsonSchema:
    """The annotation of a field type that is written as `schema` says."""
    return WithJsonSchema(schema, mode="validation")


def one_of(words: Iterable[str]) -> WithJsonSchema:
    """The annotation of a field type that is one of some words."""
    return shaped({"type": "string", "enum": [str(word) for word in words]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Before(BeforeValidator):
    """A step before validation that lets more be written than the type itself has: `widen` says what,
    given the type's own schema.
    """

    widen: Callable[[Schema], Schema]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        """Answer pydantic, which asks each annotation for its part in a schema."""
        return self.widen(handler(core))


def or_nothing(schema: Schema) -> Schema:
    """Let the key stand with no value."""
    return {"anyOf": [schema, NULL]}


def or_one(schema: Schema) -> Schema:
    """Let one item stand for a list of one, and nothing for an empty list."""
    return {"anyOf": [schema["items"], schema, NULL]}


def or_text(schema: Schema) -> Schema:
    """Let a text stand for a part that has only a name."""
    return {"anyOf": [TEXT, schema]}
