"""The site that is served, as it stands: what is as it was isn't written again.

MkDocs empties the folder before each build. So what is in it is moved aside before, is put back when it is
known which pages are as they were, and what the build neither wrote nor let stand is deleted in the end. Only
for the folder that MkDocs makes for serving: nobody else writes there.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

_ASIDE = ".plans-as-it-was"
"""Within the site's folder: MkDocs leaves what is hidden."""

_LOGGER = logging.getLogger("mkdocs.commands.build")
_SKIPPED = "Page skipped: "


class Standing:
    """The folder over all builds while a site is served."""

    def __init__(self) -> None:
        self._site: Path | None = None
        self._build = ""
        self._pages: set[str] = set()
        self._left: set[str] = set()
        self._began = 0
        self._is_valid = False

    def begin(self, site_dir: Path, build: str) -> None:
        """A build begins that keeps what the build of a name has made: if that wrote the folder too, it may
        stand, and MkDocs finds nothing to delete.
        """
        self._is_valid = bool(build) and (site_dir, build) == (self._site, self._build)
        self._site, self._build, self._left = site_dir, "", set()
        if self._is_valid:
            aside = site_dir / _ASIDE
            aside.mkdir()
            self._began = aside.stat().st_mtime_ns
            for entry in [one for one in site_dir.iterdir() if not one.name.startswith(".")]:
                entry.rename(aside / entry.name)
            _LOGGER.addFilter(_is_news)
        else:
            self._pages = set()

    def put_back(self) -> None:
        """MkDocs has emptied the folder: put back what was in it."""
        if self._site is None or not (aside := self._site / _ASIDE).is_dir():
            return
        for entry in list(aside.iterdir()):
            if not (self._site / entry.name).exists():
                entry.rename(self._site / entry.name)
        aside.rmdir()

    def leave(self, path: str, written_to: str) -> bool:
        """Let a page stand that is as it was; say whether it does."""
        stands = self._is_valid and path in self._pages and Path(written_to).is_file()
        if stands:
            self._left.add(written_to)
        return stands

    def finished(self, path: str, *, is_as_given: bool) -> None:
        """A page is written, as its template gave it, or with something put in that may change."""
        if is_as_given:
            self._pages.add(path)
        else:
            self._pages.discard(path)

    def end(self, build: str) -> None:
        """The build of a name is whole: delete what isn't of it."""
        _LOGGER.removeFilter(_is_news)
        if self._site is not None and self._is_valid:
            self._delete_older(self._site)
        self._build = build

    def _delete_older(self, site_dir: Path) -> None:
        for folder, _, names in os.walk(site_dir, topdown=False):
            for path in (Path(folder, name) for name in names):
                if str(path) not in self._left and path.stat().st_mtime_ns < self._began:
                    path.unlink()
            if not os.listdir(folder):  # noqa: PTH208 - fast
                Path(folder).rmdir()

    def abandon(self) -> None:
        """The build failed: show what was there, and write all of it next time."""
        _LOGGER.removeFilter(_is_news)
        if self._is_valid:
            self.put_back()
        self._build = ""


def _is_news(record: logging.LogRecord) -> bool:
    """Whether MkDocs tells something else than that it has nothing to write."""
    return not record.getMessage().startswith(_SKIPPED)
