"""The files that we generate, as files of MkDocs'.

A page has a file on disk in a folder of ours for the time of a build: plugins that read dates, authors or
languages off a page's file fail without one. So do style sheets and scripts, which other plugins rewrite.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_plans.plugin import neighbours
from mkdocs_plans.render import SitePage
from mkdocs_plans.wording.html_text import escape_for_theme


class Generated:
    """Makes the files of one site. They are gone when this is."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="mkdocs-plans-")
        self._folders: set[Path] = set()

    def page(self, page: SitePage, config: MkDocsConfig) -> File:
        """Make the file of a page."""
        file = self.asset(page.path, _markdown(page, config), config)
        return neighbours.in_language(file, config)

    def asset(self, path: str, text: str, config: MkDocsConfig) -> File:
        """Make a file that is served as it is."""
        on_disk = Path(self._folder.name, path)
        if on_disk.parent not in self._folders:
            on_disk.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(on_disk.parent)
        on_disk.write_bytes(text.encode())
        return File.generated(config, path, abs_src_path=str(on_disk), inclusion=InclusionLevel.INCLUDED)


def data_file(path: str, data: bytes, config: MkDocsConfig) -> File:
    """Make a file of data, for the language that is built: there are hundreds, of which no plugin asks where
    they stand.
    """
    file = File.generated(config, path, content=data, inclusion=InclusionLevel.INCLUDED)
    return neighbours.in_language(file, config)


def address(config: MkDocsConfig, path: str) -> str:
    """The address that a generated page has in this site, whoever wrote the page that is there."""
    return neighbours.in_language(File.generated(config, path, content=""), config).url


def _markdown(page: SitePage, config: MkDocsConfig) -> str:
    """A page's file. Its title is plain text, and written so that Markdown keeps it."""
    meta: dict[str, Any] = {"title": escape_for_theme(page.title), **neighbours.front_matter(config)}
    if page.is_wide:
        has_tabs = "navigation.tabs" in (config.theme.get("features") or ())
        meta["hide"] = ["navigation", "toc"] if has_tabs else ["toc"]  # the menu may be the only way on
    if page.weight != 1:
        meta["search"] = {"boost": page.weight} if page.weight else {"exclude": True}
    front_matter = yaml.safe_dump(meta, allow_unicode=True)
    return f"---\n{front_matter}---\n\n# {_SPECIAL.sub(_escaped, page.title)}\n\n{page.body}\n"


# By their numbers and not behind a backslash, which Python-Markdown doesn't know before `<`, `&`, `|`, `~`,
# `$` and `:`. Extensions give each of them a meaning.
_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!<>&|~$:]")


def _escaped(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
