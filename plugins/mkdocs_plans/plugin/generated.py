"""The files that we generate, as files of MkDocs'.

Where a plugin may read dates, authors or languages off a page's file, each has one on disk for the time of a
build: it would fail without.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_plans.plugin import neighbours
from mkdocs_plans.render import HOME, SitePage
from mkdocs_plans.wording.html_text import escape_for_theme

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""What writes front matter: libyaml where it is there, which takes a tenth of the time."""


class Generated:
    """Makes the files of one site, on disk or not. They are gone when this is."""

    def __init__(self, *, on_disk: bool) -> None:
        self._folder = TemporaryDirectory(prefix="mkdocs-plans-") if on_disk else None

    def page(self, page: SitePage, config: MkDocsConfig) -> File:
        """Make the file of a page."""
        file = self.asset(page.path, _markdown(page, config).encode("utf-8"), config)
        return neighbours.in_language(file, config)

    def data(self, path: str, data: bytes, config: MkDocsConfig) -> File:
        """Make a file of data, for the language that is built."""
        return neighbours.in_language(self.asset(path, data, config), config)

    def renew(self, file: File, data: bytes) -> None:
        """Give a file of data other content."""
        if self._folder is None:
            file.content_bytes = data
        else:
            Path(file.abs_src_path or "").write_bytes(data)

    def asset(self, path: str, data: bytes, config: MkDocsConfig) -> File:
        """Make a file that is served as it is."""
        if self._folder is None:
            return File.generated(config, path, content=data, inclusion=InclusionLevel.INCLUDED)
        on_disk = Path(self._folder.name, path)
        on_disk.parent.mkdir(parents=True, exist_ok=True)
        on_disk.write_bytes(data)
        return File.generated(config, path, abs_src_path=str(on_disk), inclusion=InclusionLevel.INCLUDED)


def address(config: MkDocsConfig, path: str) -> str:
    """The address that a generated page has in this site, whoever wrote the page that is there."""
    return neighbours.in_language(File.generated(config, path, content=""), config).url


def _markdown(page: SitePage, config: MkDocsConfig) -> str:
    """A page's file. Its title is plain text, and written so that Markdown keeps it."""
    meta: dict[str, Any] = {"title": escape_for_theme(page.title), **neighbours.front_matter(config)}
    # A site's own words about itself go before ours on its home page.
    if about := (config.site_description if page.path == HOME else "") or page.about:
        meta["description"] = escape_for_theme(about)
    if page.is_wide:
        has_tabs = "navigation.tabs" in (config.theme.get("features") or ())
        meta["hide"] = ["navigation", "toc"] if has_tabs else ["toc"]  # the menu may be the only way on
    if page.weight != 1:
        meta["search"] = {"boost": page.weight} if page.weight else {"exclude": True}
    return f"---\n{_yaml(json.dumps(meta))}---\n\n# {_SPECIAL.sub(_escaped, page.title)}\n\n{page.body}\n"


@lru_cache(10_000)
def _yaml(written: str) -> str:
    """What is written as JSON as YAML: while a site is served, the same again and again."""
    return str(yaml.dump(json.loads(written), Dumper=_DUMPER, allow_unicode=True))


# By their numbers and not behind a backslash, which Python-Markdown doesn't know before `<`, `&`, `|`, `~`,
# `$` and `:`. Extensions give each of them a meaning.
_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+\-.!<>&|~$:]")


def _escaped(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
