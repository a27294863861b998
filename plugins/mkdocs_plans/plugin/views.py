"""Views in HTML: in the place of each comment that places one, wherever it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.render import Href
from mkdocs_plans.source import view_comments_in

_PARAGRAPH = re.compile(r"<(/?)p(?=[\s>])")
_CLOSING = re.compile(r"\s*</p>")


@dataclass(frozen=True, slots=True)
class Placed:
    """A view in a page: its HTML, and the comment that placed it."""

    html: str
    name: str
    arguments: str


def with_views(html: str, path: str, href: Href, build: Build) -> tuple[str, list[Placed]]:
    """Put views in the place of their comments; give these too. `path` is the page's: one that places a view
    that there isn't is told.
    """
    if "<!--" not in html or "plans/" not in html:
        return html, []
    pieces: list[str] = []
    placed: list[Placed] = []
    end, is_in_paragraph = 0, False
    for comment in view_comments_in(html):
        if not comment.is_closed:
            break
        before, end = html[end : comment.start], comment.end
        for tag in _PARAGRAPH.finditer(before):
            is_in_paragraph = not tag[1]
        view = build.view(comment.name, comment.arguments, path, href)
        placed.append(Placed(view, comment.name, comment.arguments))
        if is_in_paragraph:  # which can't hold what a view holds: it ends above, and goes on below
            before = before.removesuffix("<p>") if before.endswith("<p>") else before + "</p>"
            closing = _CLOSING.match(html, end)
            is_in_paragraph = closing is None
            end = closing.end() if closing else end
        pieces += [before, view, "<p>" if is_in_paragraph else ""]
    return "".join([*pieces, html[end:]]), placed


def has_views(html: str) -> bool:
    """Whether there is a comment left that would place a view."""
    return "<!--" in html and any(view_comments_in(html))


def without_comments(text: str) -> str:
    """Take out the comments that place views."""
    for comment in reversed([*view_comments_in(text)] if has_views(text) else []):
        text = text[: comment.start] + (text[comment.end :] if comment.is_closed else "")
    return text
