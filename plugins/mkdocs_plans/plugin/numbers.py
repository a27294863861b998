"""A plan's number, by which the site's search finds the plan's own page before all that name it."""

from __future__ import annotations

import re

from mkdocs.structure.pages import Page

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.render import plain

OWN_PAGE = 2
"""How much more than others a plan's own page counts in the search. Our convention."""

_H1 = re.compile(r"<h1\b[^>]*>")
_NUMBER = "<span data-plans-number>"


def rank_first(page: Page) -> None:
    """Have the search put a plan's own page before those that name it, unless its author ranks it."""
    search = page.meta.get("search") or {}
    if isinstance(search, dict):
        page.meta["search"] = {"boost": OWN_PAGE, **search}


def show_to_search(page: Page, build: Build) -> None:
    """Put a plan's number into the title of its page while the search reads it: in sight it stands above."""
    file = build.plan.by_path.get(page.file.src_uri)
    if file is not None and file.number and page.content:
        number = f"{_NUMBER}{plain(file.number)} </span>"
        page.content = _H1.sub(lambda found: found[0] + number, page.content, count=1)


def hide(page: Page) -> None:
    """Take it out again, now that the search has read the page."""
    if page.content and _NUMBER in page.content:
        page.content = re.sub(rf"{_NUMBER}[^<]*</span>", "", page.content, count=1)
