"""A text of the plan → HTML that shows it, with its inline Markdown, and does nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from mkdocs_plans.model.markup import has_markup, reader


@lru_cache(maxsize=10_000)
def inline(text: str) -> Markup:
    """Render a field's inline Markdown as safe HTML."""
    if not has_markup(text):
        return escape(text.strip())
    return Markup(reader().renderInline(text.strip()))


@lru_cache(maxsize=10_000)
def unlinked(text: str) -> Markup:
    """Likewise, without its links: for a text that leads somewhere itself, or is a heading."""
    if not has_markup(text):
        return escape(text.strip())
    markdown = reader()
    tokens = markdown.parseInline(text.strip())[0].children or []
    kept = [one for one in tokens if one.type not in {"link_open", "link_close"}]
    return Markup(markdown.renderer.render(kept, markdown.options, {}))


def escape_for_theme(text: str) -> str:
    """Escape a text for a place that escapes nothing itself, as Material's page titles."""
    return str(escape(str(text)))


_TAGS = re.compile(r'<a class="headerlink"[^<>]*>[^<]*</a>|<[^<>]+>')


def without_tags(html: str) -> str:
    """The text of a heading, as HTML: without its tags, and without the sign that links to it."""
    return _TAGS.sub("", html).strip()
