"""What a page is called and what it is about, in its head: for search engines, and for whoever shows a link.

Only what isn't there is put in. The theme, a template of the site's own or another plugin may have written
some of it, as Material's social plugin does beside its pictures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_plans.wording.html_text import without_tags

_NAME = re.compile(r"""<meta\b[^>]*?\s(?:name|property)\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE)


def put_in_preview(html: str, page: Page, config: MkDocsConfig) -> str:
    """A page with what its head lacks of a description and of Open Graph's properties."""
    end = html.find("</head>")
    if end < 0:
        return html
    there = {name.lower() for name in _NAME.findall(html, 0, end)}
    lacking = {name: said for name, said in _said(page, config).items() if said and name not in there}
    lines = (
        f'<meta {"property" if name.startswith("og:") else "name"}="{name}" content="{said}">\n'
        for name, said in lacking.items()
    )
    return f"{html[:end]}{''.join(lines)}{html[end:]}"


def _said(page: Page, config: MkDocsConfig) -> Mapping[str, str]:
    title = page.meta.get("title") or without_tags(str(page.title or ""))
    description = _safe(page.meta.get("description") or config.site_description)
    return {
        "description": description,
        "og:type": "website",
        "og:site_name": _safe(config.site_name),
        "og:title": _safe(config.site_name if page.is_homepage else title),
        "og:description": description,
        "og:url": _safe(page.canonical_url),
        "twitter:card": "summary",
    }


def _safe(text: object) -> str:
    """A text for an attribute, in one line. It may be escaped already, as what we give themes is."""
    return escape(unescape(" ".join(str(text or "").split())))
