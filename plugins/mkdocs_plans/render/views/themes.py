"""One column a theme, with its strategies beneath."""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model import Theme, ViewArguments
from mkdocs_plans.model.views import Themes as Arguments
from mkdocs_plans.render.presenter import Presenter


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the themes with their open strategies, last those strategies that have no theme; where some
    themes are asked for, these alone.
    """
    wanted = arguments.theme if isinstance(arguments, Arguments) else ()
    columns = [
        {"link": page.link(theme), "statement": theme.statement, "strategies": _open(page, theme)}
        for theme in page.plan.themes.values()
        if not wanted or theme.id in wanted
    ]
    return {"columns": columns, "others": [] if wanted else _open(page, None), "shows_state": True}


def _open(page: Presenter, theme: Theme | None) -> list[dict[str, Any]]:
    strategies = page.plan.strategies_of(theme)
    return [page.item(strategy) for strategy in strategies if strategy.status.is_open]
