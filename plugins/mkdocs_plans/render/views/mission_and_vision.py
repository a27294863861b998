"""The one-page sheet: vision, mission and values, and below them a column a theme."""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model import ViewArguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views import statements, themes


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give what the views `statements` and `themes` show. What is held to stands there, not how it goes."""
    return {**statements.show(page, arguments), **themes.show(page, arguments), "shows_state": False}
