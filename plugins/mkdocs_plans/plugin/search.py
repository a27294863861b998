"""The site's search, Material's or MkDocs' own: it is given what is worth finding in place of a page's HTML.

It reads `page.content` in `on_page_context`. Right before it does, the page is exchanged, and right after it
is back in place: no other plugin sees anything else than the page as its readers do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_plans.plugin.found import Found, Piece
from mkdocs_plans.plugin.log import LOG

_MATERIAL = "material.plugins.search.plugin"
_KNOWN = {_MATERIAL, "mkdocs.contrib.search"}
"""The modules of the search plugins of which we know how they read a page. Others are left alone."""

_NOTE = re.compile(r'data-search-\w+="')
_NOTES = re.compile(r'\s?data-search-\w+="[^"]+"')
"""What authors write for Material's search, which takes it out of the page."""


class Search:
    """The search of one build. Without a plugin that we know, pages stay as they are."""

    def __init__(self, config: MkDocsConfig, before: Callable[..., Any], after: Callable[..., Any]) -> None:
        """Have `before` and `after`, our handlers of `on_page_context`, run right around the search's."""
        self._pages: dict[str, Found] = {}
        self._handlers = _around(config.plugins.events["page_context"], before, after)
        self._shown: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether pages will be asked for."""
        return bool(self._handlers)

    def note(self, page: Page, found: Found) -> None:
        """Take down what the search is given of a page."""
        self._pages[page.file.src_uri] = found

    def pieces(self, page: Page) -> tuple[Piece, ...]:
        """What the search will be given in place of parts of a page."""
        found = self._pages.get(page.file.src_uri)
        return found.pieces if found else ()

    def leave(self, page: Page) -> None:
        """Hold no content of a page that nobody else works on."""
        path = page.file.src_uri
        if path in self._pages:
            self._pages[path] = replace(self._pages[path], content=None)

    def give(self, page: Page) -> None:
        """Put in the page's place what is worth finding."""
        found, self._shown = self._pages.pop(page.file.src_uri, None), None
        if self.is_known and found is not None and page.content:
            self._shown, page.content = page.content, found.of(page.content)

    def take_back(self, page: Page) -> None:
        """Put the page back, without what Material's search would have taken out."""
        if self._shown is None:
            return
        is_noted = _module(self._handlers[0]) == _MATERIAL and _NOTE.search(self._shown)
        page.content = _NOTES.sub("", self._shown) if is_noted else self._shown
        self._shown = None


def _module(handler: Callable[..., Any]) -> str:
    return type(getattr(handler, "__self__", None)).__module__


def _around(
    handlers: list[Callable[..., Any]], before: Callable[..., Any], after: Callable[..., Any]
) -> list[Callable[..., Any]]:
    """Move two handlers right before and after those of known search plugins, and give these; none where
    another plugin's stands between them.
    """
    others = [one for one in handlers if one not in (before, after)]
    places = [place for place, one in enumerate(others) if _module(one) in _KNOWN]
    if not places:
        return []
    first, end = places[0], places[-1] + 1
    if end - first > len(places):
        LOG.info("The search reads pages as they are: another plugin stands between two search plugins")
        return []
    handlers[:] = [*others[:first], before, *others[first:end], after, *others[end:]]
    return others[first:end]
