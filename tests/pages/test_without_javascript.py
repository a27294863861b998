"""What a reader sees whose browser runs no scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.sites import REAL, Sites, plan_files


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.mark.parametrize("site", REAL)
def test_every_tactic_is_in_the_table(site: str, page: Page, sites: Sites) -> None:
    """The table needs no script to be whole: each tactic has its row, in plain sight."""
    page.goto(f"{sites.host}/{site}/tactics/")
    shown = page.locator(".plans-tactics tbody th a:visible").all_inner_texts()
    titles = [str(plan["title"]) for plan in plan_files(site).values() if plan["type"] == "tactic"]
    assert sorted(shown) == sorted(titles)
