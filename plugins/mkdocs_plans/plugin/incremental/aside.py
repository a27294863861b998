"""The contents of pages, aside on disk while they wait to be written.

All pages are complete before the first one is written, and what stands in them is larger than all else that a
build holds.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile

from mkdocs.structure.pages import Page


class Aside:
    """The contents of one build's pages, in a file without a name. OSError where there can be none."""

    def __init__(self, folder: Path) -> None:
        self._file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - open for the build
        self._places: dict[str, tuple[int, int]] = {}

    def put(self, page: Page) -> None:
        """Take a page's content, unless the disk is full."""
        data = (page.content or "").encode("utf-8", "surrogatepass")
        with suppress(OSError):
            start = self._file.seek(0, os.SEEK_END)
            if self._file.write(data) == len(data):
                self._places[page.file.src_uri] = start, len(data)
                page.content = ""

    def take_back(self, page: Page) -> None:
        """Give a page the content that was taken. OSError where it can't be read."""
        place = self._places.pop(page.file.src_uri, None)
        if place is not None:
            self._file.seek(place[0])
            page.content = self._file.read(place[1]).decode("utf-8", "surrogatepass")

    def end(self) -> None:
        """Let go of the file."""
        self._file.close()
