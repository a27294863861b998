"""Python-Markdown, set up once for all pages: setting it up takes a quarter of a page's conversion."""

from __future__ import annotations

import logging

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import get_toc

_LOGGER = logging.getLogger("mkdocs.structure.pages")


class Converter:
    """Converts pages one after the other, as `Page.render` does with a new Markdown for each."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._markdown = Markdown(
            extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}
        )

    def render(self, page: Page, files: Files) -> None:
        """Give a page its HTML, its table of contents, and the links and anchors in it."""
        markdown = self._markdown.reset()
        html, title = _RawHTMLPreprocessor(), _ExtractTitleTreeprocessor()
        anchors = _ExtractAnchorsTreeprocessor(page.file, files, self._config)
        links = _RelativePathTreeprocessor(page.file, files, self._config)
        for each in (html, anchors, links, title):
            each._register(markdown)  # in the place of the last page's
        page.content = markdown.convert(page.markdown or "")
        page.toc = get_toc(getattr(markdown, "toc_tokens", []))
        page._title_from_render = title.title
        page.present_anchor_ids = anchors.present_anchor_ids | html.present_anchor_ids
        if _LOGGER.getEffectiveLevel() > logging.DEBUG:
            page.links_to_anchors = links.links_to_anchors
