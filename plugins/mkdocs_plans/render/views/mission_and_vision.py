"""The one-page sheet: vision, mission and values, and below them a column a theme."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.model.views import MissionAndVision as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.statements import Statements, statements
from mkdocs_plans.render.views.themes import ThemeColumns, theme_columns
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True)
class MissionAndVisionView:
    """What the template is given."""

    statements: Statements
    columns: ThemeColumns


@view(Arguments)
def show(page: Presenter, _: Arguments) -> MissionAndVisionView:
    """Give what the views `statements` and `themes` show. What is held to stands there, not how it goes."""
    return MissionAndVisionView(statements(page), theme_columns(page, shows_state=False))
