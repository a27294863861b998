"""The timeline and the charts of goals as a browser lays them out, with no script, and on paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.pages.sites import WIDTHS, Sites

PAGES = {
    "timeline": "example/timeline/",
    "strategy": "example/strategies/hire-salespeople-who-stay/",
    "open ends": "federal-data-strategy/timeline/",
}

_OUTSIDE = """() => [...document.querySelectorAll(".plans-row__track")].flatMap(track => {
  const cell = track.closest(".plans-row__time")
  const frame = (getComputedStyle(cell).display === "contents" ? track : cell).getBoundingClientRect()
  return [...track.children].filter(mark => {
    const { left, right } = mark.getBoundingClientRect()
    return left < frame.left - 1.5 || right > frame.right + 1.5
  }).map(mark => `${track.closest(".plans-row").textContent.trim()}: ${mark.className}`)
})"""

_MARKS = """() => {
  const frame = document.querySelector(".plans-row__time").getBoundingClientRect()
  const today = document.querySelector(".plans-axis__today").getBoundingClientRect()
  const bars = [...document.querySelectorAll(".plans-row")].map(row => {
    const { left, right } = row.querySelector(".plans-row__bar").getBoundingClientRect()
    const places = [left, right].map(side => (side - frame.left) / frame.width)
    return [row.querySelector("a").textContent, ...places]
  })
  return { today: (today.left - frame.left) / frame.width, bars }
}"""

_LINES = """() => [...document.querySelectorAll(".plans-row__line")].map(line => {
  const from = line.getBoundingClientRect()
  const bars = [...document.querySelectorAll(".plans-row__bar")].map(bar => bar.getBoundingClientRect())
  const near = (x, y) => bars.some(bar =>
    x > bar.left - 3 && x < bar.right + 3 && y > bar.top - 3 && y < bar.bottom + 3)
  const up = line.classList.contains("plans-row__line--up")
  const back = line.classList.contains("plans-row__line--back")
  const [leaves, arrives] = back ? [from.right, from.left] : [from.left, from.right]
  const [first, last] = up ? [from.bottom, from.top] : [from.top, from.bottom]
  return near(leaves, first) && near(arrives, last)
})"""


_BEYOND = """() => [...document.querySelectorAll(".plans-chart text")].filter(text => {
  const label = text.getBoundingClientRect()
  const card = text.closest(".plans-goal").getBoundingClientRect()
  return label.left < card.left - 1 || label.right > card.right + 1
}).map(text => text.textContent)"""


@pytest.fixture
def page(plain_page: Page) -> Page:
    """What all this needs no script for."""
    return plain_page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_bars_and_marks_stay_within_the_picture(name: str, width: str, page: Page, sites: Sites) -> None:
    """And the page doesn't scroll sideways, not on a phone either."""
    page.set_viewport_size(WIDTHS[width])
    page.goto(f"{sites.host}/{PAGES[name]}")
    assert page.locator(".plans-row__bar").count() > 1
    assert page.evaluate(_OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]["width"]


def test_the_picture_is_mirrored_where_text_runs_from_right_to_left(page: Page, sites: Sites) -> None:
    """What begins first is at the right then."""
    page.goto(f"{sites.host}/{PAGES['strategy']}")
    first = page.locator(".plans-row__bar").nth(1)
    last = page.locator(".plans-row__bar").last
    assert left(first) < left(last)
    page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    assert left(first) > left(last)
    assert page.evaluate(_OUTSIDE) == []


def test_bars_lie_below_their_days(page: Page, sites: Sites) -> None:
    """The scale and the rows measure alike: of the 546 days, today is the 327th."""
    page.goto(f"{sites.host}/{PAGES['strategy']}")
    found: dict[str, Any] = page.evaluate(_MARKS)
    assert found["today"] == pytest.approx(326 / 546, abs=0.005)
    bars = {name: (begins, ends) for name, begins, ends in found["bars"]}
    assert bars["Hire salespeople who stay"] == pytest.approx((0, 1), abs=0.005)
    assert bars["Train recruiters to interview by the scorecard"] == pytest.approx(
        (165 / 546, 352 / 546), abs=0.005
    )


@pytest.mark.parametrize("name", ["timeline", "strategy"])
def test_lines_lead_from_bar_to_bar(name: str, page: Page, sites: Sites) -> None:
    """Whatever the height of the rows between them."""
    page.goto(f"{sites.host}/{PAGES[name]}")
    found: list[bool] = page.evaluate(_LINES)
    assert found
    assert all(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_bar_leads_to_its_plan(width: str, page: Page, sites: Sites) -> None:
    """As its name does, with the keyboard by one stop for both."""
    page.set_viewport_size(WIDTHS[width])
    page.goto(f"{sites.host}/{PAGES['timeline']}")
    bar = page.locator(".plans-row", has_text="Train recruiters to interview").locator(".plans-row__bar")
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/tactics/train-the-recruiters/")


def test_the_scale_stays_in_sight(page: Page, sites: Sites) -> None:
    """Who scrolls down a long theme still sees which quarter it is."""
    page.goto(f"{sites.host}/{PAGES['timeline']}")
    last = page.locator(".plans-row").last
    last.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 300)")
    strip = page.locator(".plans-axis__strip").last.bounding_box()
    assert strip is not None
    assert 0 <= strip["y"] < 300


def test_the_table_moves_within_its_frame_on_a_phone(page: Page, sites: Sites) -> None:
    """The page doesn't; and the frame can be moved by keyboard."""
    page.set_viewport_size(WIDTHS["narrow"])
    page.goto(f"{sites.host}/{PAGES['timeline']}")
    page.get_by_text("The same as a table").click()
    frame = page.locator(".plans-table", has=page.locator(".plans-dates"))
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth && frame.tabIndex === 0")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS["narrow"]["width"]


def test_paper_has_the_picture_and_the_table(page: Page, sites: Sites) -> None:
    """What is folded away on a screen can't be unfolded there."""
    page.goto(f"{sites.host}/{PAGES['timeline']}")
    table = page.locator("table.plans-dates")
    assert not table.is_visible()
    page.emulate_media(media="print")
    assert table.bounding_box() is not None
    assert page.locator(".plans-row__bar").first.bounding_box() is not None
    assert len(page.pdf(format="A4").split(b"/Type /Page\n")) > 2


@pytest.mark.parametrize("width", WIDTHS)
def test_a_charts_labels_stay_within_the_card(width: str, page: Page, sites: Sites) -> None:
    """Each is drawn as wide as its letters are."""
    page.set_viewport_size(WIDTHS[width])
    page.goto(f"{sites.host}/{PAGES['strategy']}")
    assert page.locator(".plans-chart text").count() > 4
    assert page.evaluate(_BEYOND) == []


def left(element: Any) -> float:
    """How far from the left an element begins."""
    box = element.bounding_box()
    assert box is not None
    return float(box["x"])
