"""One card a team, sub-teams within their team's."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.model.views import Teams as Arguments
from mkdocs_plans.render.cards import TeamCard
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True)
class TeamsView:
    """What the template is given."""

    teams: tuple[TeamCard, ...]


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> TeamsView:
    """Give the teams at the top, or those that are asked for, each with those below it."""
    wanted = arguments.team
    named = [team for key, team in page.plan.teams.items() if key in wanted and team.parent not in wanted]
    return TeamsView(
        tuple(page.team_card(team) for team in (named if wanted else page.plan.teams_below(None)))
    )
