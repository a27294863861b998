"""`python -m tests.pages.pictures`: what a change does to how pages look, for eyes to judge.

Takes a picture of each kind of page, and puts those that differ from the approved ones beside them, on
the page `screenshots/changed/index.html`; `--approve` takes them for good. Pictures are small (half size):
what has moved, shrunk or changed its colour shows; single pixels don't count.

A browser's version and the fonts of a machine change every letter. So the approved pictures name what
they were taken with (`approved/taken-with.txt`), and are compared only with pictures taken with the same.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, FloatRect, Page

from tests.browser import IDLE_WORKERS, launched
from tests.pages.sites import ALL_DRAWN, ROOT, WIDTHS, Sites, published
from tests.screenshots import kinds

APPROVED = Path(__file__).parent / "approved"
CHANGED = ROOT / "screenshots/changed"
TAKEN_WITH = APPROVED / "taken-with.txt"

SITES: Mapping[str, Sequence[str]] = {
    "example": ["wide", "narrow"],
    "empty": ["narrow"],
    "long-titles": ["narrow"],
}
"""The sites whose pages are compared, each in these widths: a whole plan; nothing at all, and the longest
titles, where there is least room.
"""

TOLERANCE = 0.002
"""The share of a picture's pixels that may differ. Our convention: a line of text is more."""

_LONGEST = 3000
"""Pixels of a page's height that are looked at: what comes after repeats what is above."""

_FONTS = """() => {
  const pen = document.createElement("canvas").getContext("2d")
  const width = font => { pen.font = font; return pen.measureText("Strategy & täctic 0123").width }
  return ["16px Helvetica, Arial, sans-serif", "bold 16px Helvetica, Arial, sans-serif"].map(width).join(" ")
}"""


def taken_with(browser: Browser) -> str:
    """What decides how letters look: the browser's version, and the widths of some text in its fonts."""
    with browser.new_context() as context:
        return f"Chromium {browser.version}, text {context.new_page().evaluate(_FONTS)}\n"


def take(browser: Browser, sites: Sites) -> Iterator[tuple[str, Image.Image]]:
    """Take a picture of each kind of page, wide and narrow."""
    for width, viewport in WIDTHS.items():
        with browser.new_context(
            viewport=viewport, device_scale_factor=0.5, reduced_motion="reduce", color_scheme="light"
        ) as context:
            context.add_init_script(IDLE_WORKERS)
            page = context.new_page()
            for site in (site for site, widths in SITES.items() if width in widths):
                for name, address in kinds(sites, site).items():
                    page.goto(f"{sites.host}/{address}")
                    yield f"{site}-{name}-{width}", picture(page, viewport["width"])


def picture(page: Page, width: int) -> Image.Image:
    """Take one picture."""
    height = min(page.evaluate("document.documentElement.scrollHeight"), _LONGEST)
    clip = FloatRect(x=0, y=0, width=width, height=height)
    shot = page.screenshot(full_page=True, animations="disabled", clip=clip, style=ALL_DRAWN)
    return Image.open(io.BytesIO(shot)).convert("RGB").quantize(32).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ visibly; all of them where the sizes do."""
    if one.size != other.size:
        return 1.0
    grey = ImageChops.difference(one.convert("L"), other.convert("L"))
    return sum(grey.histogram()[48:]) / (grey.width * grey.height)


def changes(browser: Browser, sites: Sites) -> Iterator[tuple[str, Image.Image, Image.Image | None]]:
    """The pictures that differ from the approved ones, each with that, or with None where it is new."""
    for name, new in take(browser, sites):
        approved = APPROVED / f"{name}.png"
        old = Image.open(approved).convert("RGB") if approved.exists() else None
        if old is None or difference(new, old) > TOLERANCE:
            yield name, new, old


def show(found: list[tuple[str, Image.Image, Image.Image | None]]) -> Path:
    """Write the page that shows changed pictures beside the approved ones, and give its path."""
    shutil.rmtree(CHANGED, ignore_errors=True)
    CHANGED.mkdir(parents=True)
    rows = []
    for name, new, old in found:
        new.save(CHANGED / f"{name}-new.png")
        if old:
            old.save(CHANGED / f"{name}-approved.png")
        images = "".join(f'<img src="{name}-{kind}.png" alt="{kind}">' for kind in ("approved", "new"))
        rows.append(f"<h2>{escape(name)}</h2><p>{images}</p>")
    page = CHANGED / "index.html"
    page.write_text("<!doctype html><meta charset=utf-8><title>Changed pages</title>" + "".join(rows))
    return page


def approve(browser: Browser, sites: Sites) -> int:
    """Take all pictures for good; give their number."""
    shutil.rmtree(APPROVED, ignore_errors=True)
    APPROVED.mkdir()
    TAKEN_WITH.write_text(taken_with(browser))
    for name, image in take(browser, sites):
        image.quantize(32).save(APPROVED / f"{name}.png", optimize=True)
    return len(list(APPROVED.glob("*.png")))


def main() -> None:
    """Show what has changed, or approve it."""
    with tempfile.TemporaryDirectory() as scratch, published(Path(scratch)) as sites, launched() as browser:
        if "--approve" in sys.argv:
            print(f"{approve(browser, sites)} pictures are approved")
        else:
            found = list(changes(browser, sites))
            print(f"{len(found)} pictures differ; look at {show(found)}, then run make approve")


if __name__ == "__main__":
    main()
