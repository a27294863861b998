"""Whether anything is logged while a page is made: what is told of a page is told in each build."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mkdocs_plans.plugin.log import hear_all, hear_as_before

_LOGGER = logging.getLogger("mkdocs")


class Watch(logging.Handler):
    """Listens to all that MkDocs and its plugins log, for the time of a build."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.page: str | None = None
        self.told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Note that something was said of the page that is being made."""
        if self.page is not None:
            self.told.add(self.page)

    @contextmanager
    def of(self, path: str) -> Iterator[Callable[[], bool]]:
        """Listen while something is made of a page; the given function says whether anything was told, which
        then counts for that alone.
        """
        before, self.page = self.page, path
        try:
            yield lambda: self._take(path)
        finally:
            self.page = before

    def _take(self, path: str) -> bool:
        is_told = path in self.told
        self.told.discard(path)
        return is_told

    def begin(self) -> None:
        """Listen from now on."""
        hear_all()
        _LOGGER.addHandler(self)

    def end(self) -> None:
        """Listen no more."""
        _LOGGER.removeHandler(self)
        hear_as_before()
