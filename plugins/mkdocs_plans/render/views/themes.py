"""One column a theme, with its strategies beneath."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mkdocs_plans.model import Theme
from mkdocs_plans.model.views import Themes as Arguments
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.trees import grow_trees
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True)
class ThemeColumn:
    """A theme with its open strategies, and the open tactics that stand directly under it."""

    link: Link
    statement: str | None
    strategies: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ThemeColumns:
    """The themes, and the strategies that have none; `shows_state` where these say how they go."""

    themes: tuple[ThemeColumn, ...]
    others: tuple[Item, ...]
    shows_state: bool


@dataclass(frozen=True, slots=True)
class ThemesView:
    """What the template is given."""

    columns: ThemeColumns


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> ThemesView:
    """Give the themes with their open strategies, last those strategies that have no theme; where some
    themes are asked for, these alone.
    """
    return ThemesView(theme_columns(page, arguments.theme, shows_state=True))


def theme_columns(page: Presenter, wanted: Collection[str] = (), *, shows_state: bool) -> ThemeColumns:
    """Make the columns of the themes whose ids are wanted; of all where none is. Of an OKR cascade they show
    what stands at the top.
    """
    return ThemeColumns(
        tuple(
            ThemeColumn(page.link(theme), theme.statement, _open(page, theme))
            for theme in page.plan.themes.values()
            if not wanted or theme.id in wanted
        ),
        () if wanted else _open(page, None),
        shows_state,
    )


def _open(page: Presenter, theme: Theme | None) -> tuple[Item, ...]:
    strategies = [one for one in page.plan.strategies_of(theme) if one.status.is_open]
    if page.plan.is_okr:
        strategies, _ = grow_trees(page.plan, {one.id for one in strategies})
    alone = [one for one in page.plan.tactics_under(theme) if theme and one.status.is_open]
    return tuple(map(page.item, (*strategies, *alone)))
