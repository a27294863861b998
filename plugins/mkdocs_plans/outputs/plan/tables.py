"""The plan as tables of values, for CSV and Excel: one row a thing, ids as keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_plans import standing
from mkdocs_plans.model import Action, Date, Goal, LevelPlan, PlanFile, person_path
from mkdocs_plans.model.own_fields import OwnValue, Table
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan import columns
from mkdocs_plans.outputs.plan.columns import Columns, R, TableColumn, Value
from mkdocs_plans.outputs.plan.export import Export
from mkdocs_plans.outputs.plan.rows import PersonRow, PlanRow, Rows


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its head, and the cells of each row."""

    name: str
    head: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]


def tables(export: Export) -> Iterator[DataTable]:
    """All tables."""
    return (table(name, export) for name in TABLES)


def table(name: str, export: Export) -> DataTable:
    """The table of a name, with the rows that the filters let through."""
    return table_of(name, export, _TABLES[name][1](export))


def table_of(name: str, export: Export, rows: Iterable[Any]) -> DataTable:
    """The table of a name, with some rows of it."""
    filled = _TABLES[name][0](export)
    cells = [tuple(column.get(row) for column in filled) for row in rows]
    return DataTable(name, tuple(column.key for column in filled), cells)


def _strategies(export: Export) -> Columns[Any]:
    return _file(export, "strategy", columns.STRATEGIES, lambda row: row.plan)


def _tactics(export: Export) -> Columns[Any]:
    return _file(export, "tactic", columns.TACTICS, lambda row: row.plan)


def _themes(export: Export) -> Columns[Any]:
    return _file(export, "theme", columns.THEMES, lambda row: row.theme)


def _teams(export: Export) -> Columns[Any]:
    return _file(export, "team", columns.TEAMS, lambda row: row.team)


def _goals(export: Export) -> Columns[Any]:
    url: TableColumn[Any] = TableColumn(
        _URL, _ABOUT_URL, lambda row: export.place(row.plan, f"goal-{row.goal.id}")
    )
    return *columns.GOALS, *_own(export, "goal", columns.GOALS, lambda row: row.goal), url


def _actions(export: Export) -> Columns[Any]:
    url: TableColumn[Any] = TableColumn(
        _URL, _ABOUT_URL, lambda row: export.place(row.tactic, f"action-{row.action.id}")
    )
    return *columns.ACTIONS, *_own(export, "action", columns.ACTIONS, lambda row: row.action), url


def _people(export: Export) -> Columns[Any]:
    url: TableColumn[Any] = TableColumn(
        _URL, _ABOUT_URL, lambda row: export.address(person_path(row.person.handle))
    )
    return *columns.PEOPLE, url


def _file(export: Export, kind: str, ours: Columns[R], file: Callable[[R], PlanFile]) -> Columns[R]:
    """Our columns of what has a file, the organisation's own, and where it is."""
    return (
        *ours,
        *_own(export, kind, ours, file),
        TableColumn("file", "Its file, below the folder of the plan.", lambda row: file(row).path),
        TableColumn(_URL, _ABOUT_URL, lambda row: export.address(file(row).path)),
    )


_URL, _ABOUT_URL = "url", "The address of its page."


# --- the organisation's own columns ------------------------------------------------------------------


def _own(
    export: Export, kind: str, ours: Columns[R], thing: Callable[[R], PlanFile | Goal | Action]
) -> Columns[R]:
    """A column for each own field. One that is called as a column of ours has `own_` before it."""
    fields, taken = export.plan.own_fields, {one.key for one in ours} | {"file", _URL}
    return tuple(
        TableColumn(f"own_{key}" if key in taken else key, one.label, _reader(fields.read, key, thing))
        for key, one in fields.of(kind).items()
    )


def _reader(
    read: Callable[[str, Any], OwnValue], key: str, thing: Callable[[R], PlanFile | Goal | Action]
) -> Callable[[R], Value]:
    def value(row: R) -> Value:
        written = thing(row).extra.get(key)
        return None if written is None else own_cell(read(key, written))

    return value


def own_cell(value: OwnValue) -> Value:
    """The cell of a value of an own field."""
    if isinstance(value.read, Date):
        return value.read.last
    return value.text if isinstance(value.read, Table) else value.read


# --- what there is -----------------------------------------------------------------------------------


Filtered = Callable[[Rows, Tactics], Iterator[Any]]


def _passing(rows: Filtered) -> Callable[[Export], Iterator[Any]]:
    return lambda export: rows(export.rows, export.chosen)


def _plans(export: Export, plans: Iterable[LevelPlan]) -> Iterator[PlanRow]:
    return export.rows.plans(plans, export.chosen)


def _people_shown(export: Export) -> Iterator[PersonRow]:
    """The people whom the site shows."""
    rows, people = export.rows.people(export.chosen), export.plan.people.values()
    if export.is_whole:
        return rows
    shown = {one.handle for one in standing.shown_people(export.plan, people)}
    return (row for row in rows if row.person.handle in shown)


_TABLES: Mapping[str, tuple[Callable[[Export], Columns[Any]], Callable[[Export], Iterator[Any]]]] = {
    "strategies": (_strategies, lambda export: _plans(export, export.plan.strategies.values())),
    "tactics": (_tactics, lambda export: _plans(export, export.plan.tactics.values())),
    "goals": (_goals, _passing(Rows.goals)),
    "readings": (lambda _: columns.READINGS, _passing(Rows.readings)),
    "actions": (_actions, _passing(Rows.actions)),
    "resources": (lambda _: columns.RESOURCES, _passing(Rows.resources)),
    "updates": (lambda _: columns.UPDATES, _passing(Rows.updates)),
    "themes": (_themes, lambda export: export.rows.themes()),
    "teams": (_teams, lambda export: export.rows.teams()),
    "people": (_people, _people_shown),
}

TABLES = tuple(_TABLES)
"""The tables by their names."""
