"""What `plan.json` holds, as JSON Schema: for programs that read it, and for editors.

What is written is described by the schema of plan files, what is computed by the columns of the tables.
"""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model.json_schema import Allowed, PlainJsonSchema, people_schema, plan_file_schema
from mkdocs_plans.outputs.plan import columns
from mkdocs_plans.outputs.plan.columns import Columns, Kind

SCHEMA = 1
"""The version. It grows where a program that reads the file would have to change; keys come without that."""

Schema = dict[str, Any]

_LISTS = {
    "mission": "Mission", "vision": "Vision", "values": "Values", "themes": "Theme",
    "strategies": "Strategy", "tactics": "Tactic", "teams": "Team",
}  # fmt: skip
"""The lists of plan files, each with what the schema of plan files calls them."""

_ID: Schema = {"type": "string", "examples": ["hire-salespeople-who-stay"]}
_IDS: Schema = {"type": "array", "items": _ID}
_KINDS: dict[Kind, Schema] = {
    Kind.TEXT: {"type": ["string", "null"]},
    Kind.NUMBER: {"type": ["number", "string", "null"], "examples": [62, 4.5]},
    Kind.DAY: {"type": ["string", "null"], "format": "date", "examples": ["2026-03-31"]},
    Kind.LIST: {"type": "array", "items": {"type": "string"}},
    Kind.MIXED: {"type": ["number", "string", "null"]},
}
_ADDRESS: Schema = {
    "type": ["string", "null"],
    "description": "The address of its page; null where the site's own isn't known.",
    "examples": ["https://plan.example.org/tactics/ask-the-same-questions/"],
}


def plan_schema(allowed: Allowed) -> Schema:
    """The schema of the whole, for what a site lets its files say."""
    lists = {key: {"type": "array", "items": _file(name)} for key, name in _LISTS.items()}
    people = {"type": "array", "items": _person()}
    return {
        "$schema": PlainJsonSchema.schema_dialect,
        "title": "Plan",
        "description": "An organisation's plan as its site shows it: what is written in its files, and apart "
        "from that what is computed. Programs should let through keys that they don't know, because new ones "
        "come within a version.",
        **_object({**_about(), **lists, "people": people, "readings": _readings()}),
        "$defs": {
            **plan_file_schema(allowed)["$defs"],
            "Person": people_schema()["additionalProperties"],
            "GoalFigures": _facts(columns.GOALS, {"id": _ID, "url": _ADDRESS}),
            "ActionFigures": _facts(columns.ACTIONS, {"id": _ID, "url": _ADDRESS}),
        },
    }


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _text(about: str, *examples: str, is_there: bool = True) -> Schema:
    kind: str | list[str] = "string" if is_there else ["string", "null"]
    return {"type": kind, "description": about, **({"examples": list(examples)} if examples else {})}


def _about() -> Schema:
    """What is said of the file itself, and of the site."""
    return {
        "schema": {"const": SCHEMA, "description": "The version of this schema."},
        "generated": {
            "description": "The program that wrote the file, and its version.",
            **_object({"by": {"type": "string"}, "version": {"type": "string"}}),
        },
        "today": {**_text("The day by which all is judged.", "2026-11-23"), "format": "date"},
        "revision": _text("The git commit that the plan was read at, if any.", is_there=False),
        "organization": _text("Whose plan it is."),
        "language": _text("The language of the site.", "en", "zh-Hant"),
        "url": _text("The address of the site.", "https://plan.example.org/", is_there=False),
        "fiscal_year_start": {
            "type": "integer",
            "minimum": 1,
            "maximum": 12,
            "description": "The month in which a fiscal year such as FY26 begins.",
        },
        "labels": {
            "type": "object",
            "description": "The organisation's own words for ours: for one, and for several.",
            "additionalProperties": {"type": "array", "items": {"type": "string"}, "minItems": 2},
            "examples": [{"theme": ["Pillar", "Pillars"]}],
        },
        "own_fields": {
            "type": "object",
            "description": "The organisation's own fields, as the setting `extra_fields` has them.",
            "additionalProperties": {"type": "object"},
            "examples": [
                {"sponsor": {"label": "Sponsor", "type": "person", "choices": [], "on": ["strategy"]}}
            ],
        },
    }


def _file(name: str) -> Schema:
    """A plan file of a type."""
    return _object(
        {
            "id": _ID,
            "file": _text("Its file, below the folder of the plan.", "tactics/ask.md"),
            "url": _ADDRESS,
            "written": {"$ref": f"#/$defs/{name}"},
            "body": _text("The Markdown below the front matter."),
            "computed": _computed(name),
        }
    )


def _computed(name: str) -> Schema:
    parts: Schema = {
        "waiting": {**_IDS, "description": "The plans that depend on it."},
        "goals": {"type": "array", "items": {"$ref": "#/$defs/GoalFigures"}},
    }
    match name:
        case "Strategy":
            below = {
                "tactics": {**_IDS, "description": "The tactics that serve it."},
                "children": {**_IDS, "description": "The strategies that cascade from it."},
            }
            return _facts(columns.STRATEGIES, {**below, **parts})
        case "Tactic":
            actions = {"actions": {"type": "array", "items": {"$ref": "#/$defs/ActionFigures"}}}
            return _facts(columns.TACTICS, {**parts, **actions})
        case "Theme":
            return _object({"strategies": _IDS})
        case "Team":
            return _object({"people": _IDS, "strategies": _IDS, "tactics": _IDS, "teams": _IDS})
    return {"type": "object"}


def _person() -> Schema:
    goals = {**_IDS, "description": "The goals that they are the DRI of, each as `plan#goal`."}
    found = {
        "plans": {**_IDS, "description": "The strategies and tactics that they are the DRI of."},
        "goals": goals,
        "actions": {**goals, "description": "The actions, likewise."},
        "contributes_to": {**_IDS, "description": "The plans that they work on besides."},
    }
    return _object(
        {
            "handle": _text("What plans call them.", "jane-doe"),
            "url": _ADDRESS,
            "written": {"$ref": "#/$defs/Person"},
            "computed": _object(found),
        }
    )


def _readings() -> Schema:
    number = {"type": ["number", "string"], "description": "What was measured, in the goal's unit."}
    found = {
        "plan": {**_ID, "description": "The strategy or tactic."},
        "goal": {**_text("The id of its goal.", "first-year-retention")},
        "date": {**_text("The day.", "2026-06-30"), "format": "date"},
        "value": {**number, "examples": [68, 4.5]},
        "note": _text("What is said of it.", "From HR", is_there=False),
        "file": _text("The table, below the folder of the plan.", "readings.csv"),
    }
    example = {key: one["examples"][0] for key, one in found.items()}
    return {
        "type": "array",
        "description": "What tables say was measured; what check-ins say stands with them.",
        "items": {**_object(found), "examples": [{**example, "plan": "hire"}]},
    }


def _facts(found: Columns[Any], more: Schema) -> Schema:
    """The columns that are computed."""
    facts = {one.key: {**_KINDS[one.kind], "description": one.about} for one in found if one.is_computed}
    return _object({**facts, **more})
