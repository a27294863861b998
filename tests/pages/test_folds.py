"""What pages fold away: open on paper, with no script to open it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.pages.sites import Sites

FOLDED = """() => {
  const folds = [...document.querySelectorAll("details.plans-fold")]
  return folds.map(fold => fold.lastElementChild.checkVisibility())
}"""


def test_what_is_folded_is_printed(sites: Sites, plain_page: Page) -> None:
    """It is hidden on the screen and there on paper, whether or not scripts run."""
    plain_page.goto(f"{sites.host}/example/scoreboard/")
    hidden = plain_page.evaluate(FOLDED)
    assert hidden
    assert not any(hidden)
    plain_page.emulate_media(media="print")
    assert all(plain_page.evaluate(FOLDED))
