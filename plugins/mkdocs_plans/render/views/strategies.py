"""One card a strategy, grouped by theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plans.model import Strategy, Theme
from mkdocs_plans.model.views import Strategies as Arguments
from mkdocs_plans.render.cards import Item, StrategyCard
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """The strategies of a theme; `link` None for those with no theme."""

    link: Link | None
    id: str
    statement: str | None
    strategies: tuple[StrategyCard, ...]


@dataclass(frozen=True, slots=True)
class StrategiesView:
    """Open strategies by theme, then the closed ones."""

    groups: tuple[ThemeGroup, ...]
    has_themes: bool
    closed: tuple[Item, ...]


@view(Arguments, is_parted=True)
def show(page: Presenter, arguments: Arguments) -> StrategiesView:
    """Give the open strategies that pass the filters, by theme, then the closed ones."""
    chosen = filter_plans(page, arguments).strategies.values()
    is_open = [strategy for strategy in chosen if strategy.status.is_open]
    themes = [*page.plan.themes.values(), None]
    groups = [(theme, [s for s in is_open if page.plan.theme_of(s) is theme]) for theme in themes]
    return StrategiesView(
        groups=tuple(_group(page, theme, members) for theme, members in groups if members),
        has_themes=bool(page.plan.themes),
        closed=tuple(page.item(s) for s in chosen if not s.status.is_open),
    )


def _group(page: Presenter, theme: Theme | None, strategies: Sequence[Strategy]) -> ThemeGroup:
    return ThemeGroup(
        link=page.link(theme) if theme else None,
        id=f"theme-{theme.id}" if theme else "no-theme",
        statement=theme.statement if theme else None,
        strategies=tuple(map(page.strategy_card, strategies)),
    )
