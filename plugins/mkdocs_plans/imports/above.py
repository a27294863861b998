"""Files that the rows of a sheet stand under, as a map says it: one for each value of some columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mkdocs_plans.bounds import MAX_NAME_BYTES
from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.book import Book, Making
from mkdocs_plans.imports.columns import Columns
from mkdocs_plans.imports.incoming import Lost
from mkdocs_plans.imports.map_file import Above, Map
from mkdocs_plans.imports.part_values import FieldReader
from mkdocs_plans.imports.sheet import Row, Sheet
from mkdocs_plans.imports.templates import fill
from mkdocs_plans.model import slug
from mkdocs_plans.yaml import Written

_STANDS_UNDER = {"strategy": ("theme", "parent"), "tactic": ("strategy", "theme"), "team": ("parent",)}


class FilesAbove:
    """The files that the map makes above the rows of a sheet."""

    def __init__(self, sheet: Sheet, map_: Map, book: Book) -> None:
        self._sheet, self._above, self._book = sheet, map_.above, book
        self._files: dict[tuple[int, tuple[str, ...]], Making] = {}

    def begin(self) -> None:
        """Begin them all. A group for which nothing says what it is called has none."""
        for at, above in enumerate(self._above):
            groups: dict[tuple[str, ...], list[Row]] = {}
            for row in self._sheet.rows:
                groups.setdefault(_key(above, row), []).append(row)
            for key, rows in groups.items():
                making = self._begin_group(above, rows)
                if making is not None:
                    self._files[at, key] = making

    def stand_under(self, row: Row, making: Making) -> None:
        """Let the file of a row name those that the row stands under."""
        for at, above in enumerate(self._above):
            found = self._files.get((at, _key(above, row)))
            if found is not None and above.kind in _STANDS_UNDER.get(making.type, ()):
                making.fields.setdefault(above.kind, found.id)

    def holder(self, row: Row, types: Collection[str]) -> Making | None:
        """The lowest file of some types that a row stands in; None where the map makes none of them.
        EditError where the row says nothing in its columns.
        """
        for at, above in reversed([*enumerate(self._above)]):
            if above.kind in types:
                if (making := self._files.get((at, _key(above, row)))) is None:
                    by = ", ".join(above.by)
                    raise EditError(f"it has nothing in {by}, which it stands under: fill it in")
                return making
        return None

    def _begin_group(self, above: Above, rows: Sequence[Row]) -> Making | None:
        book, place = self._book, f"{self._sheet.name}, row {rows[0].number}"

        def filled(template: str) -> str:
            return fill(template, rows, self._sheet.head, book.names, book.site)

        said = {key: filled(template) for key, template in above.fields.items()}
        title = filled(above.title)
        if not title:
            return None
        making = book.begin(above.kind, title, said.get("number", ""), _id(said.pop("id", ""), book), place)
        self.stand_under(rows[0], making)
        columns = Columns(above.kind, book.site, book.plan.own_fields)
        reader = FieldReader(book, above.kind, columns)
        for key, text in said.items():
            making.fields |= of_template(reader, key, text, book, place)
        return making


def of_template(reader: FieldReader, key: str, text: str, book: Book, place: str) -> dict[str, Written]:
    """The fields that the text of a template fills; what no field can say is told."""
    try:
        return reader.read(key, text) if text else {}
    except EditError as error:
        book.lost.append(Lost(place, key, text, str(error)))
        return {}


def _key(above: Above, row: Row) -> tuple[str, ...]:
    return tuple(row.text(column) for column in above.by)


def _id(text: str, book: Book) -> str:
    """The id that a map makes of a text."""
    return slug(text, book.site.language)[:MAX_NAME_BYTES] if text else ""
