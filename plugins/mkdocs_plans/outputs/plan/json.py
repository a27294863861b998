"""The whole plan as JSON: what is written, so that it reads back as the same plan, and apart from that what
is computed. `json_schema.py` says what each key means.

A program that reads it should let through keys that it doesn't know: there may be more in time. `schema`
counts the changes that would break one.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from importlib.metadata import version
from typing import Any

from mkdocs_plans import standing
from mkdocs_plans.load.own_fields import allowed_by
from mkdocs_plans.model import LevelPlan, Person, PlanFile, Strategy, Tactic, Team, Theme, person_path
from mkdocs_plans.model.held import ActionOf, GoalOf
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan import columns
from mkdocs_plans.outputs.plan.columns import Columns, R, Value
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.outputs.plan.json_schema import SCHEMA, plan_schema
from mkdocs_plans.outputs.plan.tables import DataTable
from mkdocs_plans.settings.data_files import PLAN

UNPUBLISHED_FIELDS = frozenset({"ignore"})
"""What a site says nowhere of a plan file."""

UNPUBLISHED_OF_PEOPLE = frozenset({"email", "github", "gitlab", "until"})
"""What it says nowhere of a person."""

Object = dict[str, Any]


def emit(export: Export) -> Files:
    """Write the plan and the schema that says what it holds."""
    schema = plan_schema(allowed_by(export.site.settings))
    return {PLAN: encoded(whole(export)), "plan.schema.json": encoded(schema)}


def encoded(value: Object | list[Object]) -> bytes:
    """A value as JSON in which each thing has a line of its own, so that two of them are easily compared.

    It isn't indented further: that would take Python's encoder four times as long.
    """
    if isinstance(value, list):
        text = _lines(value)
    else:
        pairs = (f"{_line(key)}: {_lines(one)}" for key, one in value.items())
        text = "{\n" + ",\n".join(pairs) + "\n}"
    return f"{text}\n".encode()


def _lines(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _line(value)
    return "[\n" + ",\n".join(map(_line, value)) + "\n]"


def _line(value: object) -> str:
    return value.text if isinstance(value, _Line) else _ENCODER.encode(value)


@dataclass(frozen=True, slots=True)
class _Line:
    """A thing that is written already."""

    text: str


_ENCODER = json.JSONEncoder(ensure_ascii=False)

_version = cache(version)
"""Looked up once, as it goes through all packages that are installed."""


def whole(export: Export) -> Object:
    """The plan with all that it says of itself."""
    plan, site = export.plan, export.site
    own = plan.own_fields.by_key.values()
    return {
        "$schema": "plan.schema.json",
        "schema": SCHEMA,
        "generated": {"by": "mkdocs-plans", "version": _version("mkdocs-plans")},
        "today": export.said.today.isoformat(),
        "revision": export.revision,
        "organization": site.organization,
        "language": site.language,
        "url": site.url or None,
        "fiscal_year_start": site.settings.fiscal_year_start,
        "labels": {noun: [one.one, one.many] for noun, one in site.settings.labels.items()},
        "own_fields": {
            one.key: {
                "label": one.label, "type": one.type, "choices": list(one.choices), "on": sorted(one.on)
            }
            for one in own
        },
        "mission": _files(export, plan.missions),
        "vision": _files(export, plan.visions),
        "values": _files(export, plan.values),
        "themes": _files(export, plan.themes.values()),
        "strategies": _chosen(export, plan.strategies.values()),
        "tactics": _chosen(export, plan.tactics.values()),
        "teams": _files(export, plan.teams.values()),
        "people": [thing(export, one) for one in _people(export)],
        "readings": [_reading(one) for one in _readings(export)],
    }  # fmt: skip


def rows_as_objects(table: DataTable) -> list[Object]:
    """The rows of a table, each with its values by their keys."""
    return [{key: _plain(value) for key, value in zip(table.head, row, strict=True)} for row in table.rows]


def thing(export: Export, one: PlanFile | Person | GoalOf) -> Object:
    """One thing: what is written of it, and what is computed."""
    match one:
        case GoalOf():
            return {"plan": one.plan.id, "written": _part(one.goal), "computed": _goal(export, one)}
        case Person():
            hidden = {"handle", *(() if export.is_whole else UNPUBLISHED_OF_PEOPLE)}
            written = {key: value for key, value in one.front_matter().items() if key not in hidden}
            page = export.address(person_path(one.handle))
            return {"handle": one.handle, "url": page, "written": written, "computed": _person(export, one)}
    private = frozenset[str]() if export.is_whole else UNPUBLISHED_FIELDS
    return {
        "id": one.id,
        "file": one.path,
        "url": export.address(one.path),
        "written": {key: value for key, value in _written(one).items() if key not in private},
        "body": one.body,
        "computed": _computed(export, one),
    }


def _files(export: Export, files: Iterable[PlanFile]) -> list[_Line]:
    return [_Line(export.kept("json", one, partial(_written_line, export, one))) for one in files]


def _written_line(export: Export, one: PlanFile) -> str:
    return _line(thing(export, one))


def _chosen(export: Export, plans: Iterable[LevelPlan]) -> list[_Line]:
    return _files(export, (one for one in plans if export.rows.passes(one, export.chosen)))


def _people(export: Export) -> Sequence[Person]:
    people = tuple(export.plan.people.values())
    return people if export.is_whole else standing.shown_people(export.plan, people)


def _readings(export: Export) -> Iterator[TableReading]:
    """What tables say was measured; of no goal that there is only where the whole plan is handed out."""
    for one in export.plan.plans.values():
        if export.rows.passes(one, export.chosen):
            yield from (read for read in one.measured if export.is_whole or one.goal(read.goal))
    if export.is_whole and export.chosen == Tactics():
        yield from (one for one in export.plan.stray_readings if one.plan not in export.plan.plans)


def _reading(one: TableReading) -> Object:
    said = {"plan": one.plan, "goal": one.goal, "date": one.day.isoformat(), "value": number(one.value)}
    return {**said, "note": one.note, "file": one.path}


# --- what is written ---------------------------------------------------------------------------------


def _written(one: PlanFile) -> Object:
    """A front matter that reads back as the same file, with its numbers as numbers."""
    written = one.front_matter()
    if isinstance(one, LevelPlan):
        for goal, part in zip(one.goals, written.get("goals", ()), strict=False):
            _set_numbers(part, goal)
        for update, part in zip(one.updates, written.get("updates", ()), strict=False):
            if "readings" in part:
                part["readings"] = {key: number(value) for key, value in update.readings.items()}
    return written


def _part(goal: Any) -> Object:
    part: Object = goal.front_matter()
    extra = part.pop("extra", {})
    _set_numbers(part, goal)
    return {**part, **extra}


def _set_numbers(part: Object, goal: Any) -> None:
    for key in ("baseline", "target"):
        value = getattr(goal, key)
        if isinstance(value, Decimal):
            part[key] = number(value)
    if "targets" in part:
        steps = goal.targets.items()
        part["targets"] = {str(day): number(v) if isinstance(v, Decimal) else v for day, v in steps}


def number(value: Decimal) -> int | float | str:
    """A number as JSON has it: exactly, and as a text where that can't be."""
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else f"{value:f}"


# --- what is computed --------------------------------------------------------------------------------


def _computed(export: Export, one: PlanFile) -> Object:
    plan, rows = export.plan, export.rows
    match one:
        case Strategy():
            return {
                **_facts(columns.STRATEGIES, rows.row(one)),
                "tactics": _ids(plan.tactics_of(one)),
                "children": _ids(plan.children_of(one)),
                **_level(export, one),
            }
        case Tactic():
            actions = (rows.action(ActionOf(one, action)) for action in one.actions)
            return {
                **_facts(columns.TACTICS, rows.row(one)),
                **_level(export, one),
                "actions": [
                    {
                        "id": row.action.id,
                        **_facts(columns.ACTIONS, row),
                        "url": export.place(one, f"action-{row.action.id}"),
                    }
                    for row in actions
                ],
            }
        case Theme():
            return {"strategies": _ids(plan.strategies_of(one))}
        case Team():
            return {
                "people": [person.handle for person in plan.people_of(one)],
                "strategies": _ids(plan.strategies_of_team(one)),
                "tactics": _ids(plan.tactics_of_team(one)),
                "teams": _ids(plan.teams_below(one)),
            }
    return {}


def _level(export: Export, one: LevelPlan) -> Object:
    """What a strategy and a tactic have alike, beside their facts."""
    return {
        "waiting": _ids(export.plan.waiting_for(one)),
        "goals": [{"id": goal.id, **_goal(export, GoalOf(one, goal))} for goal in one.goals],
    }


def _goal(export: Export, found: GoalOf) -> Object:
    row = export.rows.goal(found)
    return {**_facts(columns.GOALS, row), "url": export.place(found.plan, f"goal-{found.goal.id}")}


def _person(export: Export, person: Person) -> Object:
    found = export.plan.answers_for(person)
    return {
        "plans": _ids(found.plans),
        "goals": [f"{one.plan.id}#{one.goal.id}" for one in found.goals],
        "actions": [f"{one.plan.id}#{one.action.id}" for one in found.actions],
        "contributes_to": _ids(found.contributes_to),
    }


def _facts(found: Columns[R], row: R) -> Object:
    """The columns that no file says."""
    return {one.key: _plain(one.get(row)) for one in found if one.is_computed}


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return number(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def _ids(files: Iterable[PlanFile]) -> list[str]:
    return [one.id for one in files]
