"""What the site's search has of each page: both kinds gather it while pages are written."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

PLUGINS = ("search", "material/search")
_LISTS = ("entries", "_entries")
"""The attribute of Material's index and of MkDocs' that lists them."""


class Entries:
    """The entries of a build, page by page."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._start = 0

    @property
    def are_known(self) -> bool:
        """Whether they can be told page by page."""
        return all(hasattr(index, _LISTS[0]) or hasattr(index, _LISTS[1]) for index in self._indexes)

    @property
    def _indexes(self) -> list[Any]:
        found = (getattr(self._config.plugins.get(name), "search_index", None) for name in PLUGINS)
        return [index for index in found if index is not None]

    @property
    def _all(self) -> list[dict[str, Any]]:
        for index in self._indexes:
            for name in _LISTS:
                if isinstance(entries := getattr(index, name, None), list):
                    return entries
        return []

    def begin_page(self) -> None:
        """A page's entries come from here on."""
        self._start = len(self._all)

    def of_page(self) -> list[dict[str, Any]]:
        """What the page at hand has."""
        return self._all[self._start :]

    def put(self, entries: list[dict[str, Any]]) -> None:
        """Give the page at hand these entries in place of its own."""
        self._all[self._start :] = entries
