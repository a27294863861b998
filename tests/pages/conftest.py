"""What the tests here share: the sites that they open, built and served once, and a browser's pages.

To open a context of the browser and its first page takes longer than most tests: they use a page one after
the other, and each finds it as if it were new.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import IDLE_WORKERS
from tests.pages.sites import WIDTHS, Sites, build_once, served

_FORGET = "() => { if (location.protocol === 'http:') localStorage.clear(), sessionStorage.clear() }"


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Sites]:
    """Give all sites, served by each worker of the tests, and built by the first that asks for them."""
    own = tmp_path_factory.getbasetemp()
    folder = build_once((own if worker_id == "master" else own.parent) / "sites")
    with served(folder) as host:
        yield Sites(folder, host)


@pytest.fixture(scope="session")
def lent_page(browser: Browser) -> Iterator[Page]:
    """The page that `page` lends."""
    with browser.new_context(viewport=WIDTHS["wide"]) as context:
        context.add_init_script(IDLE_WORKERS)
        yield context.new_page()


@pytest.fixture
def page(lent_page: Page) -> Iterator[Page]:
    """A page on a desktop's screen that fails the test when a script fails."""
    failed: list[str] = []
    lent_page.on("pageerror", note := lambda error: failed.append(str(error)))
    yield lent_page
    put_back(lent_page)
    lent_page.remove_listener("pageerror", note)
    assert not failed


@pytest.fixture(scope="session")
def lent_plain_page(browser: Browser) -> Iterator[Page]:
    """The page that `plain_page` lends."""
    with browser.new_context(viewport=WIDTHS["wide"]) as context:
        context.route("**/*.js", lambda route: route.abort())
        yield context.new_page()


@pytest.fixture
def plain_page(lent_plain_page: Page) -> Iterator[Page]:
    """A page on a desktop's screen that runs no script of the site."""
    yield lent_plain_page
    put_back(lent_plain_page)


def put_back(page: Page) -> None:
    """Leave a page as it was lent: empty, wide, on a screen, in the colours of the browser, nothing kept."""
    page.evaluate(_FORGET)
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="null", forced_colors="null", reduced_motion="null")
    page.set_viewport_size(WIDTHS["wide"])
