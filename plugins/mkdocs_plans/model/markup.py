"""Inline Markdown in the texts of a plan: read once here, for all that show it with its markup or without.

Raw HTML is text, scripts in links are refused (markdown-it's `validateLink`), and no image is fetched: a
text may come from anyone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARK = re.compile(r"[*_`\[\]\\<&\n]")
"""What a text holds that has any markup in it."""


def has_markup(text: str) -> bool:
    """Whether a text may be more than it is: most aren't."""
    return _MARK.search(text) is not None


@cache
def reader() -> MarkdownIt:
    """The one reader of inline Markdown."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most texts have no markup, and it takes time to import

    return MarkdownIt("commonmark", {"html": False}).disable("image")


@lru_cache(maxsize=10_000)
def plain_text(text: str) -> str:
    """The text without its markup: of a link what it says, of code what it holds."""
    if not has_markup(text):
        return text
    parts = reader().parseInline(text.strip())[0].children or []
    return "".join(" " if one.type in {"softbreak", "hardbreak"} else one.content for one in parts)
