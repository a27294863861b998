"""Pages in a browser: all pages of the example, and of each site each kind of page, the fullest one, on a
phone's screen. Each kind of the example is looked at on a desktop's, too, in light and dark, and by axe-core.

A page is opened once, and all is noted that the tests ask for: to open it takes longer than to look at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

from tests.browser import IDLE_WORKERS
from tests.pages import axe
from tests.pages.sites import LOOKS, ROOT, WIDTHS, Look, Sites, build, served, show, write_bare
from tests.screenshots import kinds

ON_A_PHONE: Sequence[Look] = [("light", "narrow")]
"""The look of a page whose kind is looked at in all on another page: what is too wide is so there first."""

IN_THE_DARK: Sequence[Look] = [("dark", "narrow")]

EXAMINED: Mapping[str, Sequence[Look]] = {
    "example": [*LOOKS, *axe.BY_COLOURS],
    "long-titles": IN_THE_DARK,
    "empty": IN_THE_DARK,
}
"""The looks in which axe sees each kind of page: sites beside the example are there for what is in them, and
where there is least room, it has most to get in the way of.
"""


@dataclass
class Seen:
    """What the browser saw on its way through the sites; each line names the page."""

    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    shown: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    shut_out: list[tuple[str, axe.Violation]] = field(default_factory=list)
    """What axe found, by the address of the page."""


@pytest.fixture(scope="module")
def seen(browser: Browser, sites: Sites) -> Seen:
    """Open each page, and look at it in all its looks."""
    seen = Seen()
    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script(IDLE_WORKERS)
        page = context.new_page()
        watch(context, page, seen)
        for address, looks in wanted(sites).items():
            page.goto(f"{sites.host}/{address}")
            look_at(page, address, looks, seen)
    return seen


def wanted(sites: Sites) -> Mapping[str, Sequence[Look]]:
    """The pages to open, with their looks: what a second page of a kind adds to the first, the example's
    pages show.
    """
    names = sorted(site.name for site in sites.folder.iterdir())
    every = dict.fromkeys(sites.pages("example"), ON_A_PHONE)
    return every | {
        page: EXAMINED.get(site, ON_A_PHONE) for site in names for page in kinds(sites, site).values()
    }


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


def look_at(page: Page, address: str, looks: Sequence[Look], seen: Seen) -> None:
    """Note how wide a page is in each look, and what axe finds."""
    is_examined = looks is not ON_A_PHONE and address.split("/", maxsplit=1)[0] in EXAMINED
    if is_examined:
        axe.start(page)
    for look in looks:
        show(page, look)
        name, most = f"{address} {' '.join(look)}", WIDTHS[look[1]]["width"]
        seen.shown.append(name)
        needed: int = page.evaluate("document.documentElement.scrollWidth")
        if needed > most:
            seen.too_wide.append(f"{name}: {needed}px")
        if is_examined:
            seen.shut_out += [(address, found) for found in axe.examine(page, look)]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page of the example's theme and settings without our plugin, and give its address."""
    folder = tmp_path_factory.mktemp("bare")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    build(write_bare(folder / "sources", settings), folder / "built/bare")
    with served(folder / "built") as host:
        yield f"{host}/bare/"


def test_the_pages_are_opened(seen: Seen, sites: Sites) -> None:
    """What the tests below say holds for each page, and for each kind of the example in all looks."""
    assert set(sites.pages("example")) <= set(wanted(sites))
    assert len(seen.shown) == sum(map(len, wanted(sites).values()))


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


def test_nothing_of_ours_shuts_anybody_out(seen: Seen) -> None:
    """By the rules of WCAG 2.2 AA, in light and in dark, wide and narrow: the example in all four."""
    assert [(page, found) for page, found in seen.shut_out if found.is_ours] == []


def test_nothing_of_the_themes_does_that_it_does_not_alone(seen: Seen, browser: Browser, bare: str) -> None:
    """What breaks a rule on a page beside ours breaks it on a page of Material without our plugin, too."""
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(bare)
        known = {found.rule for found in axe.violations(page, EXAMINED["example"])}
    assert [
        (page, found) for page, found in seen.shut_out if found.rule not in known and not found.is_ours
    ] == []
