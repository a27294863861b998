"""A site of the longest titles, looked at from the width of a small phone to that of a desktop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.built_site import build
from tests.pages.geometry import FAULTS
from tests.pages.long_titles import write_long_titles
from tests.pages.sites import ALL_DRAWN, served

WIDTHS = (320, 390, 768, 1440)

OPENED = "document.querySelectorAll('article details').forEach(fold => (fold.open = true))"

ONE_OF_EACH = ("strategies/s0", "tactics/s0-2", "teams/team11", "themes/t0", "people/p1")
"""Of the pages of which there are many, the fullest."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Give where the site is served, and the folder in which it is built."""
    folder = build(write_long_titles(tmp_path_factory.mktemp("long"))).folder
    with served(folder) as address:
        yield address, folder


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a page that runs no script: what is looked at here is made by styles alone."""
    with browser.new_context(reduced_motion="reduce") as context:
        context.route("**/*.js", lambda route: route.abort())
        yield context.new_page()


def kinds(folder: Path) -> list[str]:
    """Give the address of one page of each kind."""
    addresses = (file.parent.relative_to(folder).as_posix() for file in folder.rglob("index.html"))
    return sorted(address for address in addresses if "/" not in address or address in ONE_OF_EACH)


@pytest.fixture(scope="module")
def faults(host: tuple[str, Path], page: Page) -> Mapping[str, list[str]]:
    """Look at one page of each kind in each width, with all folds open."""
    address, folder = host
    found: dict[str, list[str]] = {}
    for kind in kinds(folder):
        page.goto(f"{address}/{kind}/")
        page.add_style_tag(content=ALL_DRAWN)
        page.evaluate(OPENED)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found[f"{kind} at {width}"] = page.evaluate(FAULTS)
    return found


def test_all_kinds_of_pages_are_looked_at(faults: Mapping[str, list[str]]) -> None:
    """Each view has a page, and each kind of plan file."""
    assert {f"{kind} at 320" for kind in (*ONE_OF_EACH, "coverage", "map", "timeline", "part")} <= set(faults)
    assert len(faults) > 20 * len(WIDTHS)


def test_no_text_is_squeezed_cut_or_covered(faults: Mapping[str, list[str]]) -> None:
    """Nor does any reach beyond the window, whatever a title's length or that of its words."""
    assert {place: found[:5] for place, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        (".plans-idle > li > a { max-width: 2em }", "squeezed"),
        (".plans-idle > li > a { margin-inline-start: 100vw }", "outside"),
        (".plans-idle { width: 200vw }", "wide"),
        (".plans-idle > li { overflow: hidden } .plans-idle > li > a { white-space: nowrap }", "cut"),
        (".plans-idle > li > a { position: relative; inset-block-start: 1.5em }", "over"),
    ],
)
def test_the_faults_are_seen_where_there_are_some(
    style: str, fault: str, host: tuple[str, Path], page: Page
) -> None:
    """What looks for them would find them."""
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"{host[0]}/coverage/")
    page.evaluate(OPENED)
    page.add_style_tag(content=style)
    assert {found.split()[0].rstrip(":") for found in page.evaluate(FAULTS)} >= {fault}


def test_what_runs_from_right_to_left_is_mirrored_as_a_whole(host: tuple[str, Path], page: Page) -> None:
    """The chart of a goal begins where the timeline does, and its letters can be read."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{host[0]}/strategies/s1/")
    for way, first in (("ltr", "left"), ("rtl", "right")):
        page.evaluate(f"document.documentElement.dir = document.body.dir = '{way}'")
        assert page.evaluate(_SIDES) == {"bar": first, "chart": first, "letters": 1}


def test_a_date_in_another_script_is_not_taken_apart(host: tuple[str, Path], page: Page) -> None:
    """In Hebrew, `53 days overdue` after a date would else lend it its number."""
    page.goto(f"{host[0]}/strategies/s1/")
    page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    page.evaluate(f"document.querySelector('.plans-facts dd:has(.plans-late)').innerHTML = '{_HEBREW_DATE}'")
    date, late = page.evaluate(_ENDS)
    assert late["right"] <= date["left"] + 1 or late["top"] > date["top"]
    assert late["first"] < late["last"]


_HEBREW_DATE = '<time>10 בנוב 2026</time>, <span class="plans-late">13 days overdue</span>'

_SIDES = """() => {
  const middle = at => { const { left, right } = at.getBoundingClientRect(); return (left + right) / 2 }
  const side = (first, last) => (first < last ? "left" : "right")
  const axis = document.querySelectorAll(".plans-axis__strip > div:last-child > span")
  const chart = document.querySelector(".plans-chart")
  const days = chart.querySelectorAll(".plans-chart__day-label")
  const turned = at => new DOMMatrix(getComputedStyle(at).transform).a
  return {
    bar: side(middle(axis[0]), middle(axis[1])),
    chart: side(middle(days[0]), middle(days[1])),
    letters: turned(chart) * turned(days[0]),
  }
}"""

_ENDS = """() => {
  const place = (node, from, to) => {
    const range = document.createRange()
    range.setStart(node, from), range.setEnd(node, to)
    return range.getBoundingClientRect()
  }
  return [".plans-facts dd > time", ".plans-facts dd > .plans-late"].map(name => {
    const node = document.querySelector(name).firstChild
    const { left, right, top } = place(node, 0, node.length)
    return { left, right, top, first: place(node, 0, 1).left, last: place(node, 3, 4).left }
  })
}"""
