"""The JSON Schema of front matter and of people.yml, made from the model: for editors, and for
programs that write plan files.

The dialect is https://json-schema.org/draft/2020-12/schema.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from mkdocs_plans.model.base import PlanFile
from mkdocs_plans.model.own_fields import OwnFields, own_schema
from mkdocs_plans.model.plans import TYPES, Person
from mkdocs_plans.model.shapes import DRIS, Schema, or_nothing


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the settings of a site let plan files say beyond ours: own fields, several DRIs, own statuses."""

    own: OwnFields = field(default_factory=OwnFields)
    joint_dris: bool = False
    statuses: tuple[str, ...] = ()


OURS = Allowed()


class PlainJsonSchema(GenerateJsonSchema):
    """Leaves out what an editor would show or write for nothing: titles made of the fields' names, and
    defaults that mean that there is nothing.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never."""
        return False

    def default_schema(self, schema: Any) -> Schema:
        """As pydantic makes it, less an empty default."""
        made = super().default_schema(schema)
        return made if made.get("default") else {key: made[key] for key in made if key != "default"}


def plan_file_schema(allowed: Allowed = OURS) -> Schema:
    """The schema of the front matter of any plan file: its `type` says what else must hold."""
    definitions = deepcopy(_definitions())
    for name, kind in TYPES.items():
        _set_type(definitions[kind.__name__], name)
        _allow(definitions[kind.__name__], name, allowed)
    _allow(definitions["Goal"], "goal", allowed)
    _allow(definitions["Action"], "action", allowed)
    described = PlanFile.model_fields["type"].description
    return {
        "$schema": PlainJsonSchema.schema_dialect,
        "title": "Plan file",
        "description": "The front matter of a Markdown file that is part of a plan.",
        "type": "object",
        "properties": {"type": {"enum": list(TYPES), "description": described}},
        "required": ["type"],
        "oneOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in TYPES.values()],
        "$defs": definitions,
    }


@cache
def _definitions() -> Schema:
    """What pydantic says of all types: a site asks for it in each build."""
    reading: Literal["validation"] = "validation"
    kinds = [(kind, reading) for kind in TYPES.values()]
    found: Schema = models_json_schema(kinds, schema_generator=PlainJsonSchema)[1]["$defs"]
    return found


def type_schema(name: str, allowed: Allowed = OURS) -> Schema:
    """The schema of the front matter of one type of plan file, likewise."""
    schema = TYPES[name].model_json_schema(schema_generator=PlainJsonSchema)
    _set_type(schema, name)
    _allow(schema, name, allowed)
    for part in ("Goal", "Action"):
        _allow(schema.get("$defs", {}).get(part, {}), part.lower(), allowed)
    return {"$schema": PlainJsonSchema.schema_dialect, **schema}


def people_schema() -> Schema:
    """The schema of people.yml: persons by their handles."""
    person = Person.model_json_schema(schema_generator=PlainJsonSchema)
    return {
        "$schema": PlainJsonSchema.schema_dialect,
        "title": "People",
        "description": "Who is who: a person, a role or an office by its handle. Never published.",
        "type": "object",
        "additionalProperties": or_nothing(person),
    }


def _allow(schema: Schema, kind: str, allowed: Allowed) -> None:
    """Let a type of plan file, a `goal` or an `action` have what the site allows it; a field of ours that is
    called as an own one stays.
    """
    properties, own = schema.get("properties", {}), allowed.own.of(kind)
    properties.update({key: own_schema(one) for key, one in own.items() if key not in properties})
    if allowed.joint_dris and "dri" in properties:
        properties["dri"] |= or_nothing(DRIS)
    if allowed.statuses and "status" in properties:
        properties["status"]["enum"] += allowed.statuses


def _set_type(schema: Schema, name: str) -> None:
    """Say that `type` is this one word."""
    schema["properties"]["type"] = {"const": name, "description": schema["properties"]["type"]["description"]}
