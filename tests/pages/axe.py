"""Pages before axe-core, by the rules of WCAG 2.2 AA.

`tests/vendor/axe-core/` holds axe-core 4 as it is published on npm (MPL-2.0). It finds what a machine can
find; that is less than half of what the guidelines ask for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.pages.sites import LOOKS, ROOT, Look, show

_AXE = (ROOT / "tests/vendor/axe-core/axe.min.js").read_text("utf-8")

_ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules whose answer depends on a scheme's colours."""

BY_COLOURS: Sequence[Look] = [("dark", "wide"), ("light", "narrow")]
"""What isn't colour is alike in light and dark: these two have only colours to add to `LOOKS`."""

_RUN = """async runOnly => {
  const frame = () => new Promise(done => requestAnimationFrame(done))
  await frame(), await frame()
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"], preload: false })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => {
    const selector = String(target[target.length - 1])
    return [id, selector, document.querySelector(selector)?.closest(".plans") != null]
  }))
}"""
"""Two frames after a page has got its width, its scripts have been told of it and have answered: code that
scrolls can have the focus.
"""


@dataclass(frozen=True)
class Violation:
    """A rule that an element breaks, and whether it is one of ours or the theme's."""

    look: Look
    rule: str
    selector: str
    is_ours: bool


def start(page: Page) -> None:
    """Have axe at hand on an open page."""
    page.evaluate(_AXE)


def examine(page: Page, look: Look) -> list[Violation]:
    """What axe finds on a page in the look that it has."""
    found = page.evaluate(_RUN, _ALL if look in LOOKS else _COLOURS)
    return [Violation(look, *each) for each in found]


def violations(page: Page, looks: Sequence[Look]) -> list[Violation]:
    """What axe finds on an open page in all these looks."""
    start(page)
    found = []
    for look in looks:
        show(page, look)
        found += examine(page, look)
    return found
