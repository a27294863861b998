"""What the site's search is given in place of a page of ours: what is worth finding on it.

Search plugins read all HTML of a page tag by tag, which took half of a build. What they are given says the
same in the few elements that they keep, once, on the page where it belongs: of what a page repeats from
others there are its headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_plans.plugin.headings import headings

_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""")
_PERMALINK = re.compile(r'<a class="headerlink"[^<>]*>[^<]*</a>')
_ID = re.compile(r'\bid="[^"<>]*"')
_LINES = re.compile(r"[ \t]*\n\s*")

_KEPT = frozenset({"p", "li", "ol", "ul", "pre", "code", "sub", "sup"})
"""The elements that Material's search shows in what it finds."""

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))

_ONLY_BY_PARSING = re.compile(
    r"<(?:script|style|object|textarea|title)\b|<!|linenodiv|data-search-", re.IGNORECASE
)
"""What a search plugin leaves out by itself, or reads otherwise than as text and elements."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page's content, from `start` to `end`, and what the search is given in its place."""

    start: int
    end: int
    found: str


@dataclass(frozen=True, slots=True)
class Found:
    """A page's content as we made it, and its pieces."""

    content: str
    pieces: tuple[Piece, ...]

    def of(self, content: str) -> str:
        """What the search is given of the page's content as it is now. What another plugin has changed of
        ours is read as it stands.
        """
        for piece in self.pieces:
            content = content.replace(self.content[piece.start : piece.end], piece.found, 1)
        return reduced(content)


def found(content: str, parts: Iterable[tuple[str, str]]) -> Found:
    """A page of which some parts, in their order, are given to the search as something else."""
    return Found(content, tuple(_pieces(content, parts)))


def _pieces(content: str, parts: Iterable[tuple[str, str]]) -> Iterator[Piece]:
    end = 0
    for shown, given in parts:
        if shown:
            start = content.index(shown, end)
            end = start + len(shown)
            yield Piece(start, end, given)


def only_headings(html: str) -> str:
    """The headings of a view to which a link may lead."""
    return "".join(
        f'<h{one.level} id="{one.anchor}">{one.text}</h{one.level}>\n' for one in headings(html, 1)
    )


def reduced(html: str) -> str:
    """The same text in the elements that the search keeps, which reads it in a fraction of the time."""
    if _ONLY_BY_PARSING.search(html):
        return html
    text = _TAG.sub(_kept, _PERMALINK.sub("", html))
    return text if "<pre>" in text else _LINES.sub("\n", text)


def _kept(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name in _KEPT:
        return f"<{tag[1]}{name}>"
    if name not in _HEADINGS:
        return ""
    anchor = _ID.search(tag[3])
    return f"<{tag[1]}{name} {anchor[0]}>" if anchor else f"<{tag[1]}{name}>"
