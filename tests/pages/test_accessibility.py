"""Every kind of page before axe-core, by the rules of WCAG 2.2 AA: in light and in dark, wide and narrow.

`tests/vendor/axe-core/` holds axe-core 4 as it is published on npm (MPL-2.0). It finds what a machine can
find; that is less than half of what the guidelines ask for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.pages.sites import LOOKS, ROOT, WIDTHS, Look, Sites, build, served, show_in, write_bare
from tests.screenshots import kinds

AXE = (ROOT / "tests/vendor/axe-core/axe.min.js").read_text("utf-8")

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on a scheme's colours."""

_RUN = """async runOnly => {
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => {
    const selector = String(target[target.length - 1])
    return { rule: id, selector, ours: document.querySelector(selector)?.closest(".plans") != null }
  }))
}"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a page of the example's theme and settings without our plugin, and give its address."""
    folder = tmp_path_factory.mktemp("bare")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    build(write_bare(folder / "sources", settings), folder / "built/bare")
    with served(folder / "built") as host:
        yield f"{host}/bare/"


BY_COLOURS: Sequence[Look] = [("dark", "wide"), ("light", "narrow")]
"""What isn't colour is alike in light and dark: these two have only colours to add to `LOOKS`."""


def violations(
    page: Page, address: str, by_colours: Sequence[Look] = BY_COLOURS
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What axe finds on a page, with the scheme and width in which it does."""
    page.goto(address)
    page.evaluate(AXE)
    for looks, rules in (
        (LOOKS, {"type": "tag", "values": LEVELS}),
        (by_colours, {"type": "rule", "values": COLOURS}),
    ):
        for scheme, width in looks:
            show_in(page, scheme)
            page.set_viewport_size(WIDTHS[width])
            for found in page.evaluate(_RUN, rules):
                yield f"{scheme} {width}", found


@pytest.mark.parametrize("site", ["example", "south-dakota-mines", "long-titles", "empty"])
def test_no_kind_of_page_shuts_anybody_out(site: str, browser: Browser, sites: Sites, bare: str) -> None:
    """Nothing in what we render; on the whole page nothing that a page of Material alone doesn't have.
    All four looks are for the example: the other sites are there for what is in them.
    """
    ours, themes = [], set()
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        known = {found["rule"] for _, found in violations(page, bare)}
        for name, address in kinds(sites, site).items():
            by_colours = BY_COLOURS if site == "example" else []
            for where, found in violations(page, f"{sites.host}/{address}", by_colours):
                if found["ours"]:
                    ours.append(f"{name} {where}: {found['rule']} {found['selector']}")
                else:
                    themes.add((name, found["rule"]))
    assert not ours
    assert {rule for _, rule in themes} <= known, themes
