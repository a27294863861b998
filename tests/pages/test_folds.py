"""What pages fold away: open on paper, with no script to open it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.pages.sites import Sites

pytestmark = pytest.mark.browser

FOLDED = """() => {
  const folds = [...document.querySelectorAll("details.plans-fold")]
  return folds.map(fold => fold.lastElementChild.checkVisibility())
}"""


def test_what_is_folded_is_printed(sites: Sites, browser: Browser) -> None:
    """It is hidden on the screen and there on paper, whether or not scripts run."""
    with browser.new_context() as context:
        context.route("**/*.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(f"{sites.host}/example/scoreboard/")
        hidden = page.evaluate(FOLDED)
        assert hidden
        assert not any(hidden)
        page.emulate_media(media="print")
        assert all(page.evaluate(FOLDED))
