"""The site's search finds what a plan says in its fields, not only what is written below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.pages.sites import Sites


@pytest.fixture(scope="module")
def searching(browser: Browser, sites: Sites) -> Iterator[Page]:
    """The example's home page, whose index is made once for all that is asked here."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{sites.host}/example/")
        yield page


def results(page: Page, words: str) -> Locator:
    """Type words into the empty search; give the links that it shows."""
    search = page.get_by_role("textbox", name="Search")
    search.clear()
    search.press_sequentially(words)
    return page.locator(".md-search-result__link")


def found(page: Page, words: str, address: str) -> Locator:
    """Search for words; give the link to what stands at an address."""
    return results(page, words).and_(page.locator(f"[href*='/{address}']")).first


@pytest.mark.parametrize(
    ("number", "title", "address"),
    [
        ("1.2", "Ask every candidate the same questions", "/tactics/ask-every-candidate"),
        ("5", "Close more enterprise deals each month", "/strategies/close-more"),
    ],
)
def test_a_number_leads_to_the_plans_own_page_first(
    number: str, title: str, address: str, searching: Page
) -> None:
    """Many pages name it, and other plans' numbers begin with it: the strategy's, the team's, the plan on one
    page.
    """
    first = results(searching, number).first
    expect(first).to_contain_text(title)
    expect(first).to_have_attribute("href", re.compile(address))


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Campaign Lead", "tactics/look-back-after-every-campaign/"),
        ("Rank a fifth higher in search", "strategies/aim-at-the-same-lead/"),
        ("Book the training ward", "tactics/train-reps-hands-on/"),
    ],
    ids=["dri", "goal", "action"],
)
def test_a_reader_finds(words: str, address: str, searching: Page, page: Page) -> None:
    """Who types a DRI's name, a goal's title or an action's text gets to where it stands."""
    page.goto(str(found(searching, words, address).evaluate("link => link.href")))
    expect(page.locator("article.md-content__inner").get_by_text(words).first).to_be_visible()
    assert f"/example/{address}" in page.url


def test_a_result_is_clicked(searching: Page) -> None:
    """It is a link like any other."""
    found(searching, "Book the training ward", "tactics/train-reps-hands-on/").click()
    searching.wait_for_url(re.compile("/example/tactics/train-reps-hands-on/"))
