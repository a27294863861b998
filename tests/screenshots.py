"""`python -m tests.screenshots`: pictures of each kind of page, for eyes to judge.

They go into `screenshots/`, a folder a site: wide and narrow, light and dark, on paper, and the table
of tactics with no JavaScript. Beside the real plans there are the example in German and in a language
written from right to left, a generated plan of 500 files, a plan that has nothing yet, and one whose titles
are as long as they get, in each of four languages.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Page, ViewportSize

from benchmarks.generate import write_site
from tests.browser import launched
from tests.pages.long_titles import WORDINGS, write_long_titles
from tests.pages.sites import ALL_DRAWN, BOTH_SCHEMES, ROOT, SCHEMES, WIDTHS, Sites, published, show_in
from tests.small_site import CONFIG

TARGET = ROOT / "screenshots"

LONG_CONFIG = CONFIG.replace("theme: {name: material, font: false}\n", BOTH_SCHEMES)

LONGEST = 10_000
"""Pixels of a page's height that are taken: what comes after repeats what is above."""


def main() -> None:
    """Build the sites and take all pictures anew."""
    shutil.rmtree(TARGET, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        published(Path(scratch), others(Path(scratch) / "others")) as sites,
        launched() as browser,
    ):
        for site in sorted(sites.folder.iterdir()):
            take(browser, f"{sites.host}/", kinds(sites, site.name), TARGET / site.name)
    print(f"{len(list(TARGET.glob('*/*')))} pictures are in {TARGET}")


def others(folder: Path) -> dict[str, Path]:
    """Write the sites that only eyes look at."""
    for language in ("de", "ar"):
        (folder / language).mkdir(parents=True)
        (folder / language / "mkdocs.yml").write_text(
            f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: {ROOT / 'plans'}\ntheme: {{language: {language}}}\n"
        )
    (folder / "large").mkdir()
    write_site(folder / "large", 500, 1)
    config = folder / "large/mkdocs.yml"
    theme = "theme: {name: material, font: false}\n"
    config.write_text(config.read_text().replace(theme, BOTH_SCHEMES))
    long = {
        f"long-titles-{language}": write_long_titles(
            folder / f"long-{language}", language, config=LONG_CONFIG
        )
        for language in WORDINGS
    }
    return {"german": folder / "de", "right-to-left": folder / "ar", "large": folder / "large", **long}


def kinds(sites: Sites, site: str) -> dict[str, str]:
    """Give the address of each kind of page by a name: those at the top, and the fullest of each folder."""

    def name(address: str) -> str:
        _, top, *below = address.split("/")
        return f"{top}-one" if any(below) else top or "home"

    def size(address: str) -> int:
        return (sites.folder / address / "index.html").stat().st_size

    return {name(address): address for address in sorted(sites.pages(site), key=size)}


def take(browser: Browser, host: str, pages: dict[str, str], target: Path) -> None:
    """Take all pictures of a site."""
    for width, viewport in WIDTHS.items():
        with browser.new_context(viewport=viewport) as context:
            page = context.new_page()
            for name, address in pages.items():
                page.goto(host + address)
                take_schemes(page, target / f"{name}-{width}")
                if width == "wide":
                    page.pdf(path=target / f"{name}-print.pdf", format="A4", prefer_css_page_size=True)
        take_with_no_script(browser, host + pages["tactics"], viewport, target / f"tactics-{width}")


def take_schemes(page: Page, stem: Path) -> None:
    """Take a page in dark, then in light."""
    for scheme in reversed(tuple(SCHEMES)):  # in light last, for paper
        show_in(page, scheme)
        whole = page.evaluate("document.documentElement.scrollHeight")
        width = page.viewport_size["width"] if page.viewport_size else 0
        clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": min(whole, LONGEST)}
        page.screenshot(
            path=f"{stem}-{scheme}.png", full_page=True, clip=clip, animations="disabled", style=ALL_DRAWN
        )


def take_with_no_script(browser: Browser, address: str, viewport: ViewportSize, stem: Path) -> None:
    """Take a page as it is where scripts are switched off."""
    with browser.new_context(viewport=viewport, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        page.screenshot(path=f"{stem}-no-script.png", full_page=True, style=ALL_DRAWN)


if __name__ == "__main__":
    main()
