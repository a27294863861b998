"""The whole sites whose pages are opened: built as their authors build them, served on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal

import frontmatter
import yaml
from filelock import FileLock
from playwright.sync_api import Page, ViewportSize

from tests.built_site import run_mkdocs
from tests.small_site import CONFIG, STRATEGY, TACTIC, write_site

ROOT = Path(__file__).parents[2]

REAL = {
    "example": ROOT,
    "federal-data-strategy": ROOT / "tests/sites/federal-data-strategy",
    "south-dakota-mines": ROOT / "tests/sites/south-dakota-mines",
}
"""The folders of the sites with a real plan, by the name under which each is served."""

WIDTHS: Mapping[str, ViewportSize] = {
    "wide": {"width": 1440, "height": 900},
    "narrow": {"width": 390, "height": 844},
}

ALL_DRAWN = "* { content-visibility: visible !important }"
"""The style in which pictures of whole pages are taken: what is below the screen is drawn as well."""

Scheme = Literal["light", "dark"]

SCHEMES: Mapping[Scheme, str] = {"light": "default", "dark": "slate"}
"""Material's name for the colours that a reader's system asks for."""

Look = tuple[Scheme, str]
"""A scheme and a width."""

LOOKS: Sequence[Look] = [("light", "wide"), ("dark", "narrow")]
"""Both schemes and both widths, in as few looks as have them."""

BOTH_SCHEMES = """\
theme:
  name: material
  font: false
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Switch to dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Switch to light}}
"""

_LONG_TITLE = (
    "Hire, train and keep the Krankenhausversorgungsverwaltungsgesellschaftsmitarbeiterinnen who will "
    "look after every clinic"
)


def plan_files(site: str) -> dict[str, Mapping[str, Any]]:
    """Give the fields of a real site's published plan files, by their paths."""
    docs = REAL[site] / ("plans" if site == "example" else "docs")
    found = {file.relative_to(docs).as_posix(): frontmatter.load(str(file)) for file in docs.rglob("*.md")}
    return {
        path: plan.metadata
        for path, plan in found.items()
        if "type" in plan.metadata and plan.metadata.get("status") != "draft"
    }


@dataclass(frozen=True)
class Sites:
    """All sites: a folder with a built site in each of its folders, and the host that serves it."""

    folder: Path
    host: str

    def pages(self, site: str = "") -> list[str]:
        """Give the addresses of a site's pages, else of all: `example/strategies/`."""
        pages = (self.folder / site).rglob("index.html")
        return sorted(f"{page.parent.relative_to(self.folder).as_posix()}/" for page in pages)


@contextmanager
def published(folder: Path, more: Mapping[str, Path] | None = None) -> Iterator[Sites]:
    """Build all sites in a folder, and serve them; `more` are the folders of others, by their names."""
    with served(build_all(folder, more)) as host:
        yield Sites(folder / "built", host)


def build_all(folder: Path, more: Mapping[str, Path] | None = None) -> Path:
    """Build all sites in a folder; give the folder that has one of each name."""
    sources = {**REAL, **ends(folder / "sources"), **(more or {})}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        targets = [folder / "built" / name for name in sources]
        list(pool.map(build, sources.values(), targets))
    return folder / "built"


def build_once(folder: Path) -> Path:
    """Build all sites in a folder that several processes share: the first one does it, the others wait."""
    done = folder / "done"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "lock"):
        if not done.exists():
            build_all(folder)
            done.touch()
    return folder / "built"


def ends(folder: Path) -> dict[str, Path]:
    """Write small sites that show both ends of what a plan may be: nothing at all, and the longest titles."""
    config = CONFIG.replace("theme: {name: material, font: false}\n", BOTH_SCHEMES)
    strategy = STRATEGY.replace("Hire salespeople who stay", _LONG_TITLE)
    tactic = TACTIC.replace("Ask every candidate the same questions", _LONG_TITLE)
    long = {"strategies/hire.md": strategy, "tactics/ask.md": tactic}
    return {
        "empty": write_site(folder / "empty", config=config),
        "long-titles": write_site(folder / "long-titles", long, config=config),
    }


def write_bare(folder: Path, settings: Mapping[str, Any]) -> Path:
    """Write a site with these settings and one page, without a plan and without our plugin: what Material
    alone makes of it is what ours is measured by.
    """
    (folder / "docs").mkdir(parents=True)
    config = {**settings, "docs_dir": "docs", "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config))
    (folder / "docs/index.md").write_text("# Bare\n\n## A heading\n\nA text with a [link](index.md).\n")
    return folder


def build(sources: Path, target: Path) -> None:
    """Build a site as before it is published; warnings count where a plan is real."""
    strict = ["--strict"] if sources in REAL.values() else []
    built = run_mkdocs(sources, "--quiet", *strict, "--site-dir", str(target))
    assert built.returncode == 0, built.stderr


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it: what was asked for in vain is what the tests tell."""

    protocol_version = "HTTP/1.1"  # keeps connections open

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder on this machine, and give the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


_SWITCH = """scheme => {
  if (document.body.dataset.mdColorScheme === scheme) return
  document.querySelector("[data-md-component=palette] label:not([hidden])").click()
  document.activeElement.blur()
}"""


def show_in(page: Page, scheme: Scheme) -> None:
    """Show a page in light or in dark: as the system asks for it, else by the site's own switch."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(_SWITCH, SCHEMES[scheme])


def show(page: Page, look: Look) -> None:
    """Show a page in a look."""
    scheme, width = look
    show_in(page, scheme)
    page.set_viewport_size(WIDTHS[width])
