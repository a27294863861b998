"""A preview that marks a change, as readers see it: by the rules of WCAG 2.2 AA, and with no script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.axe import violations
from tests.pages.sites import BOTH_SCHEMES, LOOKS, WIDTHS, build, served
from tests.plugin.test_compare_with import BEFORE, COMPARED, NOW, REMOVED, repository

CONFIG = COMPARED.replace("theme: {name: material, font: false}\n", BOTH_SCHEMES)


@pytest.mark.parametrize("address", ["changes/", "hire/", "ask/", REMOVED])
def test_the_marks_shut_nobody_out(address: str, preview: str, page: Page) -> None:
    """In light and in dark, wide and narrow."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(preview + address)
    assert [found for found in violations(page, LOOKS) if found.is_ours] == []


def test_nothing_is_wider_than_a_phone(preview: str, browser: Browser) -> None:
    """And all can be read where scripts are switched off."""
    with browser.new_context(viewport=WIDTHS["narrow"], java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{preview}changes/")
        assert page.locator("html").evaluate("page => page.scrollWidth") == WIDTHS["narrow"]["width"]
        assert page.get_by_text("Who should look at it").first.is_visible()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a preview, and give its address."""
    folder = tmp_path_factory.mktemp("preview")
    build(repository(folder / "source", BEFORE, NOW, CONFIG), folder / "built/preview")
    with served(folder / "built") as host:
        yield f"{host}/preview/"
