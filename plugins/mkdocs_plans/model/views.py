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


class Tactics(Strategies):
    """A table of tactics."""

    strategy: Filter = ()


class Timeline(Tactics):
    """Strategies and their tactics as bars over time, grouped by theme."""


class Teams(ViewArguments):
    """One card a team."""


class People(ViewArguments):
    """The people by team, with what they answer for."""

    team: Filter = ()


class OnePerson(ViewArguments):
    """Everything that one person answers for."""

    handle: TextField = ""


class OnOnePage(ViewArguments):
    """The whole plan, strategies numbered with their tactics beneath, made for print."""


class StrategyAndTactic(ViewArguments):
    """What a strategy and a tactic are for, with the plan's own as the examples."""


class Scoreboard(ViewArguments):
    """How everything stands, what changed, what is overdue, what slipped, which reviews are due."""


class Updates(ViewArguments):
    """Every check-in, newest first."""

    strategy: Filter = ()
    theme: Filter = ()
    team: Filter = ()
    dri: Filter = ()


class Archive(ViewArguments):
    """What is done and what was dropped, by year."""


class Coverage(ViewArguments):
    """Goals × teams: who works on what, what nobody works on, who works on nothing strategic."""


class StrategyMap(ViewArguments):
    """Mission, themes, strategies, goals and tactics as one picture."""


class Rules(ViewArguments):
    """Every rule of the check, with its severity in this site."""


class Fields(ViewArguments):
    """Every field of a plan file and of the people file."""


class SettingsList(ViewArguments):
    """Every setting of the plugin, and what this site has set."""


class Changes(ViewArguments):
    """What changed since the revision that the setting `compare_with` names."""


VIEWS: dict[str, type[ViewArguments]] = {
    "mission-and-vision": MissionAndVision,
    "statements": Statements,
    "overview": Overview,
    "themes": Themes,
    "strategies": Strategies,
    "tactics": Tactics,
    "timeline": Timeline,
    "teams": Teams,
    "people": People,
    "person": OnePerson,
    "on-one-page": OnOnePage,
    "strategy-and-tactic": StrategyAndTactic,
    "scoreboard": Scoreboard,
    "updates": Updates,
    "archive": Archive,
    "coverage": Coverage,
    "map": StrategyMap,
    "rules": Rules,
    "fields": Fields,
    "settings": SettingsList,
    "changes": Changes,
}
"""The views by the name that stands in a comment."""
