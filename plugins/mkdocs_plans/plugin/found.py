"""What the site's search is given in place of a page of ours: what is worth finding on it.

Search plugins read all HTML of a page tag by tag, which took half of a build. What they are given says the
same in the few elements that they keep, once, on the page where it belongs: of what a page repeats from
others there are its headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_plans.plugin.headings import find_headings

_PERMALINK = re.compile(r'<a class="headerlink"[^<>]*>[^<]*</a>')
_LINES = re.compile(r"[ \t]*\n\s*")

_KEPT = "p|li|ol|ul|pre|code|sub|sup|h[1-6]"
"""The elements that Material's search shows in what it finds, and those that divide it."""

_REST = r"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*"""
_OTHER = re.compile(rf"</?(?!/?(?:{_KEPT})[\s>])[a-zA-Z]{_REST}>", re.IGNORECASE)
_HEADING = re.compile(rf'<(h[1-6])\s(?:[^<>]{{0,200}}\s)?(id="[^"<>]*"){_REST}>', re.IGNORECASE)
_ATTRIBUTES = re.compile(rf"<({_KEPT})\s(?!id=){_REST}>", re.IGNORECASE)

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
    """A page's content as we made it, None for as it is when it is asked for; and its pieces."""

    content: str | None
    pieces: tuple[Piece, ...]

    def of(self, content: str) -> str:
        """What the search is given of the page's content as it is now. What another plugin has changed of
        ours is read as it stands.
        """
        made = content if self.content is None else self.content
        for piece in self.pieces:
            content = content.replace(made[piece.start : piece.end], piece.found, 1)
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
        f'<h{one.level} id="{one.anchor}">{one.text}</h{one.level}>\n' for one in find_headings(html, 1)
    )


def reduced(html: str) -> str:
    """The same text in the elements that the search keeps, which reads it in a fraction of the time."""
    if _ONLY_BY_PARSING.search(html):
        return html
    text = _OTHER.sub("", _PERMALINK.sub("", html))
    text = _ATTRIBUTES.sub(r"<\1>", _HEADING.sub(r"<\1 \2>", text))
    return text if "<pre>" in text else _LINES.sub("\n", text)
