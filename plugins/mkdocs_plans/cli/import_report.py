"""What an import would write, and what it couldn't say, as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from mkdocs_plans.cli.site import shown_path
from mkdocs_plans.edits import FileChange
from mkdocs_plans.imports.incoming import IncomingFile, Lost
from mkdocs_plans.imports.writing import Becomes, Import
from mkdocs_plans.outputs.screen import Column, Screen, heading, indented, plain
from mkdocs_plans.settings import Site
from mkdocs_plans.source import read_document
from mkdocs_plans.wording.markdown_text import shorten_text

_MOST = 200
"""How many lines of a table are shown; of the others, how many there are. Our convention."""

_LONGEST = 70
"""How many characters of a value are repeated. Our convention."""


def import_report(found: Import, site: Site) -> str:
    """The tables: the files, the new people, and what no field says."""
    screen = Screen()
    return screen.written(
        [*_files(found, site, screen), *_people(found, screen), *_readings(found), *_lost(found, screen)]
    )


def _files(found: Import, site: Site, screen: Screen) -> Iterator[RenderableType]:
    written = [one for one in found.files if one[2] is not Becomes.SAME]
    changes = {change.path: change for change in found.changes}
    for one, path, becomes in written[:_MOST]:
        says = _becomes_other(changes[path]) if becomes is Becomes.CHANGED else _says(one)
        said = ", ".join(filter(None, [_title(one), *says]))
        yield Text.assemble((f"{becomes:<8}", "bold"), plain(shown_path(path, site)))
        yield indented(plain(said))
    yield from _more(written)
    same = len(found.files) - len(written)
    if same:
        yield Text(f"{same} file{'s say' if same != 1 else ' says'} the same as before.")


def _people(found: Import, screen: Screen) -> Iterator[RenderableType]:
    if found.new_people:
        yield heading(f"New people ({len(found.new_people)})")
        rows = [
            (plain(handle), plain(", ".join(map(str, one.values()))))
            for handle, one in found.new_people.items()
        ]
        yield screen.table(_columns("Handle", "Called"), rows[:_MOST])
        yield from _more(rows)


def _readings(found: Import) -> Iterator[RenderableType]:
    if found.readings:
        yield Text(f"{found.readings} reading{'s' * (found.readings != 1)} for the tables of readings.")


def _lost(found: Import, screen: Screen) -> Iterator[RenderableType]:
    left = [one for one in found.lost if not one.is_held_back]
    if left:
        yield heading(f"What no field says ({len(left)})")
        yield screen.table(_columns("Where", "Value", "Why"), [_lost_row(one) for one in left[:_MOST]])
        yield from _more(left)
    held = [one for one in found.lost if one.is_held_back]
    if held:
        yield heading(f"Held back ({len(held)}): put it right, and import again")
        yield screen.table(_columns("Where", "Value", "Why"), [_lost_row(one) for one in held[:_MOST]])
        yield from _more(held)
    yield Text("")


def _lost_row(one: Lost) -> tuple[Text, ...]:
    value = plain(shorten_text(" ".join(one.value.split()), _LONGEST))
    where = ": ".join(filter(None, [one.place, one.name]))
    what = "" if one.is_held_back else f"; {f'kept {one.kept}' if one.kept else 'left out'}"
    return plain(where), value, plain(one.why + what)


def _more(rows: Sequence[object]) -> Iterator[RenderableType]:
    if len(rows) > _MOST:
        yield Text(f"… and {len(rows) - _MOST} more.")


def _columns(*titles: str) -> list[Column]:
    return [Column(title) for title in titles]


def _title(one: IncomingFile) -> str:
    return str(one.fields.get("title", ""))


def _says(one: IncomingFile) -> Iterator[str]:
    """Which fields a new file has, and of lists how many items."""
    for key, value in one.fields.items():
        if isinstance(value, list) and key in {"goals", "actions", "updates"}:
            yield f"{len(value)} {key if len(value) != 1 else key.removesuffix('s')}"
        elif key != "title":
            yield key
    if one.body or one.sections:
        yield "text"


def _becomes_other(change: FileChange) -> Iterator[str]:
    """Which fields of a file that was there say something else afterwards."""
    was, now = (read_document(change.path, data) for data in (change.before or b"", change.after))
    old, new = was.values or {}, now.values or {}
    yield from (key for key in new if old.get(key) != new[key])
    if was.body != now.body:
        yield "text"
