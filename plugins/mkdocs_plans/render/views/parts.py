"""What a page of a large plan shows in place of all its rows: its parts, one a theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_plans.model import Strategy, Theme, ViewArguments, plain_text
from mkdocs_plans.render.cards import Counts
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import DIVIDED, part_path, themes_apart


@dataclass(frozen=True, slots=True)
class Part:
    """A theme's part of a page, how many plans that shows, in words, and how they go."""

    link: Link
    numbers: tuple[str, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a page."""

    parts: tuple[Part, ...]


def parts_of(page: Presenter, arguments: ViewArguments) -> Parts | None:
    """Give the parts of a view; None where it isn't divided: the plan is small enough, a filter is set,
    or the site has no page for a part.
    """
    is_set = any(values for _, values in arguments)
    path = next((path for path, view in DIVIDED.items() if isinstance(arguments, view)), None)
    themes = {} if is_set or path is None else themes_apart(page.plan)
    ways = {part: page.href(part_path(path or "", part)) for part in themes}
    return Parts(tuple(_parts(page, themes, ways))) if ways and None not in ways.values() else None


def _parts(
    page: Presenter, themes: Mapping[str, Theme | None], ways: Mapping[str, str | None]
) -> Iterator[Part]:
    for part, theme in themes.items():
        plans = page.plan.plans_by_theme.get(theme.id if theme else None, ())
        without = page.language.gettext("With no %(theme)s", **page.words.nouns)
        title = plain_text(theme.title) if theme else without
        strategies = sum(isinstance(plan, Strategy) for plan in plans)
        yield Part(
            Link(title, ways[part], theme.number if theme else None),
            (
                page.words.count("strategy", strategies),
                page.words.count("tactic", len(plans) - strategies),
            ),
            page.counts(plans),
        )
