"""The site's search finds what a plan says in its fields, not only what is written below them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.pages.sites import Sites


@pytest.mark.parametrize(
    ("number", "title", "address"),
    [
        ("1.2", "Ask every candidate the same questions", "/tactics/ask-every-candidate"),
        ("5", "Close more enterprise deals each month", "/strategies/close-more"),
    ],
)
def test_a_number_leads_to_the_plans_own_page_first(
    number: str, title: str, address: str, browser: Browser, sites: Sites
) -> None:
    """Many pages name it, and other plans' numbers begin with it: the strategy's, the team's, the plan on one
    page.
    """
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{sites.host}/example/")
        page.get_by_role("textbox", name="Search").press_sequentially(number)
        first = page.locator(".md-search-result__link").first
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
def test_a_reader_finds(words: str, address: str, browser: Browser, sites: Sites) -> None:
    """Who types a DRI's name, a goal's title or an action's text gets to where it stands."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{sites.host}/example/")
        page.get_by_role("textbox", name="Search").press_sequentially(words)
        page.locator(f".md-search-result__link[href*='/{address}']").first.click()
        expect(page.locator("article.md-content__inner").get_by_text(words).first).to_be_visible()
        assert f"/example/{address}" in page.url
