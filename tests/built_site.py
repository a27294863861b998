"""Sites as MkDocs builds them: in this process where that is enough, else by its command."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Literal

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation, get_navigation

from tests.markup import Html

Command = Literal["build", "serve"]


class Published:
    """A built site: its files as text, and its pages parsed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def files(self) -> dict[str, str]:
        """The text files that differ from site to site, by their paths."""
        endings = {".html", ".json", ".xml", ".css", ".yml", ".csv", ".ics"}
        found = (file for file in sorted(self.folder.rglob("*")) if file.suffix in endings)
        ours = (file for file in found if "stylesheets" not in file.parts)
        return {file.relative_to(self.folder).as_posix(): file.read_text("utf-8") for file in ours}

    @property
    def pages(self) -> list[str]:
        """The paths of the pages, but for the error page."""
        return [path for path in self.files if path.endswith(".html") and path != "404.html"]

    def page(self, address: str) -> Html:
        """The content of the page at an address (`strategies/`), without menu, header and footer."""
        source = self.files[address if address.endswith(".html") else f"{address}index.html"]
        return Html(source).part("article")


def configured(folder: Path, command: Command = "build", *, strict: bool = False) -> MkDocsConfig:
    """Load a site's configuration and start its plugins."""
    config = load_config(str(folder / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command=command, dirty=False)
    return config


def build(folder: Path, command: Command = "build", *, strict: bool = False) -> Published:
    """Build a site in this process, as `mkdocs build` or as `mkdocs serve` does before it serves."""
    config = configured(folder, command, strict=strict)
    mkdocs_build.build(config, serve_url="http://127.0.0.1:8000/" if command == "serve" else None)
    return Published(Path(config.site_dir))


def arranged(folder: Path, command: Command = "build") -> tuple[Files, Navigation]:
    """Go through a build up to where its pages would be rendered: give all files and the menu."""
    config = configured(folder, command)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = config.plugins.on_files(get_files(config), config=config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    return files, nav


def run_mkdocs(folder: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` as an author does."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
