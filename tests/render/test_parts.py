"""The pages of a large plan, divided by theme."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plans.render import Renderer, site_pages
from mkdocs_plans.render.site_pages import DIVIDED, SCOREBOARD, TIMELINE, UPDATES, part_path
from tests.built_site import arranged
from tests.full_site import write_full_site
from tests.markup import Html
from tests.render.rendered import href
from tests.small_site import read_site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the plan that has one of everything: two themes, and a strategy with none."""
    return write_full_site(tmp_path_factory.mktemp("site"))


@pytest.fixture
def whole(folder: Path) -> Renderer:
    """Give the renderer of a plan that is small."""
    loaded, site = read_site(folder)
    return Renderer(loaded.plan, site)


@pytest.fixture
def divided(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Renderer:
    """Give the renderer of the same plan where it counts as large."""
    monkeypatch.setattr(site_pages, "UNDIVIDED", 1)
    loaded, site = read_site(folder)
    return Renderer(loaded.plan, site)


def view(renderer: Renderer, path: str, part: str = "") -> Html:
    """The view of a page, or of a part of it."""
    arguments = f'{{theme: "{part}"}}' if part else ""
    return Html(renderer.view(DIVIDED[path].view, arguments, href))


def links(shown: Html) -> set[str]:
    """The plans, goals and actions that a view leads to."""
    to = {element["href"] for element in shown.all("a")}
    return {one for one in to if one.startswith(("/strategies/", "/tactics/")) and "by-theme" not in one}


def test_a_small_plan_has_its_pages_whole(whole: Renderer) -> None:
    """There are no parts, and no page speaks of any."""
    assert not whole.part_pages
    assert not any(view(whole, path).all("h2", id="parts") for path in DIVIDED)


@pytest.mark.parametrize("path", DIVIDED)
def test_all_that_a_page_shows_is_on_it_or_on_a_part(
    path: str, whole: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has no theme has a part of its own."""
    everything = links(view(whole, path))
    monkeypatch.setattr(site_pages, "UNDIVIDED", 1)
    parts = [links(view(whole, path, part)) for part in ("", "people", "customers", "-")]
    assert everything
    assert everything <= set().union(*parts)


@pytest.mark.parametrize("path", DIVIDED)
def test_a_divided_page_leads_to_each_part(path: str, divided: Renderer) -> None:
    """Each part is a page of the site, and leads back up."""
    ways = [href(page.path) for page in divided.part_pages if page.above == path]
    assert ways == [href(part_path(path, part)) for part in ("people", "customers", "-")]
    shown = {element["href"] for element in view(divided, path).all("a")}
    assert shown >= set(ways)
    trail = Html(divided.trail(part_path(path, "people"), href))
    assert [element["href"] for element in trail.all("a")] == [href(path)]


def test_a_divided_page_shows_the_newest_check_ins(
    divided: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says how many there are; the parts have them all."""
    monkeypatch.setattr("mkdocs_plans.render.views.updates.NEWEST", 1)
    shown = view(divided, UPDATES)
    assert len(shown.all("p", class_="plans-updates__head")) == 1
    assert any(note.startswith("The newest of ") for note in shown.texts("p", class_="plans-note"))


def test_what_a_page_asks_for_by_a_filter_is_not_divided(divided: Renderer) -> None:
    """Who writes a view with a filter has chosen what it shows."""
    assert not Html(divided.view("scoreboard", "{team: front}", href)).texts("h2", id="parts")
    assert view(divided, SCOREBOARD).texts("h2", id="parts")


def test_parts_are_in_no_menu_and_follow_each_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They belong to the page that is divided."""
    monkeypatch.setattr(site_pages, "UNDIVIDED", 1)
    files, nav = arranged(folder)
    of = [TIMELINE, *(part_path(TIMELINE, part) for part in ("people", "customers", "-"))]
    above, *pages = (file.page for path in of if (file := files.get_file_from_path(path)))
    assert above in nav.pages
    assert len(pages) == 3
    assert not any(page in nav.pages for page in pages)
    assert [page and page.next_page for page in pages] == [*pages[1:], None]
    assert all(page and page.parent == above for page in pages)
