"""A calendar's links on a phone: what they open, and what the site gives there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, ViewportSize

from tests.built_site import build
from tests.full_site import write_full_site
from tests.pages.sites import served
from tests.small_site import CONFIG

NOTE_WHAT_OPENS = """document.addEventListener("click", event => {
  const link = event.target.closest("a[href^='webcal:']")
  if (link) { window.opened = link.href; event.preventDefault() }
})"""
"""Has the page note what would be handed to the phone's calendar: there is none here."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site at an address that ends in a folder."""
    folder = tmp_path_factory.mktemp("phone")
    with served(folder / "www") as host:
        config = f"{CONFIG}site_url: {host}/plan/\nsite_dir: {folder / 'www/plan'}\n"
        build(write_full_site(folder / "source", config))
        yield f"{host}/plan/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone, which is touched."""
    size: ViewportSize = {"width": 390, "height": 664}
    with browser.new_context(viewport=size, device_scale_factor=3, is_mobile=True, has_touch=True) as context:
        context.add_init_script(NOTE_WHAT_OPENS)
        yield context.new_page()


def test_a_tap_subscribes_or_downloads(phone: Page, host: str) -> None:
    """The first link hands the address of the file to the calendar; the second gives the file itself."""
    for page, file in (("teams/recruiting/", "teams/recruiting.ics"), ("people/ben/", "people/ben.ics")):
        phone.goto(host + page)
        subscribe = phone.get_by_role("link", name="Subscribe to these dates")
        subscribe.tap()
        opened = phone.evaluate("window.opened")
        assert opened == f"webcal://{urlsplit(host).netloc}/plan/data/{file}"
        download = phone.get_by_role("link", name="Calendar file")
        for link in (subscribe, download):
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= 24
        given = phone.request.get(opened.replace("webcal:", "http:"))
        assert given.headers["content-type"].partition(";")[0] == "text/calendar"
        assert Calendar.from_ical(given.body()).walk("VEVENT")
        with phone.expect_download() as waiting:
            download.tap()
        assert Path(waiting.value.path()).read_bytes() == given.body()
        assert waiting.value.suggested_filename == Path(file).name
