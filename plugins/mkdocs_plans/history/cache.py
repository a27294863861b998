"""What changes of a plan mean, kept from one run to the next: one file of SQLite's below `.cache/plans/`.

It may be deleted, damaged, locked or of another version at any time: then all is worked out again. What is
kept counts for the code and the settings by which it was made.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from pydantic import TypeAdapter, ValidationError

from mkdocs_plans.disk import cache_folder
from mkdocs_plans.settings import Site

VERSION = 1
"""Grows when the tables become others."""

_TABLE = """
CREATE TABLE IF NOT EXISTS meaning (kind TEXT, made_by TEXT, pair TEXT, data TEXT, checksum INTEGER,
  PRIMARY KEY (kind, made_by, pair))
"""

T = TypeVar("T")


class Cache(Generic[T]):
    """What is kept of one kind of history, made by this code and these settings, for the `further` facts that
    it is of. Nothing here ever fails.
    """

    def __init__(self, site: Site, kind: str, type_: type[T], *further: str) -> None:
        self._json = TypeAdapter(type_)
        self._kind, self._made_by = "\n".join((kind, *further)), _made_by(site)
        self._path: Path | None = None
        self._is_whole = site.as_of is None
        self._used: set[str] = set()
        self._new: dict[str, str] = {}
        self._kept: dict[str, tuple[str, int]] = {}
        with suppress(OSError, sqlite3.Error):
            self._path = cache_folder(site.root) / "history.sqlite"
            self._kept = self._read(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if error is None and self._path and (self._new or self._gone):
            with suppress(OSError, sqlite3.Error):
                self._write(self._path)

    @property
    def _gone(self) -> set[str]:
        """What nobody asked for, where all that there is was asked for."""
        return self._kept.keys() - self._used if self._is_whole else set()

    def get(self, pair: str) -> T | None:
        """The meaning of two neighbouring commits, if it is kept."""
        data, checksum = self._kept.get(pair, ("", 0))
        if not data or zlib.crc32(data.encode()) != checksum:
            return None
        try:
            found = self._json.validate_json(data)
        except ValidationError:
            return None
        self._used.add(pair)
        return found

    def keep(self, pair: str, meaning: T) -> T:
        """Keep a meaning; give it as it will be read again."""
        data = self._json.dump_json(meaning).decode()
        self._new[pair] = data
        return self._json.validate_json(data)

    def _read(self, path: Path) -> dict[str, tuple[str, int]]:
        try:
            return dict(self._rows(path))
        except sqlite3.OperationalError:  # locked, or the disk is full
            raise
        except (sqlite3.DatabaseError, TypeError, ValueError):  # it is none
            path.unlink()
            return {}

    def _rows(self, path: Path) -> Iterator[tuple[str, tuple[str, int]]]:
        with closing(_opened(path)) as database:
            query = "SELECT pair, data, checksum FROM meaning WHERE kind = ? AND made_by = ?"
            for pair, data, checksum in database.execute(query, (self._kind, self._made_by)):
                yield str(pair), (str(data), int(checksum))

    def _write(self, path: Path) -> None:
        """Keep what is new, and drop what is of other settings or of a past that there isn't any more."""
        with closing(_opened(path)) as database, database:
            run = database.execute
            run("DELETE FROM meaning WHERE kind = ? AND made_by <> ?", (self._kind, self._made_by))
            for pair in self._gone:
                run("DELETE FROM meaning WHERE kind = ? AND pair = ?", (self._kind, pair))
            rows = (
                (self._kind, self._made_by, pair, data, zlib.crc32(data.encode()))
                for pair, data in self._new.items()
            )
            database.executemany("INSERT OR REPLACE INTO meaning VALUES (?, ?, ?, ?, ?)", rows)


def _opened(path: Path) -> sqlite3.Connection:
    """The file, with a table of this version."""
    database = sqlite3.connect(path, timeout=1)
    try:
        if database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            with database:
                database.execute("DROP TABLE IF EXISTS meaning")
                database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute(_TABLE)
    except BaseException:
        database.close()
        raise
    return database


def _made_by(site: Site) -> str:
    """The code, the settings and the site's language, in short."""
    package = Path(__file__).resolve().parents[1]
    found = hashlib.blake2b(digest_size=12)
    for path in sorted(package.rglob("*")):
        if path.suffix in {".py", ".po"} and path.is_file():
            found.update(path.read_bytes())
    settings = site.settings.model_copy(update={"today": None, "compare_with": "", "at": ""})
    found.update(repr((settings, site.language, site.excluded, site.drafts)).encode("utf-8", "replace"))
    return found.hexdigest()
