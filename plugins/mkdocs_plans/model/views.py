"""The arguments of the views that a page may place by `<!-- plans/NAME {ARGUMENTS} -->`."""

from __future__ import annotations

from typing import Annotated

from mkdocs_plans.model.base import Entity
from mkdocs_plans.model.fields import HealthField, StatusField, TextField, Texts

Filter = Annotated[tuple[TextField, ...], Texts]
Statuses = Annotated[tuple[StatusField, ...], Texts]
Healths = Annotated[tuple[HealthField, ...], Texts]


class ViewArguments(Entity):
    """What a view takes. A filter takes one value or a list; empty lets everything through."""


class MissionAndVision(ViewArguments):
    """Vision, mission and values as large statements, and the themes with their strategies."""


class Statements(ViewArguments):
    """Vision, mission and values alone."""


class Overview(ViewArguments):
    """How the whole is going: plans by health and status, and what is worst."""


class Themes(ViewArguments):
    """One column a theme, with its strategies."""


class Strategies(ViewArguments):
    """One card a strategy, grouped by theme."""

    theme: Filter = ()
    team: Filter = ()
    dri: Filter = ()
    status: Statuses = ()
    health: Healths = ()


class Tactics(ViewArguments):
    """A table of tactics."""

    strategy: Filter = ()
    theme: Filter = ()
    team: Filter = ()
    dri: Filter = ()
    status: Statuses = ()
    health: Healths = ()


class Teams(ViewArguments):
    """One card a team."""


class Rules(ViewArguments):
    """Every rule of the check, with its severity in this site."""


VIEWS: dict[str, type[ViewArguments]] = {
    "mission-and-vision": MissionAndVision,
    "statements": Statements,
    "overview": Overview,
    "themes": Themes,
    "strategies": Strategies,
    "tactics": Tactics,
    "teams": Teams,
    "rules": Rules,
}
"""The views by the name that stands in a comment."""
