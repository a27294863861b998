"""The arguments of the views that a page may place by `<!-- plans/NAME {ARGUMENTS} -->`."""

from __future__ import annotations

from typing import Annotated

from mkdocs_plans.model.base import Entity
from mkdocs_plans.model.field_types import HealthField, StatusField, TextField, Texts

Filter = Annotated[tuple[TextField, ...], Texts]
Statuses = Annotated[tuple[StatusField, ...], Texts]
Healths = Annotated[tuple[HealthField, ...], Texts]


class ViewArguments(Entity):
    """What a view takes. A filter takes one value or a list; empty lets everything through."""


class Filters(ViewArguments):
    """What chooses among strategies and tactics: those that have, for each filter, one of its values.

    `theme`, `strategy` and `team` are ids, `dri` handles.
    """

    theme: Filter = ()
    strategy: Filter = ()
    team: Filter = ()
    dri: Filter = ()
    status: Statuses = ()

    @property
    def is_set(self) -> bool:
        """Whether any filter has a value."""
        return any(values for _, values in self)


class FiltersWithHealth(Filters):
    """The same for views in which health counts as well."""

    health: Healths = ()


class MissionAndVision(ViewArguments):
    """Vision, mission and values as large statements, and the themes with their strategies."""


class Statements(ViewArguments):
    """Vision, mission and values alone."""


class Overview(Filters):
    """How the whole is going: plans by health and status, and what is worst."""


class Themes(ViewArguments):
    """One column a theme, with its strategies."""

    theme: Filter = ()


class Strategies(FiltersWithHealth):
    """One card a strategy, grouped by theme."""


class Tactics(FiltersWithHealth):
    """A table of tactics."""


class Timeline(FiltersWithHealth):
    """Strategies and their tactics as bars over time, grouped by theme."""


class Teams(ViewArguments):
    """One card a team."""

    team: Filter = ()


class People(ViewArguments):
    """The people by team, with what they answer for."""

    team: Filter = ()


class OnePerson(ViewArguments):
    """Everything that one person answers for."""

    handle: TextField = ""


class OnOnePage(FiltersWithHealth):
    """The whole plan, strategies numbered with their tactics beneath, made for print."""


class StrategyAndTactic(ViewArguments):
    """What a strategy and a tactic are for, with the plan's own as the examples."""


class Scoreboard(FiltersWithHealth):
    """How everything stands, what changed, what is overdue, what slipped, which reviews are due."""


class Updates(FiltersWithHealth):
    """Every check-in, newest first."""


class Archive(Filters):
    """What is done and what was dropped, by year."""


class Coverage(Filters):
    """Goals × teams: who works on what, what nobody works on, who works on nothing strategic.

    `team` chooses the columns; the other filters choose the strategies whose goals are the rows.
    """


class StrategyMap(FiltersWithHealth):
    """Mission, themes, strategies, goals and tactics as one picture."""


class Rules(ViewArguments):
    """Every rule of the check, with its severity in this site."""


class Fields(ViewArguments):
    """Every field of a plan file and of the people file."""


class SettingsList(ViewArguments):
    """Every setting of the plugin, and what this site has set."""


class Figures(ViewArguments):
    """How each figure on the pages is computed."""


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
    "figures": Figures,
    "changes": Changes,
}
"""The views by the name that stands in a comment."""
