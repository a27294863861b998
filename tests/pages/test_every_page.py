"""Pages in a browser, on a desktop's and on a phone's screen, in light and in dark: all pages of the example,
and of the other sites each kind of page, the fullest one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

from tests.pages.sites import LOOKS, WIDTHS, Sites, show_in
from tests.screenshots import kinds

IDLE_WORKERS = "window.Worker = class extends EventTarget { postMessage() {} terminate() {} }"
"""Has no page make an index for its search, which takes long: search has tests of its own."""


@dataclass
class Seen:
    """What the browser saw on its way through the sites; each line names the page."""

    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    shown: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def seen(browser: Browser, sites: Sites) -> Seen:
    """Open each page, and look at it in both schemes and both widths."""
    seen = Seen()
    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script(IDLE_WORKERS)
        page = context.new_page()
        watch(context, page, seen)
        for address in wanted(sites):
            page.goto(f"{sites.host}/{address}")
            look(page, address, seen)
    return seen


def wanted(sites: Sites) -> list[str]:
    """The pages to open: what a second page of a kind adds to the first, the example's pages show."""
    others = (site.name for site in sorted(sites.folder.iterdir()) if site.name != "example")
    return [*sites.pages("example"), *(page for site in others for page in kinds(sites, site).values())]


def watch(context: BrowserContext, page: Page, seen: Seen) -> None:
    """Note what is said, asked for, and fails."""

    def answered(response: Response) -> None:
        if response.status >= 400:
            seen.failed.append(f"{page.url}: {response.status} {response.url}")

    def gave_up(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what was under way when the next page was opened
            seen.failed.append(f"{page.url}: {request.failure} {request.url}")

    context.on("request", lambda request: seen.asked.add(request.url))
    context.on("response", answered)
    context.on("requestfailed", gave_up)
    page.on("console", lambda message: seen.said.append(f"{page.url}: {message.type}: {message.text}"))
    page.on("pageerror", lambda error: seen.said.append(f"{page.url}: {error}"))


def look(page: Page, address: str, seen: Seen) -> None:
    """Note how wide a page is, on a desktop in light and on a phone in dark: colours move nothing."""
    for scheme, width in LOOKS:
        show_in(page, scheme)
        viewport = WIDTHS[width]
        page.set_viewport_size(viewport)
        name = f"{address} {scheme} {width}"
        seen.shown.append(name)
        needed: int = page.evaluate("document.documentElement.scrollWidth")
        if needed > viewport["width"]:
            seen.too_wide.append(f"{name}: {needed}px")


def test_the_pages_are_opened(seen: Seen, sites: Sites) -> None:
    """What the tests below say holds for each page, in both schemes and both widths."""
    assert len(seen.shown) == len(wanted(sites)) * len(LOOKS)


def test_the_console_stays_empty(seen: Seen) -> None:
    """No page has an error, or anything else to say to whoever develops it."""
    assert not seen.said


def test_all_that_a_page_asks_for_is_there(seen: Seen) -> None:
    """No style sheet, script or picture is missing, wherever below a host a site is published."""
    assert not seen.failed


def test_no_request_leaves_the_site(seen: Seen, sites: Sites) -> None:
    """A reader's browser tells no other host what they read: no fonts, no scripts, no calls."""
    within = (f"{sites.host}/", "data:", "blob:")
    assert not {url for url in seen.asked if not url.startswith(within)}


def test_no_page_scrolls_sideways(seen: Seen) -> None:
    """Text, tables and the longest titles fit a phone's screen and a desktop's."""
    assert not seen.too_wide
