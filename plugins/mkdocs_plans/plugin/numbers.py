"""A plan's number, by which the site's search finds the plan's own page before all that name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_plans.plugin.build import Build
from mkdocs_plans.render import OWN_PAGE
from mkdocs_plans.wording.html_text import escape_for_theme

_STEP, _STEPS = 8, 10
"""How much more a number counts for each character that others have beyond it, and for how many."""

NUMBER = "plan-number"
"""The anchor of what stands above a plan's title: what it is, and its number."""


def rank_first(page: Page) -> None:
    """Have the search put a plan's own page before those that name it, unless its author ranks it."""
    search = page.meta.get("search") or {}
    if isinstance(search, dict):
        page.meta["search"] = {"boost": OWN_PAGE, **search}


def weights(numbers: Iterable[str]) -> Mapping[str, int]:
    """How much each number counts in the search, which finds all that begin with what is typed: more than
    those that it begins. Else `B2` leads to `B2.1`, which fewer pages name.
    """
    given = set(numbers)
    longest: dict[str, int] = {}
    for number in sorted(given, key=len):
        for length in range(1, len(number) + 1):
            longest[number[:length]] = len(number)  # the longer one comes later
    return {number: OWN_PAGE * _STEP ** min(longest[number] - len(number), _STEPS) for number in given}


class Numbers:
    """The numbers of a build's plans, as the search reads them."""

    def __init__(self, build: Build) -> None:
        self._files = build.plan.by_path
        self._weights = weights(file.number for file in self._files.values() if file.number)

    def rank(self, page: Page, config: MkDocsConfig) -> None:
        """Give a number that begins others an entry of its own in Material's search, by which it can weigh
        more than the page does for its words.
        """
        number, ranked = self._of(page), page.meta.get("search")
        if not number or (isinstance(ranked, dict) and ranked.get("exclude")):
            return
        search = getattr(config.plugins.get("material/search"), "search_index", None)
        entries, weight = getattr(search, "entries", None), self._weights[number]
        if isinstance(entries, list) and weight > OWN_PAGE:
            place = f"{page.url}#{NUMBER}"
            entries.append(
                {"location": place, "title": escape_for_theme(number), "text": "", "boost": weight}
            )

    def said(self, page: Page) -> str:
        """All that the search has of a page's number."""
        number = self._of(page)
        return f"{number} {self._weights[number]}" if number else ""

    def _of(self, page: Page) -> str | None:
        file = self._files.get(page.file.src_uri)
        return file.number if file is not None else None
