"""The headings of a page, out of its HTML. What somebody wrote as HTML may be wrong: reading takes time in
proportion to its length all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.structure.pages import Page

from mkdocs_plans.wording.html_text import without_tags

_OPENING = re.compile(r"<h([1-6])\b([^<>]*)>")
_ID = re.compile(r'id="(?<=\bid=")([^"]+)"')  # letters first: they are found twenty times as fast


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that a link may lead to: its level, its id, and its text without tags."""

    level: int
    anchor: str
    text: str


def find_headings(html: str, first: int, last: int = 6) -> Iterator[Heading]:
    """Give the headings that have an id, of some levels, in their order."""
    end, unclosed = 0, set()
    while opening := _OPENING.search(html, end):
        end, level, found = opening.end(), opening[1], _ID.search(opening[2])
        if found is None or level in unclosed or not first <= int(level) <= last:
            continue
        close = html.find(f"</h{level}>", end)
        if close < 0:
            unclosed.add(level)
        else:
            yield Heading(int(level), found[1], without_tags(html[end:close]))
            end = close


def tell_anchors(html: str, page: Page) -> None:
    """Let MkDocs know the places that a link may lead to: it looked for them in the author's text alone."""
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *_ID.findall(html)}
