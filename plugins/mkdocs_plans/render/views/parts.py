"""What a page of a large plan shows in place of all its rows: its parts, one a theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_plans.model import LevelPlan, Strategy, Theme, ViewArguments, plain_text
from mkdocs_plans.model.views import NO_THEME
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.cards import Counts
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import DIVIDED, part_path, themes_apart
from mkdocs_plans.standing import theme_of


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
    plans = _by_theme(page.plan)
    for part, theme in themes.items():
        without = page.language.gettext("With no %(theme)s", **page.words.nouns)
        title = plain_text(theme.title) if theme else without
        strategies = sum(isinstance(plan, Strategy) for plan in plans[part])
        yield Part(
            Link(title, ways[part], theme.number if theme else None),
            (
                page.words.count("strategy", strategies),
                page.words.count("tactic", len(plans[part]) - strategies),
            ),
            page.counts(plans[part]),
        )


def _by_theme(plan: Plan) -> Mapping[str, list[LevelPlan]]:
    """Strategies and tactics by the id of their theme."""
    found: Mapping[str, list[LevelPlan]] = defaultdict(list)
    for one in plan.plans.values():
        theme = theme_of(plan, one)
        found[theme.id if theme else NO_THEME].append(one)
    return found
