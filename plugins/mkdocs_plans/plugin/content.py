"""Page content: what the plan knows goes around a plan's text, and views into any page's.

It goes into `page.content` and `page.toc`, because these are what the site's search reads. In one go
after all pages are converted, where nobody looks at a page's content before: between the conversions the
same work takes nearly twice as long. Where other plugins do, each page is completed before they see it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc
from mkdocs.utils import get_relative_url

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.found import found, only_headings
from mkdocs_plans.plugin.headings import find_headings, tell_anchors
from mkdocs_plans.plugin.incremental import Incremental
from mkdocs_plans.plugin.search import Search
from mkdocs_plans.plugin.views import Placed, with_views
from mkdocs_plans.render import Href

_H1 = re.compile(r"\s*<h1\b[^>]*>.*?</h1>", re.DOTALL)


class Contents:
    """Completes the pages of one build, each of them once."""

    def __init__(self, build: Build, files: Files, search: Search, incremental: Incremental) -> None:
        self._build = build
        self._files = files
        self._search = search
        self._incremental = incremental
        self._address = build.addresses(files)
        self._links: dict[str, Href] = {}
        self._completed: set[str] = set()

    def complete_all(self) -> None:
        """Complete what isn't yet, and put in what other plugins' changes have brought along. A page that is
        written as it was needs neither.
        """
        for file in self._files.documentation_pages(inclusion=self._build.is_written):
            page = file.page
            if page is not None and page.content is not None and not self._incremental.keeps(page):
                page.content = self.completed(page.content, page)
                self._incremental.look_again(page, self._search.pieces(page))
                if self._incremental.is_on:
                    self._search.leave(page)

    def completed(self, html: str, page: Page) -> str:
        """A page's content with views in the place of comments, and what belongs to a plan around it."""
        if page.file.src_uri in self._completed:
            return self.with_views(html, page)
        self._completed.add(page.file.src_uri)
        with self._incremental.making(page):
            html, parts = _completed(html, page, self._href(page.file.url), self._build)
        tell_anchors(html, page)
        if parts and self._search.is_known:
            self._search.note(page, found(html, parts))
        return html

    def with_views(self, html: str, page: Page) -> str:
        """Put views in the place of comments wherever they stand in a page, its theme's parts included."""
        return with_views(html, page.file.src_uri, self._href(page.file.url), self._build)[0]

    def with_views_at(self, html: str, name: str, root: str) -> str:
        """Put views into a page that has no file, as the one of errors. `root` leads to the site."""
        return with_views(html, name, self._href_from(root.rstrip("/")), self._build)[0]

    def _href(self, url: str) -> Href:
        root = get_relative_url(".", url)
        return self._links.setdefault(root, self._href_from(root))

    def _href_from(self, root: str) -> Href:
        return _Way(root, self._address)


@dataclass(frozen=True)
class _Way:
    """Links by way of the site's root: longer than need be, and made without comparing two paths. Two are the
    same where the way to the root is.
    """

    root: str
    address: Callable[[str], str | None] = field(compare=False)

    def __call__(self, path: str) -> str | None:
        url = self.address(path)
        return f"{self.root}/{url.removeprefix('./')}" if url is not None else None


_Parts = list[tuple[str, str]]
"""The parts of a page's content of which the search is given something else, each with that."""


def _completed(html: str, page: Page, href: Href, build: Build) -> tuple[str, _Parts]:
    path = page.file.src_uri
    if build.changes and path in build.changes.removed:
        html = build.renderer.removed_page(path, href)
        page.toc = _contents(html)
        return build.renderer.as_it_was + html, []
    file = build.plan.by_path.get(path)
    html, views = with_views(html, path, href, build)
    heading = match[0] if (match := _H1.match(html)) else ""
    errors, then = build.findings_on(path), build.renderer.as_it_was
    elsewhere = build.renderer.errors(build.errors_elsewhere(path), href)
    parts = [(one.html, _found_in(one, href, build)) for one in views]
    if file is None:
        if views:
            page.toc = _contents(html)
        if errors:
            html = heading + build.renderer.findings(errors) + html.removeprefix(heading)
        trail = build.renderer.trail(path, href)
        return elsewhere + then + trail + html, [(then, ""), (trail, ""), *parts]
    around = build.renderer.plan_page(file, href, heading, errors)
    page.toc = _joined(page.toc, _anchors(around.above), _anchors(around.below))
    parts = [(then, ""), (around.above, around.found_above), *parts, (around.below, around.found_below)]
    return elsewhere + then + around.above + html.removeprefix(heading) + around.below, parts


def _found_in(view: Placed, href: Href, build: Build) -> str:
    given = build.renderer.found_in(view.name, view.html, view.arguments, href)
    return only_headings(view.html) if given is None else given


def _anchors(html: str) -> list[AnchorLink]:
    """The headings of a fragment, as entries of a table of contents."""
    tokens: list[Any] = [
        {"level": one.level, "id": one.anchor, "name": one.text} for one in find_headings(html, 2)
    ]
    return list(get_toc(nest_toc_tokens(tokens)))


def _joined(toc: TableOfContents, above: list[AnchorLink], below: list[AnchorLink]) -> TableOfContents:
    """The entries of the author's text between ours, all below the page's title if it has one."""
    if toc.items and toc.items[0].level == 1:
        title = toc.items[0]
        title.children = [*above, *title.children, *below]
        return toc
    return TableOfContents([*above, *toc.items, *below])


def _contents(html: str) -> TableOfContents:
    """The table of contents of a page that holds views: all its headings in their order."""
    first = next(find_headings(html, 1, 1), None)
    entries = _anchors(html)
    if first is None:
        return TableOfContents(entries)
    title = AnchorLink(first.text, first.anchor, 1)
    title.children = entries
    return TableOfContents([title])
