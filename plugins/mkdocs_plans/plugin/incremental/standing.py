"""What of the published site is as it was on disk, and isn't written again: pages by the stamps of their
files, other files by what they hold.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Set

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.incremental.entries import PLUGINS as SEARCH
from mkdocs_plans.plugin.kept_site import KeptSite, Stamp, stamp_of

_LOGGER = logging.getLogger("mkdocs.commands.build")
_SKIPPED = "Page skipped: "


class Standing:
    """What stands in one build. Nothing does where another plugin may work on what is written."""

    def __init__(self, build: Build, config: MkDocsConfig, plugin: object, site: KeptSite) -> None:
        self._build = build
        self._config = config
        self._site = site
        known = [plugin, *map(config.plugins.get, SEARCH)]
        others = (one for event in ("post_page", "post_build") for one in config.plugins.events[event])
        self._is_safe = all(getattr(one, "__self__", None) in known for one in others)
        self._once: Mapping[str, int] = {}
        self._held: dict[str, str] = {}
        self._as_given: dict[str, str] = {}
        self.pages: Set[str] = frozenset()
        """The paths of the pages that stand."""

    def look(self, files: Files) -> None:
        """All files are known that the new site will have."""
        if self._is_safe:
            self._once = self._written_once(files)

    def holds(self, page: Page, stamp: Stamp | None) -> bool:
        """Whether the old site has a page as it was written, by the stamp that this has had since."""
        path, to = page.file.src_uri, page.file.dest_uri
        if stamp is not None and to in self._once and self._site.stamp(to) == stamp:
            self._held[path] = to
        return path in self._held

    def text(self, path: str) -> str | None:
        """A page that the old site has, and that doesn't stand; None where it isn't so."""
        return self._site.text(self._held[path]) if path in self._held else None

    def begin(self, files: Files, pages: Set[str]) -> None:
        """Let stand what may, of the pages that are as they were and of the files."""
        if not self._is_safe:
            return
        standing = {path: to for path, to in self._held.items() if path in pages}
        held = [file for file in files if file.dest_uri in self._once and self._is_held(file)]
        if self._site.let_stand({*standing.values(), *(file.dest_uri for file in held)}):
            self.pages = standing.keys()
            for file in held:
                file.copy_file = _leave  # type: ignore[method-assign]
            _LOGGER.addFilter(_is_news)

    def _written_once(self, files: Files) -> Mapping[str, int]:
        """What one thing alone is written to: the last of several would be written over the first."""
        templates = *self._config.theme.static_templates, *map(str, self._config.extra_templates)
        written = Counter((*(file.dest_uri for file in files), *templates))
        return {path: number for path, number in written.items() if number == 1}

    def _is_held(self, file: File) -> bool:
        """Whether the old site has a file as it is: one that is copied, and is no page."""
        is_copied = not file.is_documentation_page() and self._build.is_written(file.inclusion)
        return is_copied and self._site.holds(file.dest_uri, file.content_bytes)

    def finished(self, page: Page, *, is_as_given: bool) -> bool:
        """A page is about to be written, as its template gave it or otherwise. Say whether it may stand in
        the next build.
        """
        may_stand = is_as_given and self._is_safe
        if may_stand:
            self._as_given[page.file.src_uri] = page.file.abs_dest_path
        return may_stand

    def stamp(self, path: str) -> Stamp | None:
        """That of a page that was written, by which it may stand in the next build."""
        written_to = self._as_given.get(path)
        return stamp_of(written_to) if written_to else None

    def end(self) -> None:
        """The build is over."""
        _LOGGER.removeFilter(_is_news)


def _leave(dirty: bool = False) -> None:
    """Copy nothing."""


def _is_news(record: logging.LogRecord) -> bool:
    """Whether MkDocs tells something else than that it has nothing to write."""
    return not record.getMessage().startswith(_SKIPPED)
