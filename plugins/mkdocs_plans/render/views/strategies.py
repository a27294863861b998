"""One card a strategy, grouped by theme."""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model import ViewArguments
from mkdocs_plans.model.views import Strategies as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import choose


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the open strategies that pass the filters, by theme, then the closed ones."""
    assert isinstance(arguments, Arguments)
    chosen = choose(page, arguments).strategies.values()
    is_open = [strategy for strategy in chosen if strategy.status.is_open]
    themes = [*page.plan.themes.values(), None]
    groups = [(theme, [s for s in is_open if page.plan.theme_of(s) is theme]) for theme in themes]
    return {
        "groups": [
            {
                "link": page.link(theme) if theme else None,
                "id": f"theme-{theme.id}" if theme else "no-theme",
                "statement": theme.statement if theme else None,
                "strategies": [page.strategy_card(strategy) for strategy in members],
            }
            for theme, members in groups
            if members
        ],
        "has_themes": bool(page.plan.themes),
        "closed": [page.item(s) for s in chosen if not s.status.is_open],
    }
