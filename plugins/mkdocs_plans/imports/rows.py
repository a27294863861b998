"""The rows of a sheet → plan files, people and parts of plans, by the names of columns and a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.above import FilesAbove, of_template
from mkdocs_plans.imports.body_text import as_markdown
from mkdocs_plans.imports.book import Book, Making
from mkdocs_plans.imports.columns import Columns
from mkdocs_plans.imports.incoming import Lost, safe_path
from mkdocs_plans.imports.map_file import NOTHING, TEXT, Map
from mkdocs_plans.imports.measured import take_reading
from mkdocs_plans.imports.own_cells import says_own, without_inherited
from mkdocs_plans.imports.part_values import FieldReader
from mkdocs_plans.imports.sheet import Row, Sheet, day_counted, unit_beside
from mkdocs_plans.imports.targets import targets_of
from mkdocs_plans.imports.templates import fill
from mkdocs_plans.imports.values import DATES, Value
from mkdocs_plans.model import Action, Goal, LevelPlan, PlanFile, Status, handle_problem, meant_word
from mkdocs_plans.model.called import plain_name
from mkdocs_plans.outputs.plan.tables import INHERITED
from mkdocs_plans.yaml import Bare, Written

_LIST_OF = {"goal": "goals", "action": "actions", "resource": "resources", "update": "updates"}
_ABOVE = {"goal": "plan", "action": "tactic", "resource": "tactic", "update": "plan", "reading": "plan"}
_BEGUN = {"goal": "strategy", "action": "tactic", "resource": "tactic"}
"""What is begun where a row names as what it belongs to what nobody knows."""


@dataclass
class _Left:
    """The values of a column that no field can say."""

    value: str
    why: str
    kept: str
    rows: list[int] = field(default_factory=list)


class Rows:
    """Reads the rows of one sheet into a book. All sheets are begun before the first is read: they name each
    other's rows.
    """

    def __init__(self, sheet: Sheet, columns: Columns, map_: Map, book: Book, heading: str) -> None:
        self._sheet, self._columns, self._map, self._book = sheet, columns, map_, book
        self._heading = heading
        self._targets = targets_of(sheet, columns, map_, book)
        self._left: dict[tuple[str, str], _Left] = {}
        self._above = FilesAbove(sheet, map_, book)
        self._begun: list[tuple[Row, Making]] = []
        self._people: list[tuple[Row, str]] = []
        self._numbers_tell = True
        self._texts_above: Mapping[int, str] | None = None

    def begin(self) -> None:
        """Take up what the rows are called."""
        self._above.begin()
        if self._columns.kind == "person":
            self._begin_people()
        elif self._columns.kind not in _ABOVE:
            self._numbers_tell = self._know_numbers()
            self._begun = [(row, made) for row in self._sheet.rows if (made := self._begin(row))]

    def read(self) -> None:
        """Read all rows."""
        for row in self._sheet.rows if self._columns.kind in _ABOVE else ():
            self._read_part(row)
        for row, handle in self._people:
            self._read_person(row, handle)
        for row, making in self._begun:
            self._read_file(row, making)
        self._book.lost += [*self._sheet.lost, *self._told()]

    # --- files ---------------------------------------------------------------------------------------

    def _begin(self, row: Row) -> Making | None:
        try:
            title, number, id_ = (self._said(row, key) for key in ("title", "number", "id"))
            number = number if self._numbers_tell else ""
            return self._book.begin(self._columns.kind, title, number, id_, self._place(row))
        except EditError as error:
            self._lose_row(row, str(error))
            return None

    def _know_numbers(self) -> bool:
        """Whether the numbers of the rows are those of the plan: where rows have a number of the plan's, one
        of them has a title that is alike too. Else both only count from 1. What has an id is known by it.
        """
        numbered = [
            (self._said(row, "title"), file.title)
            for row in self._sheet.rows
            if not self._said(row, "id")
            and (file := self._book.numbered(self._columns.kind, self._said(row, "number"))) is not None
        ]
        known = [was for title, was in numbered if words_of(title) & words_of(was)]
        if numbered and not known:
            why = "other things of the plan have these numbers: each row is taken for a thing of its own"
            self._book.lost.append(Lost(self._sheet.name, "number", numbered[0][1], why, "both"))
        return bool(known) or not numbered

    def _read_file(self, row: Row, making: Making) -> None:
        reader = FieldReader(self._book, making.type, self._columns)
        values, left = self._values(row, reader)
        values |= self._status_edited(row, making)
        making.path = safe_path(values.pop("file", None))
        making.fields |= {key: value for key, value in values.items() if key not in {"title", "id"}}
        self._above.stand_under(row, making)
        for head, text in left.items():
            name = self._map.text.columns.get(head, head)
            making.sections[name] = as_markdown(text)

    def _status_edited(self, row: Row, making: Making) -> dict[str, Written]:
        """The status of an exported row that has one of ours beside the organisation's own, where only ours
        says something else than the plan.
        """
        file = self._book.existing(making.type, making.id)
        own, said = row.text("own_status"), meant_word(Status, row.text("status"))
        if not own or said is None or not isinstance(file, LevelPlan) or file.own_status != own:
            return {}
        return {"status": Bare(said.value)} if said is not file.status else {}

    # --- parts of files ------------------------------------------------------------------------------

    def _read_part(self, row: Row) -> None:
        kind = self._columns.kind
        try:
            making = self._holder(row)
        except EditError as error:
            self._lose_row(row, str(error))
            return
        reader = FieldReader(self._book, kind, self._columns)
        values, left = self._values(row, reader)
        missing = next((key for key in self._columns.needed if key not in values), None)
        if missing:
            self._lose_row(row, f"it has no `{missing}`, which says what it is: fill it in")
            return
        self._place_holder(making, values.pop("strategy", None))
        part = {key: value for key, value in values.items() if key != _ABOVE[kind]}
        if kind == "reading":
            self._take_reading(row, making, part)
            return
        making.parts.setdefault(_LIST_OF[kind], []).append(part)
        making.places.setdefault(_LIST_OF[kind], []).append(self._place(row))
        if left or self._map.text.columns:
            making.table.append(self._line(row, left))

    def _line(self, row: Row, left: Mapping[str, str]) -> dict[str, str]:
        """The line of a row in the table of what has no field: by the map, else what the part is called and
        what is left of it.
        """
        columns = self._map.text.columns
        named = {name: row.text(head) for head, name in columns.items()}
        if not columns:
            heads = [head for head, key in self._targets.items() if key in self._columns.needed]
            named = {head: row.text(head) for head in heads}
        return named | {head: text for head, text in left.items() if head not in columns}

    def _take_reading(self, row: Row, making: Making, part: dict[str, Written]) -> None:
        if "file" in self._targets.values():
            part.setdefault("file", "")
        try:
            take_reading(self._book, making, part, self._place(row))
        except EditError as error:
            self._lose_row(row, str(error))

    def _holder(self, row: Row) -> Making:
        """The file that a part stands in. EditError where the row names none."""
        kind, place = self._columns.kind, self._place(row)
        types = ("tactic",) if _ABOVE[kind] == "tactic" else ("tactic", "strategy")
        if above := self._above.holder(row, types):
            return above
        text = self._said(row, _ABOVE[kind]) or self._said_above(row)
        if not text:
            raise EditError(f"it names no {_ABOVE[kind]} that it belongs to: fill it in")
        type_ = next((one for one in types if self._book.is_called(one, text)), _BEGUN.get(kind))
        if type_ is None:
            raise EditError(f'no strategy or tactic is called "{text}": see `plans list`')
        return self._making(type_, self._book.refer(type_, text, place), place)

    def _said_above(self, row: Row) -> str:
        """What the nearest row above names as what it belongs to, where the sheet names it in the first row
        of each group alone.
        """
        if self._texts_above is None:
            self._texts_above = self._find_texts_above()
        return self._texts_above.get(row.number, "")

    def _find_texts_above(self) -> Mapping[int, str]:
        """That of each row by its number; of none where a text stands in two rows below each other."""
        key = _ABOVE[self._columns.kind]
        texts = [self._said(row, key) for row in self._sheet.rows]
        first = next(filter(None, texts), "")
        if not first or any(text and text == after for text, after in pairwise(texts)):
            return {}
        if not all(texts):
            why = f"a row that names no {key} belongs to that of the row above"
            self._book.lost.append(Lost(self._sheet.name, key, first, why, "there"))
        above: Iterator[str] = accumulate(texts, lambda before, text: text or before)
        return dict(zip((row.number for row in self._sheet.rows), above, strict=True))

    def _place_holder(self, making: Making, strategy: Written | None) -> None:
        """Let a tactic that is new stand under the strategy that the rows of its actions name."""
        if strategy and self._book.existing(making.type, making.id) is None:
            making.fields.setdefault("strategy", strategy)

    def _making(self, type_: str, id_: str, place: str) -> Making:
        """The file of an id, which may be the plan's own."""
        making = self._book.files.get(("plan", id_))
        if making is None:
            file = self._book.existing(type_, id_)
            making = Making(type_, id_, file.title if file else id_, place)
            self._book.files["plan", id_] = making
        return making

    # --- people --------------------------------------------------------------------------------------

    def _begin_people(self) -> None:
        for row in self._sheet.rows:
            name = self._said(row, "name") or self._said(row, "role")
            try:
                handle = self._said(row, "handle") or (self._book.names.of_name(name) if name else "")
            except EditError as error:
                self._lose_row(row, str(error))
                continue
            if handle and (why := handle_problem(handle)):
                self._lose_row(row, f'"{handle}" can\'t be a handle: {why}')
            elif handle:
                self._book.names.add(handle, {})
                self._people.append((row, handle))
            else:
                self._lose_row(row, "it names nobody: fill in a name or a role")

    def _read_person(self, row: Row, handle: str) -> None:
        values, _ = self._values(row, FieldReader(self._book, "person", self._columns))
        values.pop("handle", None)
        self._book.names.add(handle, values)

    # --- values --------------------------------------------------------------------------------------

    def _values(self, row: Row, reader: FieldReader) -> tuple[dict[str, Written], dict[str, str]]:
        """The fields that a row fills, and what no field can say, by its column."""
        values: dict[str, Written] = {}
        left: dict[str, str] = {}
        unit = self._unit(row) if self._columns.kind == "goal" else ""
        for key, template in self._map.fields.items():
            text = fill(template, [row], self._sheet.head, self._book.names, self._book.site)
            values |= of_template(reader, key, text, self._book, self._place(row))
        there = self._there(row) if self._columns.own else None
        for head, target in self._targets.items():
            cell = row.cells.get(head)
            if cell is None or target == NOTHING or says_own(there, target, cell, self._book.plan.own_fields):
                continue
            if target == TEXT:
                left[head] = row.text(head)
                self._leave(head, row, "" if self._is_mapped(head) else self._columns.why_none(head))
                continue
            try:
                values |= reader.read(target, self._as_day(head, target, row, cell), unit=unit)
            except EditError as error:
                left[head] = row.text(head)
                self._leave(head, row, str(error))
        if unit and not values.keys().isdisjoint({"target", "baseline"}):
            values.setdefault("unit", unit)
        is_ours = self._targets.get(INHERITED) == NOTHING
        return without_inherited(values, row.text(INHERITED)) if is_ours else values, left

    def _as_day(self, head: str, target: str, row: Row, cell: Value) -> Value:
        """A cell; of a date that is only a number, the day."""
        day = day_counted(cell, self._sheet.first_day) if target in DATES else None
        if day is not None:
            why = "a spreadsheet counts days by such numbers: it is read as that day"
            self._left.setdefault((head, why), _Left(row.text(head), why, f"as {day}")).rows.append(
                row.number
            )
        return cell if day is None else day

    def _there(self, row: Row) -> PlanFile | Goal | Action | None:
        """What the plan has that an exported row is of: by ids."""
        kind, id_ = self._columns.kind, self._said(row, "id")
        if kind not in _ABOVE:
            return self._book.existing(kind, id_) if kind != "person" else None
        file = self._book.plan.plans.get(self._said(row, _ABOVE[kind]))
        parts = getattr(file, _LIST_OF.get(kind, ""), ())
        return next((one for one in parts if isinstance(one, Goal | Action) and one.id == id_), None)

    def _unit(self, row: Row) -> str:
        """The unit of a goal: what the row says, else what its numbers have beside them."""
        cells = (row.cells.get(head) for head, key in self._targets.items() if key in {"target", "baseline"})
        units = filter(None, map(unit_beside, cells))
        return self._said(row, "unit") or next(units, "")

    def _said(self, row: Row, key: str) -> str:
        heads = (head for head, target in self._targets.items() if target == key)
        return next(filter(None, map(row.text, heads)), "")

    def _is_mapped(self, head: str) -> bool:
        return self._map.columns.get(head) == TEXT or head in self._map.text.columns

    def _leave(self, head: str, row: Row, why: str) -> None:
        if why:
            kind = self._columns.kind
            under = self._heading if kind in _LIST_OF else self._map.text.columns.get(head, head)
            kept = "" if kind in {"person", "reading"} else f"in the text, under {under}"
            left = self._left.setdefault((head, why), _Left(row.text(head), why, kept))
            left.rows.append(row.number)

    def _lose_row(self, row: Row, why: str) -> None:
        text = "; ".join(f"{head}: {row.text(head)}" for head in row.cells)
        self._book.lost.append(Lost(self._place(row), "the whole row", text, why, is_held_back=True))

    def _told(self) -> Iterator[Lost]:
        """Say of each column what couldn't be said, once for each reason."""
        for (head, _), left in self._left.items():
            more = f" (and {len(left.rows) - 1} more)" if len(left.rows) > 1 else ""
            place = f"{self._sheet.name}, row {left.rows[0]}" if left.rows else self._sheet.name
            yield Lost(place, head, left.value + more, left.why, left.kept)

    def _place(self, row: Row) -> str:
        return f"{self._sheet.name}, row {row.number}"


def words_of(title: str) -> set[str]:
    """The words of a title that tell it from others."""
    return {word for word in plain_name(title).split() if len(word) > 3}
