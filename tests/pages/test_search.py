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
        ("Campaign Lead", "people/campaign-lead/"),
        ("Rank a fifth higher in search", "strategies/aim-at-the-same-lead/"),
        ("Book the training ward", "tactics/train-reps-hands-on/"),
        ("notebook", "strategies/give-sales-a-sound-base/"),
        ("Look back together after every campaign", "tactics/look-back-after-every-campaign/"),
    ],
    ids=["dri", "goal", "action", "body", "title"],
)
def test_what_is_typed_leads_to_its_page_first(words: str, address: str, searching: Page, page: Page) -> None:
    """A DRI's name, a goal's title, an action's text, a word of a body, a plan's title: each is found where
    it stands, before all pages that show it too.
    """
    first = results(searching, words).first
    expect(first).to_have_attribute("href", re.compile(f"/example/{address}"))
    page.goto(str(first.evaluate("link => link.href")))
    shown = page.locator("article.md-content__inner").get_by_text(words).locator("visible=true")
    expect(shown.first).to_be_visible()


def test_a_result_is_clicked(searching: Page) -> None:
    """It is a link like any other."""
    results(searching, "Book the training ward").first.click()
    searching.wait_for_url(re.compile("/example/tactics/train-reps-hands-on/"))
