"""The Content-Security-Policy of the guide: a browser that holds to it shows all of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import IDLE_WORKERS
from tests.pages.sites import ROOT, Quiet, Sites, served

GUIDE = (ROOT / "plans/guide/publish.md").read_text("utf-8")

(POLICY,) = re.findall(r"^Content-Security-Policy: (.+)$", GUIDE, re.MULTILINE)

PAGES = ("", "timeline/", "tactics/", "coverage/", "scoreboard/", "strategies/hire-salespeople-who-stay/")

WATCH = """window.violations = []
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, target }) =>
  violations.push([effectiveDirective, blockedURI, target?.outerHTML?.slice(0, 80)].join(" ")))
"""


class Strict(Quiet):
    """Serves files with the header of the guide."""

    def end_headers(self) -> None:
        """Send the policy with each answer."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser's context whose pages note what the policy keeps from them."""
    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script(WATCH)
        yield context


@pytest.fixture(scope="module")
def page(context: BrowserContext) -> Page:
    """Give a page that makes no index for its search."""
    page = context.new_page()
    page.add_init_script(IDLE_WORKERS)
    return page


@pytest.fixture(scope="module")
def host(sites: Sites) -> Iterator[str]:
    """Serve the example under the policy, and give its address."""
    with served(sites.folder / "example", Strict) as address:
        yield address


def test_the_policy_lets_in_no_style_but_the_sites_own_sheets() -> None:
    """That is what it is there for."""
    parts = dict(part.strip().split(" ", 1) for part in POLICY.split(";"))
    assert parts["default-src"] == "'self'"
    assert parts["style-src"] == "'self'"


def test_nothing_is_kept_from_a_page(page: Page, host: str) -> None:
    """Neither what is ours nor what is Material's: each page is as it is without the policy."""
    for address in PAGES:
        page.goto(f"{host}/{address}")
        assert page.evaluate("violations") == []


def test_search_works_under_the_policy(context: BrowserContext, host: str) -> None:
    """It has a worker, an index that it asks for, and results that it draws."""
    page = context.new_page()
    page.goto(f"{host}/values/")
    page.get_by_role("textbox", name="Search").press_sequentially("retention")
    page.locator(".md-search-result__item").first.wait_for(state="attached")
    assert page.evaluate("violations") == []


def test_bars_have_their_lengths_under_the_policy(page: Page, host: str) -> None:
    """They come from attributes: of the timeline, of progress, and of counts."""
    page.goto(f"{host}/strategies/hire-salespeople-who-stay/")
    for bar in (".plans-row__done", ".plans-progress__fill"):
        element = page.locator(bar).first
        wanted = sum(map(float, (element.get_attribute("data-at") or "").split())) / 100
        share = element.evaluate("bar => bar.offsetWidth / bar.offsetParent.clientWidth")
        assert 0 < share == pytest.approx(wanted, abs=0.02)
    page.goto(f"{host}/scoreboard/")
    parts = page.locator(".plans-counts__bar").first.locator("span")
    widths: list[float] = parts.evaluate_all(
        "parts => parts.map(part => part.clientWidth / eval(part.dataset.number.replaceAll(' ', '+')))"
    )
    assert len(widths) > 1
    assert widths == pytest.approx([widths[0]] * len(widths), rel=0.05)
