"""A plan file's front matter, as themes and other plugins are given it.

Material's templates escape nothing, nor do those of other themes, and plan text isn't trusted. So each text
in it is made safe, whoever may write it, and what a theme would break on is left out.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from mkdocs.structure.pages import Page

from mkdocs_plans.load import wrong_theme_keys
from mkdocs_plans.model import PlanFile, Values, plain_text
from mkdocs_plans.plugin.build import Build
from mkdocs_plans.plugin.numbers import rank_first
from mkdocs_plans.source import first_paragraph
from mkdocs_plans.wording.html_text import escape_for_theme

NEVER = ("status", "location")
"""Keys that no theme is given: Material takes `status` for a class of its menu, and leads to a `location`."""


def prepare(page: Page, markdown: str, build: Build) -> None:
    """Set title and description, and make all else safe. Other pages are their authors' own, and trusted."""
    path = page.file.src_uri
    file = build.plan.by_path.get(path)
    if file is None:
        if page.meta.get("summary"):
            page.meta.setdefault("description", page.meta["summary"])
        return
    document = build.loaded.documents.get(path)
    wrong = wrong_theme_keys((document.values if document else None) or {}, build.site)
    for key in (*NEVER, *wrong):
        page.meta.pop(key, None)
    for key, value in page.meta.items():
        page.meta[key] = _safe(value)
    page.meta["title"] = escape_for_theme(plain_text(file.title))
    if file.number:
        rank_first(page)
    if not page.meta.get("description"):
        page.meta["description"] = escape_for_theme(_cut(_describe(file, markdown)))


LONGEST_DESCRIPTION = 200
"""How many characters of a text describe a page: search engines and previews show no more."""


def _describe(file: PlanFile, markdown: str) -> str:
    """What a plan file's page is about: what its author says so of, else the beginning of the text."""
    said = file.summary or getattr(file, "statement", None)
    if isinstance(file, Values):
        said = said or ", ".join(value.name for value in file.values)
    outcome = getattr(file, "outcome", None)
    # Its title at least: feeds need something.
    return " ".join(plain_text(said or first_paragraph(markdown) or outcome or file.title).split())


def _cut(text: str) -> str:
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    head = text[: LONGEST_DESCRIPTION - 1]
    at = head.rfind(" ")  # there is none in languages without spaces
    return head[: at if at > len(head) // 2 else len(head)].rstrip(" ,;:–-") + "…"


_SPECIAL = re.compile(r"""[&<>"']""")


def _safe(value: Any) -> Any:
    """The same value with each text in it escaped, in lists and mappings too."""
    if isinstance(value, str):
        return escape(value) if _SPECIAL.search(value) else value
    if isinstance(value, list):
        return [_safe(item) for item in value]
    return {key: _safe(item) for key, item in value.items()} if isinstance(value, dict) else value
