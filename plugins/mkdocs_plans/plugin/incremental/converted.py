"""A page's Markdown, converted once: read and rendered again only if anything that goes into it changed.

What goes into it are the source, the settings, and the files that it links to: which of them exist, and at
which address. A page whose conversion logs anything is converted in each build, so that it is told each time.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_plans.plugin.incremental.converter import Converter
from mkdocs_plans.plugin.incremental.reads import digest
from mkdocs_plans.plugin.incremental.store import Store
from mkdocs_plans.plugin.incremental.watch import Watch


class Conversions:
    """Converts the pages of one build. `site` says what all pages share."""

    def __init__(self, store: Store, site: str, watch: Watch) -> None:
        self._store = store
        self._site = site
        self._watch = watch
        self._converter: Converter | None = None

    def take_over(self, page: Page) -> None:
        """Have a page read and rendered by way of what is kept."""
        kept = self._store.converted(page.file.src_uri)

        def read_source(config: MkDocsConfig) -> None:
            self._read(page, config, kept)

        def render(config: MkDocsConfig, files: Files) -> None:
            self._render(page, config, files, kept)

        page.read_source, page.render = read_source, render  # type: ignore[method-assign]

    def _read(self, page: Page, config: MkDocsConfig, kept: dict[str, Any]) -> None:
        """Read a page's source: reading its front matter takes as long as rendering the rest."""
        try:
            source = page.file.content_string
        except (OSError, ValueError):
            return Page.read_source(page, config)  # which says what is wrong
        name = digest(source)
        if kept.get("source") == name:
            page.meta = _of_json(kept["meta"])
            page.markdown = source[len(source) - kept["length"] :]
            return None
        Page.read_source(page, config)
        kept.pop("source", None)
        written, markdown = _as_json(page.meta), page.markdown or ""
        if written is not None and source.endswith(markdown):
            kept |= {"source": name, "meta": written, "length": len(markdown)}
        return None

    def _render(self, page: Page, config: MkDocsConfig, files: Files, kept: dict[str, Any]) -> None:
        key = digest(self._site, page.file.src_uri, page.url, page.file.inclusion.name, page.markdown or "")
        if kept.get("key") == key and all(_place(files, path) == at for path, at in kept["links"]):
            _restore(page, files, kept)
            return _let_go(page)
        seen = _Seen(files)
        with self._watch.of(page.file.src_uri) as is_told:
            self._converter = self._converter or Converter(config)
            self._converter.render(page, seen)  # type: ignore[arg-type]
        is_known = "source" in kept and not seen.is_asked_more and page.links_to_anchors is not None
        if is_known and not is_told():
            kept |= {"key": key, "links": list(seen.places.items()), **_result(page)}
            self._store.keep_converted(page.file.src_uri, kept)
        return _let_go(page)


class _Seen:
    """The files of a site as rendering looks them up; which it asked for is kept."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.places: dict[str, str] = {}
        self.is_asked_more = False

    def get_file_from_path(self, path: str) -> File | None:
        """Look up a file."""
        self.places[path] = _place(self._files, path)
        return self._files.get_file_from_path(path)

    def __getattr__(self, name: str) -> Any:
        self.is_asked_more = True
        return getattr(self._files, name)


def _place(files: Files, path: str) -> str:
    file = files.get_file_from_path(path)
    return f"{file.inclusion.name} {file.url}" if file is not None else ""


def _let_go(page: Page) -> None:
    """Leave a page to itself, and what was kept of it to nobody."""
    for name in ("read_source", "render"):  # its own, in place of its class's
        vars(page).pop(name, None)


def _result(page: Page) -> dict[str, Any]:
    links = page.links_to_anchors or {}
    return {
        "content": page.content,
        "toc": shown_toc(page.toc),
        "title": page._title_from_render,
        "anchors": sorted(page.present_anchor_ids or ()),
        "to": [(file.src_uri, anchors) for file, anchors in links.items()],
    }


def _restore(page: Page, files: Files, kept: dict[str, Any]) -> None:
    page.content = kept["content"]
    page.toc = _Toc(kept["toc"])
    page._title_from_render = kept["title"]
    page.present_anchor_ids = set(kept["anchors"])
    targets = ((files.get_file_from_path(path), anchors) for path, anchors in kept["to"])
    page.links_to_anchors = {file: anchors for file, anchors in targets if file is not None}


class _Toc(TableOfContents):
    """A table of contents that is made of lists once it is asked for: of most pages it never is."""

    def __init__(self, lists: list[Any]) -> None:
        self.lists = lists

    @cached_property
    def items(self) -> list[AnchorLink]:  # type: ignore[override]
        """Its entries."""
        made = _toc(self.lists)
        if made:
            made[0].active = True  # type: ignore[attr-defined]
        return made

    @property
    def is_made(self) -> bool:
        """Whether it may be another by now than its lists say."""
        return "items" in vars(self)


def shown_toc(entries: Iterable[AnchorLink]) -> list[Any]:
    """A table of contents as lists."""
    if isinstance(entries, _Toc) and not entries.is_made:
        return entries.lists
    return [[one.title, one.id, one.level, shown_toc(one.children)] for one in entries]


def _toc(entries: Iterable[Any]) -> list[AnchorLink]:
    links = []
    for title, anchor, level, below in entries:
        link = AnchorLink(title, anchor, level)
        link.children = _toc(below)
        links.append(link)
    return links


def _as_json(meta: Mapping[str, Any]) -> str | None:
    """A page's keys as JSON; None where they wouldn't be the same again."""
    try:
        written = json.dumps(dict(meta), default=_tagged)
    except (TypeError, ValueError):
        return None
    return written if repr(_of_json(written)) == repr(dict(meta)) else None


def _tagged(value: object) -> dict[str, str]:
    if isinstance(value, (datetime.datetime, datetime.date)):
        return {f"!{type(value).__name__}": value.isoformat()}
    raise TypeError


def _of_json(written: str) -> dict[str, Any]:
    found = _DECODER.decode(written)
    return found if isinstance(found, dict) else {}


def _untagged(pairs: dict[str, Any]) -> Any:
    if len(pairs) == 1:
        for kind in (datetime.datetime, datetime.date):
            if isinstance(text := pairs.get(f"!{kind.__name__}"), str):
                return kind.fromisoformat(text)
    return pairs


_DECODER = json.JSONDecoder(object_hook=_untagged)
