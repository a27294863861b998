"""One card a team, sub-teams within their team's."""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model import ViewArguments
from mkdocs_plans.model.views import Teams as Arguments
from mkdocs_plans.render.presenter import Presenter


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the teams at the top, or those that are asked for, each with those below it."""
    assert isinstance(arguments, Arguments)
    wanted = arguments.team
    named = [team for key, team in page.plan.teams.items() if key in wanted and team.parent not in wanted]
    return {"teams": [page.team_card(team) for team in (named if wanted else page.plan.teams_below(None))]}
