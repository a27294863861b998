"""The plan as tables of values, for CSV and Excel: one row a thing, ids as keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_plans import standing
from mkdocs_plans.model import Action, Date, Goal, LevelPlan, PlanFile, Strategy, Tactic, person_path
from mkdocs_plans.model.own_fields import OwnValue, Table
from mkdocs_plans.outputs.plan import columns
from mkdocs_plans.outputs.plan.columns import Columns, Kind, R, TableColumn, Value
from mkdocs_plans.outputs.plan.export import Export
from mkdocs_plans.outputs.plan.rows import PersonRow, PlanRow, Rows

Cells = Sequence[tuple[Value, ...]]
"""The cells of each row."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: its head, and its rows."""

    name: str
    head: tuple[str, ...]
    rows: Cells


def tables(export: Export) -> Iterator[DataTable]:
    """All tables."""
    return (table(name, export) for name in TABLES)


def table(name: str, export: Export) -> DataTable:
    """The table of a name, with the rows that the filters let through."""
    if name in _OTHERS:
        return table_of(name, export, _OTHERS[name][1](export))
    rows, of = export.rows, _OF_PLANS[name][1]
    return table_of(name, export, (row for one in rows.passing(export.chosen) for row in of(rows, one)))


def table_of(name: str, export: Export, rows: Iterable[Any]) -> DataTable:
    """The table of a name, with some rows of it."""
    filled = _COLUMNS[name](export)
    return DataTable(name, tuple(column.key for column in filled), _cells(filled, rows))


def by_plan(export: Export) -> tuple[list[DataTable], Callable[[LevelPlan], list[Cells]]]:
    """The tables of which each row is of a strategy or a tactic, without rows, and what gives each one's, in
    the order of these tables.
    """
    rows = export.rows
    made = [(name, columns_of(export), of) for name, (columns_of, of) in _OF_PLANS.items()]
    heads = [DataTable(name, tuple(column.key for column in filled), ()) for name, filled, _ in made]
    return heads, lambda one: [_cells(filled, of(rows, one)) for _, filled, of in made]


def _cells(filled: Columns[Any], rows: Iterable[Any]) -> Cells:
    values = [column.get for column in filled]
    return [tuple([value(row) for value in values]) for row in rows]


def _strategies(export: Export) -> Columns[Any]:
    return _level(export, "strategy", columns.STRATEGIES)


def _tactics(export: Export) -> Columns[Any]:
    return _level(export, "tactic", columns.TACTICS)


def _level(export: Export, kind: str, ours: Columns[PlanRow]) -> Columns[Any]:
    *some, url = _file(export, kind, ours, lambda row: row.plan)
    return *some, _inherited(ours, lambda row: row.plan), url


def _themes(export: Export) -> Columns[Any]:
    return _file(export, "theme", columns.THEMES, lambda row: row.theme)


def _teams(export: Export) -> Columns[Any]:
    return _file(export, "team", columns.TEAMS, lambda row: row.team)


def _goals(export: Export) -> Columns[Any]:
    url: TableColumn[Any] = TableColumn(
        _URL, _ABOUT_URL, lambda row: export.place(row.plan, f"goal-{row.goal.id}")
    )
    own = _own(export, "goal", columns.GOALS, lambda row: row.goal)
    return *columns.GOALS, *own, _inherited(columns.GOALS, lambda row: row.goal), url


def _actions(export: Export) -> Columns[Any]:
    url: TableColumn[Any] = TableColumn(
        _URL, _ABOUT_URL, lambda row: export.place(row.tactic, f"action-{row.action.id}")
    )
    own = _own(export, "action", columns.ACTIONS, lambda row: row.action)
    return *columns.ACTIONS, *own, _inherited(columns.ACTIONS, lambda row: row.action), url


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


# --- what follows from what stands above -------------------------------------------------------------

INHERITED = "inherited"
_ABOUT_INHERITED = "The cells that its file doesn't say, as `dri: ada, ben`: they follow from what is above."
_INHERITABLE = frozenset({"dri", "due", "team", "theme"})


def _inherited(ours: Columns[R], thing: Callable[[R], LevelPlan | Goal | Action]) -> TableColumn[R]:
    """What a row has from above, as it was when the table was written. An import thus knows for good which
    cells somebody edited.
    """
    some = [one for one in ours if one.key in _INHERITABLE and one.is_computed]

    def value(row: R) -> Value:
        found = ((one.key, one.get(row)) for one in some if not getattr(thing(row), one.key, None))
        return tuple(f"{key}: {inherited_text(cell)}" for key, cell in found if cell)

    return TableColumn(INHERITED, _ABOUT_INHERITED, value, Kind.LIST)


def inherited_text(cell: object) -> str:
    """A cell or a field as that column has it."""
    return ", ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)


# --- the organisation's own columns ------------------------------------------------------------------


def _own(
    export: Export, kind: str, ours: Columns[R], thing: Callable[[R], PlanFile | Goal | Action]
) -> Columns[R]:
    """A column for each own field. One that is called as a column of ours has `own_` before it."""
    fields, taken = export.plan.own_fields, {one.key for one in ours} | {"file", INHERITED, _URL}
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


def _people_shown(export: Export) -> Iterator[PersonRow]:
    """The people whom the site shows."""
    rows, people = export.rows.people(export.chosen), export.plan.people.values()
    if export.is_whole:
        return rows
    shown = {one.handle for one in standing.shown_people(export.plan, people)}
    return (row for row in rows if row.person.handle in shown)


_Columns = Callable[[Export], Columns[Any]]

_OF_PLANS: Mapping[str, tuple[_Columns, Callable[[Rows, LevelPlan], Iterable[Any]]]] = {
    "strategies": (_strategies, lambda rows, one: [rows.row(one)] if isinstance(one, Strategy) else ()),
    "tactics": (_tactics, lambda rows, one: [rows.row(one)] if isinstance(one, Tactic) else ()),
    "goals": (_goals, Rows.goals_of),
    "readings": (lambda _: columns.READINGS, Rows.readings_of),
    "actions": (_actions, Rows.actions_of),
    "resources": (lambda _: columns.RESOURCES, Rows.resources_of),
    "updates": (lambda _: columns.UPDATES, Rows.updates_of),
}
"""The tables whose rows are of a strategy or a tactic each: their columns, and what gives those of one."""

_OTHERS: Mapping[str, tuple[_Columns, Callable[[Export], Iterator[Any]]]] = {
    "themes": (_themes, lambda export: export.rows.themes()),
    "teams": (_teams, lambda export: export.rows.teams()),
    "people": (_people, _people_shown),
}

_COLUMNS = {name: columns_of for name, (columns_of, _) in (*_OF_PLANS.items(), *_OTHERS.items())}

TABLES, OTHER_TABLES = tuple(_COLUMNS), tuple(_OTHERS)
"""The tables by their names, and those of them whose rows are of something else than a plan."""
