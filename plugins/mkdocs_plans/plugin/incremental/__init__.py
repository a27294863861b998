"""Builds only the pages that a change affects, by what each was made from in the build before.

Where it can't be known what goes into pages, all are built, and the log says why.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.incremental import shared
from mkdocs_plans.plugin.incremental.entries import Entries
from mkdocs_plans.plugin.incremental.pages import ERRORS, Pages
from mkdocs_plans.plugin.incremental.served import Served
from mkdocs_plans.plugin.incremental.standing import Standing
from mkdocs_plans.plugin.incremental.store import Store
from mkdocs_plans.plugin.kept_site import KeptSite
from mkdocs_plans.plugin.log import LOG
from mkdocs_plans.plugin.numbers import Numbers

__all__ = ["ERRORS", "FOLDER", "Incremental"]

FOLDER = ".cache/plans"
"""Where the pages of the last build are kept, beside mkdocs.yml. Whoever deletes it has all pages built."""


class Incremental:
    """Keeps pages from build to build; does nothing where that isn't safe."""

    def __init__(self) -> None:
        self._pages: Pages | None = None
        self._told = ""
        self._served = Served()
        self._temporary: TemporaryDirectory[str] | None = None

    def begin(self, build: Build, config: MkDocsConfig, plugin: object, site: KeptSite) -> None:
        """A build begins: open what the last one kept, in its folder and in the old `site`."""
        self.abandon()
        why = shared.unknown(config, plugin)
        if not why and not Entries(config).are_known:
            why = "what the search plugin has of each page isn't known"
        if why:
            self._tell(f"Every page is built anew, because {why}")
            return
        try:
            store = Store(self._file(build, config), self._served.kept if build.is_serving else None)
            standing = Standing(build, config, plugin, site)
            self._pages = Pages(store, build, config, standing, self._served)
        except (sqlite3.Error, OSError) as error:
            self._tell(f"Every page is built anew, because {FOLDER} can't be used: {error}")
            build.reads = None
            return

    def _tell(self, text: str) -> None:
        """Say once why all is built."""
        if text != self._told:
            LOG.info(text)
            self._told = text

    def _file(self, build: Build, config: MkDocsConfig) -> Path:
        """Where to keep pages: elsewhere if the folder is one in which a change starts a build."""
        folder = build.site.root / FOLDER
        kind = "serve" if build.is_serving else "build"
        watched = [config.docs_dir, *config.theme.dirs, *config.watch] if build.is_serving else []
        if any(folder.is_relative_to(Path(one).resolve()) for one in watched):
            self._temporary = self._temporary or TemporaryDirectory(prefix="mkdocs-plans-")
            folder = Path(self._temporary.name)
        return folder / f"{build.site.config_path.stem}-{kind}.sqlite"

    @property
    def is_on(self) -> bool:
        """Whether pages are kept."""
        return self._pages is not None

    def take_over(self, page: Page) -> None:
        """A page is about to be read."""
        if self._pages is not None:
            self._pages.take_over(page)

    def decide(self, nav: Navigation, files: Files, env: Environment, numbers: Numbers) -> None:
        """All pages are converted."""
        if self._pages is not None:
            self._pages.decide(nav, files, env, numbers)

    def let_stand(self, files: Files) -> None:
        """All pages are complete, and none is written."""
        if self._pages is not None:
            self._pages.let_stand(files)

    @property
    def keeps_all(self) -> bool:
        """Whether all pages are written as they were."""
        return self._pages is not None and self._pages.keeps_all

    def keeps(self, page: Page) -> bool:
        """Whether a page is written as it was."""
        return self._pages is not None and self._pages.keeps(page)

    @contextmanager
    def making(self, page: Page) -> Iterator[None]:
        """A page is completed meanwhile."""
        if self._pages is None:
            yield
        else:
            with self._pages.making(page):
                yield

    def look_again(self, page: Page, found: object) -> None:
        """A page is complete; `found` is what the search is given of it."""
        if self._pages is not None:
            self._pages.look_again(page, found)

    def before_context(self, page: Page) -> None:
        """Other plugins are about to look at a page."""
        if self._pages is not None:
            self._pages.before_context(page)

    def after_context(self, page: Page, context: TemplateContext) -> None:
        """They have looked at it."""
        if self._pages is not None:
            self._pages.after_context(page, context)

    def written(self, page: Page, html: str) -> None:
        """A page's template was rendered."""
        if self._pages is not None:
            self._pages.written(page, html)

    def finished(self, page: Page, *, is_as_given: bool) -> None:
        """A page is about to be written, as its template gave it or otherwise."""
        if self._pages is not None:
            self._pages.finished(page, is_as_given=is_as_given)

    def page_of_errors(self, template: Template) -> Template:
        """The template of the page that is shown where there is none, or one that gives what it gave."""
        return template if self._pages is None else self._pages.page_of_errors(template)

    def keep_page_of_errors(self, html: str) -> None:
        """That page's template was rendered."""
        if self._pages is not None:
            self._pages.keep_page_of_errors(html)

    def end(self) -> None:
        """The site is whole."""
        if self._pages is None:
            return
        pages, self._pages = self._pages, None
        number, kept = pages.end()
        if kept:
            LOG.info(f"{number - kept} of {number} pages are new or changed; the others are as they were")

    def abandon(self) -> None:
        """The build failed, or was broken off."""
        if self._pages is not None:
            self._pages.abandon()
            self._pages = None
