"""A source of any format → what comes in of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_plans.disk import read_file
from mkdocs_plans.errors import EditError
from mkdocs_plans.imports.book import Book
from mkdocs_plans.imports.columns import KINDS, Columns, kind_called
from mkdocs_plans.imports.csv import read_csv
from mkdocs_plans.imports.excel import read_excel
from mkdocs_plans.imports.implied import drop_implied
from mkdocs_plans.imports.incoming import Incoming, Lost
from mkdocs_plans.imports.json import read_json
from mkdocs_plans.imports.map_file import Map
from mkdocs_plans.imports.names import Names
from mkdocs_plans.imports.rows import Rows
from mkdocs_plans.imports.sheet import Sheet
from mkdocs_plans.imports.sifting import Sifting
from mkdocs_plans.imports.stratml import read_stratml
from mkdocs_plans.imports.targets import has_key_results, is_exported
from mkdocs_plans.load import Loaded
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.language import Language

MAX_MEGABYTES = 64
"""How large a source may be."""

FORMATS = (".csv", ".xlsx", ".json", ".xml")

_ORDER = ("person", "team", "theme", "strategy", "tactic", "goal", "action", "resource", "update", "reading")
"""In which order sheets are read: what is named in others comes first."""

_NO_TABLE_HAS = "mission, vision, values, texts, audience, ignore, people's addresses"
_WHY_NOT = "no exported table has them, and what the plan has stays: `plans export json --everything` has all"

MAX_TABLES = 50
"""How many tables of a folder are read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read: a file by a map, for a plan; `heading` stands above what has no field."""

    path: Path
    map: Map
    loaded: Loaded
    site: Site

    @property
    def heading(self) -> str:
        """What stands above a table of what has no field."""
        return self.map.text.heading or Language(self.site.language).gettext("Further details")

    def columns(self, kind: str) -> Columns:
        """The columns of rows of a kind."""
        return Columns(kind, self.site, self.loaded.plan.own_fields)


def read_source(path: Path, map_: Map, loaded: Loaded, site: Site) -> Incoming:
    """Read a source. EditError where it can't be read, or it isn't said what its rows are."""
    reading = Reading(path, map_, loaded, site)
    incoming = _of_sheets(_tables_of(reading), reading) if path.is_dir() else _of_file(reading)
    sifting = Sifting(site, reading.heading)
    files, people = sifting.files(incoming.files), sifting.people(incoming.people)
    return Incoming(files, people, [*incoming.lost, *sifting.lost], incoming.readings)


def _of_file(reading: Reading) -> Incoming:
    path, data, known = reading.path, _data(reading.path), _known_by(reading)
    match path.suffix.lower():
        case ".json":
            return read_json(data, reading.site)
        case ".csv" | ".txt" | ".tsv":
            return _of_sheets([read_csv(path.name, data, known)], reading)
        case ".xlsx" | ".xlsm":
            return _of_sheets(read_excel(path.name, data, known, reading.map.sheet), reading)
        case ".xml" | ".stratml":
            return read_stratml(data, _book(reading), reading.heading)
        case ".xls" | ".ods":
            raise EditError(f"{path.name} is of a kind that can't be imported: save it as .xlsx")
    raise EditError(f"{path.name} isn't of a kind that can be imported: {', '.join(FORMATS)}")


def _tables_of(reading: Reading) -> list[Sheet]:
    """The tables of a folder, as `plans export csv` writes it: the CSV files that are called as rows are."""
    paths = sorted(path for path in reading.path.glob("*.csv") if kind_called(path.stem, reading.site))
    if not paths or len(paths) > MAX_TABLES:
        known = ", ".join(f"{one}.csv" for one in KINDS)
        raise EditError(f"{reading.path} is a folder, and has none of {known}, or too many: name a file")
    return [read_csv(path.name, _data(path), _known_by(reading)) for path in paths]


def _data(path: Path) -> bytes:
    try:
        data = read_file(path, MAX_MEGABYTES * 1024 * 1024)
    except OSError as error:
        raise EditError(f"{path} can't be read: {error.strerror}") from None
    if len(data) > MAX_MEGABYTES * 1024 * 1024:
        raise EditError(f"{path.name} is larger than {MAX_MEGABYTES} MB")
    return data


def _known_by(reading: Reading) -> Callable[[str], bool]:
    """Whether a name is one that a column may have: by the map, or as a field of the rows."""
    kind = kind_called(reading.map.kind, reading.site) if reading.map.kind else None
    columns = [reading.columns(one) for one in ([kind] if kind else KINDS.values())]
    return lambda name: name in reading.map.columns or any(one.field(name) for one in columns)


def _of_sheets(sheets: Sequence[Sheet], reading: Reading) -> Incoming:
    """What comes in of sheets, each with what its rows are."""
    map_, book = reading.map, _book(reading)
    kinds = sorted(_with_kinds(sheets, reading, book), key=lambda one: _ORDER.index(one[0]))
    if any(is_exported(sheet, kind) for kind, sheet in kinds):
        book.lost.append(Lost(reading.path.name, _NO_TABLE_HAS, "", _WHY_NOT))
    read = [Rows(sheet, reading.columns(kind), map_, book, reading.heading) for kind, sheet in kinds]
    for rows in read:
        rows.begin()
    for rows in read:
        rows.read()
    drop_implied(book)
    files = book.made(reading.heading, list(map_.text.columns.values()))
    return Incoming(files, dict(book.names.new), book.lost, book.readings)


def _book(reading: Reading) -> Book:
    map_, site = reading.map, reading.site
    names = Names(reading.loaded.plan, site.language, map_.people, map_.between)
    return Book(reading.loaded, site, names)


def _with_kinds(sheets: Sequence[Sheet], reading: Reading, book: Book) -> Iterator[tuple[str, Sheet]]:
    """The sheets that are read, each with what its rows are: the first one, where that is said, else those
    that are called so. The others are told.
    """
    map_, site = reading.map, reading.site
    called = {one.name: kind for one in sheets if (kind := kind_called(one.name.removesuffix(".csv"), site))}
    for number, sheet in enumerate(sheets):
        if number == 0 and (map_.kind or not called):
            yield _kind(sheet, reading.path, map_, site), sheet
        elif sheet.name in called and not map_.kind:
            yield called[sheet.name], sheet
        elif sheet.rows:
            why = "a sheet that isn't read: name it in a map, as `sheet: NAME`"
            book.lost.append(Lost(sheet.name, "", f"{len(sheet.rows)} rows", why))


def _kind(sheet: Sheet, path: Path, map_: Map, site: Site) -> str:
    """What the rows of a sheet are: as it is said, else as the sheet or the file is called."""
    said = map_.kind
    for word in (said,) if said else (sheet.name, path.stem):
        kind = kind_called(word, site)
        if kind:
            return kind
    if has_key_results(sheet) and not said:
        return "goal"
    known = ", ".join(KINDS)
    if said:
        raise EditError(f'rows can\'t be "{said}": write one of {known}')
    raise EditError(f"say what the rows are, as --as tactics: one of {known}")
