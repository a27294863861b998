"""The rows of a sheet → plan files, people and parts of plans, by the names of columns and a map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_plans.bounds import MAX_NAME_BYTES
from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.body_text import as_markdown
from mkdocs_plans.imports.book import Book, Making
from mkdocs_plans.imports.columns import Columns
from mkdocs_plans.imports.incoming import Lost
from mkdocs_plans.imports.map_file import NOTHING, TEXT, Above, Map
from mkdocs_plans.imports.part_values import FieldReader
from mkdocs_plans.imports.sheet import Row, Sheet
from mkdocs_plans.imports.targets import targets_of
from mkdocs_plans.imports.templates import fill
from mkdocs_plans.model import LevelPlan, slug
from mkdocs_plans.yaml import Written

_LIST_OF = {"goal": "goals", "action": "actions"}
_ABOVE = {"goal": "plan", "action": "tactic"}
_STANDS_UNDER = {"strategy": ("theme", "parent"), "tactic": ("strategy", "theme"), "team": ("parent",)}


@dataclass
class _Left:
    """The values of a column that no field can say."""

    value: str
    why: str
    kept: str
    rows: list[int] = field(default_factory=list)


class Rows:
    """Reads the rows of one sheet into a book."""

    def __init__(self, sheet: Sheet, columns: Columns, map_: Map, book: Book, heading: str) -> None:
        self._sheet, self._columns, self._map, self._book = sheet, columns, map_, book
        self._heading = heading
        self._targets = targets_of(sheet, columns, map_, book)
        self._left: dict[tuple[str, str], _Left] = {}
        self._above: dict[tuple[int, tuple[str, ...]], Making] = {}

    def read(self) -> None:
        """Read all rows."""
        self._begin_above()
        if self._columns.kind == "person":
            for row in self._sheet.rows:
                self._read_person(row)
        elif self._columns.kind in _LIST_OF:
            for row in self._sheet.rows:
                self._read_part(row)
        else:
            begun = [(row, made) for row in self._sheet.rows if (made := self._begin(row))]
            for row, making in begun:
                self._read_file(row, making)
        self._book.lost += [*self._sheet.lost, *self._told()]

    # --- files ---------------------------------------------------------------------------------------

    def _begin(self, row: Row) -> Making | None:
        try:
            title, number, id_ = (self._said(row, key) for key in ("title", "number", "id"))
            return self._book.begin(self._columns.kind, title, number, id_, self._place(row))
        except EditError as error:
            self._lose_row(row, str(error))
            return None

    def _read_file(self, row: Row, making: Making) -> None:
        reader = FieldReader(self._book, making.type, self._columns)
        values, left = self._values(row, reader)
        making.fields |= {key: value for key, value in values.items() if key not in {"title", "id"}}
        self._stand_under(row, making)
        for head, text in left.items():
            name = self._map.text.columns.get(head, head)
            making.sections[name] = as_markdown(text)

    def _stand_under(self, row: Row, making: Making) -> None:
        for at, above in enumerate(self._map.above):
            found = self._above.get((at, self._key(above, row)))
            if found is not None and above.kind in _STANDS_UNDER.get(making.type, ()):
                making.fields.setdefault(above.kind, found.id)
        if making.type == "tactic" and "strategy" in making.fields:
            making.fields.pop("theme", None)

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
        if self._columns.name not in values:
            self._lose_row(row, f"it has no `{self._columns.name}`, which says what it is")
            return
        self._place_holder(making, values.pop("strategy", None))
        part = {key: value for key, value in values.items() if key != _ABOVE[kind]}
        making.parts.setdefault(_LIST_OF[kind], []).append(self._without_the_files_own(part, making))
        if left or self._map.text.columns:
            making.table.append(self._line(row, left))

    def _line(self, row: Row, left: Mapping[str, str]) -> dict[str, str]:
        """The line of a row in the table of what has no field: by the map, else what the part is called and
        what is left of it.
        """
        columns = self._map.text.columns
        named = {name: row.text(head) for head, name in columns.items()}
        if not columns:
            named = {head: row.text(head) for head, key in self._targets.items() if key == self._columns.name}
        return named | {head: text for head, text in left.items() if head not in columns}

    def _holder(self, row: Row) -> Making:
        """The file that a part stands in. EditError where the row names none."""
        kind, place = self._columns.kind, self._place(row)
        for at in reversed(range(len(self._map.above))):
            above = self._map.above[at]
            if above.kind in {"tactic", *({"strategy"} if kind == "goal" else ())}:
                return self._above[at, self._key(above, row)]
        text = self._said(row, _ABOVE[kind])
        if not text:
            raise EditError(f"it names no {_ABOVE[kind]} that it belongs to")
        types = ("tactic", "strategy") if kind == "goal" else ("tactic",)
        if kind == "goal":
            types = types if self._is_called(text, "tactic") else ("strategy",)
        return self._making(types[0], self._book.refer(types[0], text, place), place)

    def _place_holder(self, making: Making, strategy: Written | None) -> None:
        """Let a tactic that is new stand under the strategy that the rows of its actions name."""
        if strategy and self._book.existing(making.type, making.id) is None:
            making.fields.setdefault("strategy", strategy)

    def _is_called(self, text: str, type_: str) -> bool:
        return self._book.is_called(type_, text)

    def _making(self, type_: str, id_: str, place: str) -> Making:
        """The file of an id, which may be the plan's own."""
        making = self._book.files.get(("plan", id_))
        if making is None:
            file = self._book.existing(type_, id_)
            making = Making(type_, id_, file.title if file else id_, place)
            self._book.files["plan", id_] = making
        return making

    def _without_the_files_own(self, part: dict[str, Written], making: Making) -> dict[str, Written]:
        """A part without what it says as its file does: its DRI, and of a goal the day."""
        file = self._book.existing(making.type, making.id)
        own = making.fields.get("dri") or (list(file.dri) if isinstance(file, LevelPlan) else None)
        own = own[0] if isinstance(own, list) and len(own) == 1 else own
        if part.get("dri") == own:
            part.pop("dri", None)
        end = file.end.last.isoformat() if isinstance(file, LevelPlan) and file.end else None
        if self._columns.kind == "goal" and part.get("due") == end:
            part.pop("due", None)
        return part

    # --- people --------------------------------------------------------------------------------------

    def _read_person(self, row: Row) -> None:
        reader = FieldReader(self._book, "person", self._columns)
        values, _ = self._values(row, reader)
        name = self._said(row, "name") or self._said(row, "role")
        handle = str(values.pop("handle", ""))
        if not (handle or name):
            self._lose_row(row, "it names nobody")
            return
        try:
            self._book.names.add(handle or self._book.names.of_name(name), values)
        except EditError as error:
            self._lose_row(row, str(error))

    # --- what rows stand under -----------------------------------------------------------------------

    def _begin_above(self) -> None:
        for at, above in enumerate(self._map.above):
            groups: dict[tuple[str, ...], list[Row]] = {}
            for row in self._sheet.rows:
                groups.setdefault(self._key(above, row), []).append(row)
            for key, rows in groups.items():
                self._above[at, key] = self._begin_group(above, rows)

    def _begin_group(self, above: Above, rows: Sequence[Row]) -> Making:
        book, place = self._book, self._place(rows[0])

        def filled(template: str) -> str:
            return fill(template, rows, self._sheet.head, book.names, book.site)

        said = {key: filled(template) for key, template in above.fields.items()}
        title = filled(above.title)
        making = book.begin(above.kind, title, said.get("number", ""), _id(said.pop("id", ""), book), place)
        self._stand_under(rows[0], making)
        columns = Columns(above.kind, book.site, book.plan.own_fields)
        reader = FieldReader(book, above.kind, columns)
        for key, text in said.items():
            if text:
                making.fields |= reader.read(key, text)
        return making

    @staticmethod
    def _key(above: Above, row: Row) -> tuple[str, ...]:
        return tuple(row.text(column) for column in above.by)

    # --- values --------------------------------------------------------------------------------------

    def _values(self, row: Row, reader: FieldReader) -> tuple[dict[str, Written], dict[str, str]]:
        """The fields that a row fills, and what no field can say, by its column."""
        values: dict[str, Written] = {}
        left: dict[str, str] = {}
        for key, template in self._map.fields.items():
            text = fill(template, [row], self._sheet.head, self._book.names, self._book.site)
            values |= reader.read(key, text) if text else {}
        for head, target in self._targets.items():
            cell = row.cells.get(head)
            if cell is None or target == NOTHING:
                continue
            if target == TEXT:
                left[head] = row.text(head)
                self._leave(head, row, "" if self._is_mapped(head) else "no field is called so")
                continue
            try:
                values |= reader.read(target, cell, unit=self._said(row, "unit"))
            except EditError as error:
                left[head] = row.text(head)
                self._leave(head, row, str(error))
        return values, left

    def _said(self, row: Row, key: str) -> str:
        heads = (head for head, target in self._targets.items() if target == key)
        return next(filter(None, map(row.text, heads)), "")

    def _is_mapped(self, head: str) -> bool:
        return self._map.columns.get(head) == TEXT or head in self._map.text.columns

    def _leave(self, head: str, row: Row, why: str) -> None:
        if why:
            kind = self._columns.kind
            under = self._heading if kind in _LIST_OF else self._map.text.columns.get(head, head)
            kept = "" if kind == "person" else f"in the text, under {under}"
            left = self._left.setdefault((head, why), _Left(row.text(head), why, kept))
            left.rows.append(row.number)

    def _lose_row(self, row: Row, why: str) -> None:
        text = "; ".join(f"{head}: {row.text(head)}" for head in row.cells)
        self._book.lost.append(Lost(self._place(row), "the whole row", text, why))

    def _told(self) -> Iterator[Lost]:
        """Say of each column what couldn't be said, once for each reason."""
        for (head, _), left in self._left.items():
            more = f" (and {len(left.rows) - 1} more)" if len(left.rows) > 1 else ""
            place = f"{self._sheet.name}, row {left.rows[0]}" if left.rows else self._sheet.name
            yield Lost(place, head, left.value + more, left.why, left.kept)

    def _place(self, row: Row) -> str:
        return f"{self._sheet.name}, row {row.number}"


def _id(text: str, book: Book) -> str:
    """The id that a map makes of a text."""
    return slug(text, book.site.language)[:MAX_NAME_BYTES] if text else ""
