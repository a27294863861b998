"""What every page of every site holds to, as it is served: links that lead somewhere, headings in order."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from tests.markup import Html
from tests.pages.sites import REAL, Sites, plan_files

Pages = Mapping[str, Html]

HEADINGS = {f"h{level}": level for level in range(1, 7)}


@pytest.fixture(scope="module")
def pages(sites: Sites) -> Pages:
    """Give each page of all sites by its address."""
    return {page: Html((sites.folder / page / "index.html").read_text("utf-8")) for page in sites.pages()}


def test_each_link_leads_somewhere(pages: Pages, sites: Sites) -> None:
    """Each page, file and place on a page that a link, a style sheet or a script names is there."""
    ids = {page: {element["id"] for element in html.all()} for page, html in pages.items()}
    broken = [
        f"{page}: {link}"
        for page, html in pages.items()
        for link in links(html)
        if not is_there(sites.folder, ids, posixpath.join(page, link) if link[0] != "#" else page + link)
    ]
    assert not broken


def test_an_id_names_one_place(pages: Pages) -> None:
    """No two elements of a page have the same id, whatever goals, actions and headings are called."""
    counts = {page: Counter(e["id"] for e in html.all() if e["id"]) for page, html in pages.items()}
    assert not [(page, name) for page, count in counts.items() for name in count if count[name] > 1]


def test_each_page_has_one_title(pages: Pages) -> None:
    """There is one heading of the first level, and it has a text."""
    assert not [page for page, html in pages.items() if [bool(title) for title in html.texts("h1")] != [True]]


def test_headings_go_down_one_level_at_a_time(pages: Pages) -> None:
    """Who moves from heading to heading misses none."""
    assert not [page for page, html in pages.items() if any(b - a > 1 for a, b in pairwise(levels(html)))]


@pytest.mark.parametrize("site", REAL)
def test_the_edit_link_leads_to_the_plan_file(site: str, pages: Pages) -> None:
    """Whoever sees a mistake on a plan's page is one click from fixing it in the plan's own file."""
    config = (REAL[site] / "mkdocs.yml").read_text("utf-8")
    folder = next(line.split()[1] for line in config.splitlines() if line.startswith("edit_uri:"))
    found = {path: edit_link(pages[f"{site}/{path.removesuffix('.md')}/"]) for path in plan_files(site)}
    assert found == {path: folder + path for path in found}


def links(html: Html) -> Iterator[str]:
    """Give what a page links to and loads, but for what is on other hosts."""
    for element in html.all():
        link = element["href"] or element["src"]
        if link and not urlsplit(link).scheme:
            yield link


def levels(html: Html) -> list[int]:
    """Give the levels of a page's headings, in their order."""
    return [HEADINGS[element.tag] for element in html.all() if element.tag in HEADINGS]


def is_there(folder: Path, ids: Mapping[str, set[str]], link: str) -> bool:
    """Say whether the file at an address is there, and the place in it if one is named."""
    path, place = map(unquote, urldefrag(link))
    page = f"{posixpath.normpath(path)}/"
    if place:
        return place in ids.get(page, ())
    return page in ids or (folder / path).is_file()


def edit_link(html: Html) -> str:
    """Give where a page's edit link leads."""
    return html.one("a", rel="edit")["href"]
