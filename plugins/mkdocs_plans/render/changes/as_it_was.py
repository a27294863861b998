"""The text of a plan that was taken out, as safe HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from mkdocs_plans.render.pieces import Href
from mkdocs_plans.source import without_comments

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
"""Raw HTML is shown as text, as is what stands for an image: nobody looked through the text for this page."""

_ELSEWHERE = re.compile(r"https?://|mailto:", re.IGNORECASE)


def as_it_was(text: str, path: str, href: Href) -> Markup:
    """Render a text without its title, which the page has already. `path` is where its file was; a link
    to another file leads to where `href` shows that now, and is no link where that is nowhere.
    """
    tokens = _MARKDOWN.parse(without_comments(text))
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        del tokens[:3]
    for token in tokens:
        if token.tag == "h1":
            token.tag = "h2"
        if token.children:
            token.children = _linked(token.children, path, href)
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _linked(tokens: Sequence[Token], path: str, href: Href) -> list[Token]:
    kept: list[Token] = []
    opened: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            target = _target(str(token.attrs.get("href", "")), path, href)
            opened.append(target is not None)
            if target is None:
                continue
            token.attrs["href"] = target
        elif token.type == "link_close" and not opened.pop():
            continue
        elif token.type == "image":
            kept.append(Token("text", "", 0, content=token.content))
            continue
        kept.append(token)
    return kept


def _target(written: str, path: str, href: Href) -> str | None:
    """Where a link of the text leads from the page that shows it."""
    if _ELSEWHERE.match(written):
        return written
    name, _, anchor = written.partition("#")
    found = href(posixpath.normpath(posixpath.join(posixpath.dirname(path), name))) if name else None
    return f"{found}#{anchor}" if found is not None and anchor else found
