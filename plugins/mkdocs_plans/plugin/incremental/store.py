"""What is kept from one build to the next: one file of SQLite's below `.cache/plans/`.

All of a build is one transaction. A build that fails or is killed leaves what was there, and while one build
writes, another one of the same site does without. A build whose file is taken away meanwhile, or for which
the disk is full, keeps nothing: the next one makes all pages.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from mkdocs_plans.errors import PlansError

VERSION = 6
"""Grows when what is kept, or how, becomes another."""

_TABLES = """
CREATE TABLE IF NOT EXISTS state (data TEXT NOT NULL, token TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS converted (path TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS written (path TEXT PRIMARY KEY, found BLOB NOT NULL, html BLOB);
CREATE TABLE IF NOT EXISTS made (work TEXT, path TEXT, made_of TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (work, path));
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What is found in a page: the entries of the search, and the places that a link may lead to."""

    entries: list[dict[str, Any]]
    anchors: list[str]


@dataclass
class StoreCopy:
    """What a file was left with by a build in this process, so that the next one needn't read it. `token` is
    in the file as well: another process may have built since.
    """

    token: str = ""
    state: dict[str, Any] = field(default_factory=dict)
    converted: dict[str, dict[str, Any]] = field(default_factory=dict)
    found: dict[str, Found] = field(default_factory=dict)

    def forget(self) -> None:
        """Leave it to the file."""
        self.token, self.state, self.converted, self.found = "", {}, {}, {}


class Store:
    """The file, open for one build. `sqlite3.Error` and OSError where it can't be opened or read. `kept` is
    what is known of it while a site is served.
    """

    def __init__(self, path: Path, kept: StoreCopy | None = None) -> None:
        self._path, self.folder = path, path.parent
        self._is_lost = False
        path.parent.mkdir(parents=True, exist_ok=True)
        ignore = path.parent / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", "utf-8")  # whatever is in here is nobody's source
        try:
            self._database = self._opened()
        except sqlite3.OperationalError:  # locked, or the disk is full
            raise
        except sqlite3.DatabaseError:  # it is none
            path.unlink()
            self._database = self._opened()
        self._kept = kept
        row = self._database.execute("SELECT token FROM state").fetchone()
        if kept and (not row or kept.token != row[0]):
            kept.forget()
        rows = () if self.is_known else self._database.execute("SELECT path, data FROM converted")
        self._converted = dict(rows)

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            _begin(database)
        except BaseException:
            database.close()
            raise
        return database

    def state(self) -> dict[str, Any]:
        """What the last build knew of all pages; empty after none."""
        if self._kept and self.is_known:
            return self._kept.state
        row = self._database.execute("SELECT data FROM state").fetchone()
        found = json.loads(row[0]) if row else {}
        return found if isinstance(found, dict) else {}

    @property
    def is_known(self) -> bool:
        """Whether the last build in this process was the last one of the file."""
        return self._kept is not None and bool(self._kept.token)

    def converted(self, path: str) -> dict[str, Any]:
        """What became of a page's Markdown, as `keep_converted` was given it."""
        if self._kept is not None and path in self._kept.converted:
            return dict(self._kept.converted[path])
        data = self._converted.get(path)
        found: dict[str, Any] = json.loads(_unpacked(data)) if data else {}
        if self._kept is not None:
            self._kept.converted[path] = dict(found)
        return found

    def written(self) -> dict[str, bool]:
        """The paths of the pages of which is kept what is found in them, and whether they are themselves."""
        return dict(self._database.execute("SELECT path, html IS NOT NULL FROM written"))

    def found(self, path: str) -> Found:
        """What is found in a page. PlansError where it can't be read as it was; then nothing is kept."""
        found = self._kept.found.get(path) if self._kept else None
        if found is None:
            found = Found(**json.loads(self._text("found", path)))
            self._know(path, found)
        return found

    def _know(self, path: str, found: Found) -> None:
        if self._kept is not None:  # as it is now: whoever writes the index may work on it
            self._kept.found[path] = Found([dict(one) for one in found.entries], found.anchors)

    def html(self, path: str) -> str:
        """A page as its template gave it, likewise."""
        return self._text("html", path)

    def _text(self, name: Literal["found", "html"], path: str) -> str:
        try:
            (data,) = self._database.execute(f"SELECT {name} FROM written WHERE path = ?", (path,)).fetchone()
            return _unpacked(data)
        except (sqlite3.Error, zlib.error) as error:
            self.abandon()
            self._path.unlink()
            raise PlansError(f"{self._path} was damaged, and is deleted now: build again") from error

    def keep_converted(self, path: str, data: dict[str, Any]) -> None:
        """Keep what became of a page's Markdown."""
        if self._kept is not None:
            self._kept.converted[path] = dict(data)
        self._write("INSERT OR REPLACE INTO converted VALUES (?, ?)", (path, _packed(json.dumps(data))))

    def keep_written(self, path: str, found: Found, html: str | None) -> None:
        """Keep what is found in a page, and the page as its template gave it, or none."""
        self._know(path, found)
        row = path, _packed(json.dumps(asdict(found))), None if html is None else _packed(html)
        self._write("INSERT OR REPLACE INTO written VALUES (?, ?, ?)", row)

    def made(self, work: str, made_of: str) -> dict[str, bytes]:
        """The files of some work, by their paths, if they were made of the same, and can be read as they
        were.
        """
        select = "SELECT path, data FROM made WHERE work = ? AND made_of = ?"
        try:
            rows = self._database.execute(select, (work, made_of))
            return {path: zlib.decompress(data) for path, data in rows}
        except zlib.error:
            return {}

    def keep_made(self, work: str, made_of: str, files: Mapping[str, bytes]) -> None:
        """Keep the files of some work, in place of those before."""
        self._write("DELETE FROM made WHERE work = ?", (work,))
        for path, data in files.items():
            row = work, path, made_of, zlib.compress(data, _QUICKLY)
            self._write("INSERT INTO made VALUES (?, ?, ?, ?)", row)

    def end(self, state: dict[str, Any]) -> None:
        """Keep the state, drop pages that aren't in it, and close."""
        token = secrets.token_hex(8)
        if not self._is_lost:
            with suppress(sqlite3.Error):
                self._keep_state(state, token)
        self._database.close()
        if self._kept is not None:
            self._kept.token, self._kept.state = token, state
            for known in (self._kept.converted, self._kept.found):
                for path in known.keys() - state["pages"]:
                    del known[path]

    def _keep_state(self, state: dict[str, Any], token: str) -> None:
        run = self._database.execute
        for table in ("converted", "written"):
            for (path,) in run(f"SELECT path FROM {table}").fetchall():
                if path not in state["pages"]:
                    run(f"DELETE FROM {table} WHERE path = ?", (path,))
        run("DELETE FROM state")
        run("INSERT INTO state VALUES (?, ?)", (json.dumps(state, separators=(",", ":")), token))
        run("COMMIT")

    def _write(self, statement: str, row: Sequence[object] = ()) -> None:
        """Write, unless that failed before: then nothing of this build is kept."""
        try:
            if not self._is_lost:
                self._database.execute(statement, row)
        except sqlite3.Error:
            self._is_lost = True

    def abandon(self) -> None:
        """Leave all as it was before this build, and close."""
        if self._kept is not None:
            self._kept.forget()
        self._database.close()  # which rolls back


def _begin(database: sqlite3.Connection) -> None:
    """Begin the one transaction of a build, with tables that are of this version."""
    run = database.execute
    run("PRAGMA synchronous = NORMAL")
    run("BEGIN IMMEDIATE")
    if run("PRAGMA user_version").fetchone()[0] != VERSION:
        for (name,) in run("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            run(f'DROP TABLE "{name}"')
        run(f"PRAGMA user_version = {VERSION}")
    for statement in _TABLES.split(";"):
        run(statement)


_QUICKLY = 1
"""It makes a fifth of a page, and a tenth takes twice as long."""


def _packed(text: str) -> bytes:
    """A text as it is kept, with a checksum in it."""
    return zlib.compress(text.encode("utf-8"), _QUICKLY)


def _unpacked(data: bytes) -> str:
    """The text again; `zlib.error` where it isn't as it was."""
    return zlib.decompress(data).decode("utf-8")
