"""One card a team, sub-teams within their team's."""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model import ViewArguments
from mkdocs_plans.render.presenter import Presenter


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the teams at the top, each with those below it."""
    return {"teams": [page.team_card(team) for team in page.plan.teams_below(None)]}
