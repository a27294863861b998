"""Page content: what the plan knows goes around a plan's text, and views into any page's.

It goes into `page.content` and `page.toc`, because these are what the site's search reads.
"""

from __future__ import annotations

import re
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc
from mkdocs.utils import get_relative_url

from mkdocs_plans.model import plain_text
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.render import Href, plain

_H1 = re.compile(r"\s*<h1\b[^>]*>.*?</h1>", re.DOTALL)
_H1_TAG = re.compile(r"<h1\b[^>]*>")
_NUMBER = "<span data-plans-number>"
_HEADING = re.compile(r'<h([2-6])\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_VIEW = re.compile(r"^<!--[ \t]*plans/([^\s{>]+)(.*?)-->[ \t]*$", re.MULTILINE | re.DOTALL)

_RAW = ("description", "author", "subtitle")
"""Keys that Material writes into a page or a menu as they stand, beside the title."""


def prepare(page: Page, build: Build) -> None:
    """Set title and description, and make safe what Material writes as it stands. It takes `status`
    for a class of its menu.
    """
    file = build.plan.by_path.get(page.file.src_uri)
    if file is None:
        return
    page.meta["title"] = plain(plain_text(file.title))
    page.meta.pop("status", None)
    if file.number:
        _rank_first(page)
    for key in _RAW:
        value = page.meta.get(key) or (plain_text(file.summary or "") if key == "description" else None)
        if value:
            page.meta[key] = plain(str(value))


OWN_PAGE = 2
"""How much more than others a plan's own page counts in the search for its number. Our convention."""


def _rank_first(page: Page) -> None:
    """Have the search put a plan's own page before those that name it, unless its author ranks it."""
    search = page.meta.get("search") or {}
    if isinstance(search, dict):
        page.meta["search"] = {"boost": OWN_PAGE, **search}


def number_for_search(page: Page, build: Build) -> None:
    """Put a plan's number into the title of its page while the search reads it: in sight it stands above."""
    file = build.plan.by_path.get(page.file.src_uri)
    if file is not None and file.number and page.content:
        number = f"{_NUMBER}{plain(file.number)} </span>"
        page.content = _H1_TAG.sub(lambda found: found[0] + number, page.content, count=1)


def without_number(page: Page) -> None:
    """Take it out again, now that the search has read the page."""
    if page.content and _NUMBER in page.content:
        page.content = re.sub(rf"{_NUMBER}[^<]*</span>", "", page.content, count=1)


def complete(files: Files, build: Build) -> None:
    """Put views in the place of their comments, and what belongs to a plan around its text, on all pages.

    All in one go: between the conversions of the pages, the same work takes nearly twice as long.
    """
    links: dict[str, Href] = {}
    for page in (file.page for file in files.documentation_pages()):
        if page is not None and page.content is not None:
            root = get_relative_url(".", page.file.url)
            href = links.setdefault(root, _href_from(root, files))
            page.content = _completed(page.content, page, href, build)


def _href_from(root: str, files: Files) -> Href:
    """Links by way of the site's root: longer than need be, and made without comparing two paths."""

    def href(path: str) -> str | None:
        file = files.src_uris.get(path)
        return f"{root}/{file.url.removeprefix('./')}" if file is not None else None

    return href


def _completed(html: str, page: Page, href: Href, build: Build) -> str:
    if build.changes and page.file.src_uri in build.changes.removed:
        html = build.renderer.removed_page(page.file.src_uri, href)
        page.toc = _contents(html)
        return html
    file = build.plan.by_path.get(page.file.src_uri)
    views = 0
    if "<!-- " in html or "<!--p" in html:
        html, views = _VIEW.subn(lambda match: build.renderer.view(match[1], match[2].strip(), href), html)
    heading = match[0] if (match := _H1.match(html)) else ""
    found = build.findings_on(page.file.src_uri)
    if file is None:
        if views:
            page.toc = _contents(html)
        if found:
            html = heading + build.renderer.findings(found) + html.removeprefix(heading)
        return build.renderer.trail(page.file.src_uri, href) + html
    around = build.renderer.plan_page(file, href, heading, found)
    page.toc = _joined(page.toc, _anchors(around.above), _anchors(around.below))
    return around.above + html.removeprefix(heading) + around.below


def _anchors(html: str) -> list[AnchorLink]:
    """The headings of a fragment, as entries of a table of contents."""
    tokens: list[Any] = [
        {"level": int(level), "id": anchor, "name": _text(inner)}
        for level, anchor, inner in _HEADING.findall(html)
    ]
    return list(get_toc(nest_toc_tokens(tokens)))


def _text(inner: str) -> str:
    """A heading's text, without its tags and the sign that links to it."""
    return re.sub(r'<a class="headerlink".*?</a>|<[^>]+>', "", inner, flags=re.DOTALL).strip()


def _joined(toc: TableOfContents, above: list[AnchorLink], below: list[AnchorLink]) -> TableOfContents:
    """The entries of the author's text between ours, all below the page's title if it has one."""
    if toc.items and toc.items[0].level == 1:
        title = toc.items[0]
        title.children = [*above, *title.children, *below]
        return toc
    return TableOfContents([*above, *toc.items, *below])


def _contents(html: str) -> TableOfContents:
    """The table of contents of a page that holds views: all its headings in their order."""
    first = re.search(r'<h1\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h1>', html, re.DOTALL)
    entries = _anchors(html)
    if first is None:
        return TableOfContents(entries)
    title = AnchorLink(_text(first[2]), first[1], 1)
    title.children = entries
    return TableOfContents([title])
