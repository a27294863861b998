"""What each column of a sheet stands for: a field, a part of the text, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.book import Book
from mkdocs_plans.imports.columns import Columns
from mkdocs_plans.imports.incoming import Lost
from mkdocs_plans.imports.map_file import NOTHING, TEXT, Map
from mkdocs_plans.imports.sheet import Sheet
from mkdocs_plans.imports.templates import columns_of
from mkdocs_plans.model import own_word
from mkdocs_plans.outputs.plan import columns as ours
from mkdocs_plans.outputs.plan.columns import TableColumn
from mkdocs_plans.outputs.plan.tables import INHERITED
from mkdocs_plans.spelling import did_you_mean

_EXPORTED: Mapping[str, Sequence[TableColumn[Any]]] = {
    "strategy": ours.STRATEGIES, "tactic": ours.TACTICS, "goal": ours.GOALS, "action": ours.ACTIONS,
    "resource": ours.RESOURCES, "update": ours.UPDATES, "reading": ours.READINGS,
    "theme": ours.THEMES, "team": ours.TEAMS, "person": ours.PEOPLE,
}  # fmt: skip
_KEY_RESULTS = {"key_result", "key_results", "kr", "schlüsselergebnis", "schlüsselergebnisse"}
_OBJECTIVES = {"objective", "objectives", "ziel", "ziele"}
_ALSO_WRITTEN = {"dri", "due", "team", "theme"}
"""What is exported of each row, and written where it doesn't follow from what stands above."""


def targets_of(sheet: Sheet, columns: Columns, map_: Map, book: Book) -> dict[str, str]:
    """The targets of the columns, by their names: by the map, else by their own. EditError where the map
    names a column or a field that there isn't.
    """
    _refuse_unknown(sheet, columns, map_)
    computed = _computed(sheet, columns.kind)
    if computed:
        why = "it is computed: change what it is computed from"
        book.lost.append(Lost(sheet.name, ", ".join(sorted(computed)), "", why))
    targets: dict[str, str] = dict(map_.columns)
    used = {*_used_above(map_), *map_.text.columns}
    targets |= {head: key for head, key in _of_key_results(sheet, columns).items() if head not in targets}
    taken = {*targets.values()}
    for head in sheet.head:
        if head in targets:
            continue
        key = None if head in used else NOTHING if head in computed else columns.field(head)
        key = "file" if head == "file" and computed else key
        is_free = key not in taken or key == NOTHING or head == "own_status"
        targets[head] = key if key and is_free else TEXT
        taken.add(targets[head])
    for head in used - map_.columns.keys():
        targets[head] = TEXT if head in map_.text.columns else NOTHING
    return {head: targets[head] for head in sheet.head if head in targets}


def has_key_results(sheet: Sheet) -> bool:
    """Whether a sheet has objectives with key results: strategies with goals."""
    return any(own_word(head) in _KEY_RESULTS for head in sheet.head)


def _of_key_results(sheet: Sheet, columns: Columns) -> dict[str, str]:
    """What *Objective* and *Key result* mean beside each other: the plan and its goal."""
    if columns.kind != "goal" or not has_key_results(sheet):
        return {}
    words = {head: own_word(head) for head in sheet.head}
    found = {head: "title" for head, word in words.items() if word in _KEY_RESULTS}
    return {**dict([*found.items()][:1]), **{h: "plan" for h, word in words.items() if word in _OBJECTIVES}}


def _used_above(map_: Map) -> Iterator[str]:
    """The columns that the map makes something of above the rows."""
    for above in map_.above:
        yield from above.by
        yield from columns_of(above.title)
        for template in above.fields.values():
            yield from columns_of(template)


def is_exported(sheet: Sheet, kind: str) -> bool:
    """Whether a sheet has all columns of a table that we exported."""
    return {one.key for one in _EXPORTED[kind] if not one.is_computed} <= {*sheet.head}


def _computed(sheet: Sheet, kind: str) -> set[str]:
    """The computed columns of a table that we exported; none of any other."""
    known, head = _EXPORTED[kind], set(sheet.head)
    if not is_exported(sheet, kind):
        return set()
    return ({one.key for one in known if one.is_computed} - _ALSO_WRITTEN | {INHERITED, "url"}) & head


def _refuse_unknown(sheet: Sheet, columns: Columns, map_: Map) -> None:
    named: Mapping[str, str] = {**map_.columns, **map_.text.columns}
    for head in (*named, *_used_above(map_)):
        if head not in sheet.head:
            hint = did_you_mean(head, sheet.head) or f"the columns are {', '.join(sheet.head)}"
            raise EditError(f"the map names a column `{head}`, which {sheet.name} doesn't have: {hint}")
    known = {*columns.known, *columns.own}
    for head, key in map_.columns.items():
        if key not in {*known, TEXT, NOTHING}:
            hint = did_you_mean(key, known) or f"write a field, `{TEXT}` or `{NOTHING}`"
            said = f"the map has `{head}: {key}`, and no field of a {columns.kind} is called so"
            raise EditError(f"{said}: {hint}")
