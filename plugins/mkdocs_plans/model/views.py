"""The arguments of the views that a page may place by `<!-- plans/NAME {ARGUMENTS} -->`."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, PlainValidator

from mkdocs_plans.model.base import Entity
from mkdocs_plans.model.field_types import HealthField, StatusOrOwnField, TextField, Texts
from mkdocs_plans.model.refusal import refuse

Filter = Annotated[tuple[TextField, ...], Texts]
Statuses = Annotated[tuple[StatusOrOwnField, ...], Texts]
Healths = Annotated[tuple[HealthField, ...], Texts]


def _parse_count(value: object) -> int:
    """Read how many there are to be: a whole number, 1 or more."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and int(value[:6]):
        return int(value[:6])
    raise refuse("this must be a whole number, 1 or more", "write `most: 5`")


Most = Annotated[int, PlainValidator(_parse_count)]

VIEW_ARGUMENTS: dict[str, type[ViewArguments]] = {}
"""The arguments of each view by the name that stands in a comment, in the order of this file."""

NO_THEME = "-"
"""What the filter `theme` takes for those that have none: no id is like it."""


class ViewArguments(Entity):
    """What a view takes. A filter takes one value or a list; empty lets everything through.

    A class with a `name` is that of a view, which a page may place from then on.
    """

    model_config = ConfigDict(defer_build=True)  # few runs read the arguments of more than a few views

    view: ClassVar[str] = ""

    def __init_subclass__(cls, name: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.view = name
        if name:
            VIEW_ARGUMENTS[name] = cls

    @classmethod
    def comment(cls, arguments: str = "") -> str:
        """The comment that places the view on a page."""
        return f"<!-- plans/{cls.view}{arguments and ' '}{arguments} -->"


class Filters(ViewArguments):
    """What chooses among strategies and tactics: those that have, for each filter, one of its values.

    `theme`, `strategy` and `team` are ids, `dri` handles; `status` is one of ours, which lets through the
    site's own that count as it, or one of those.
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


class MissionAndVision(ViewArguments, name="mission-and-vision"):
    """Vision, mission and values as large statements, and the themes with their strategies."""


class Statements(ViewArguments, name="statements"):
    """Vision, mission and values alone."""


class Overview(Filters, name="overview"):
    """How the whole is going: plans by health and status, and what is worst."""


class Themes(ViewArguments, name="themes"):
    """One column a theme, with its strategies."""

    theme: Filter = ()


class Strategies(FiltersWithHealth, name="strategies"):
    """One card a strategy, grouped by theme."""


class Tactics(FiltersWithHealth, name="tactics"):
    """A table of tactics."""


class Goals(FiltersWithHealth, name="goals"):
    """A table of goals, each with where it stands, its target, its trend and its pace.

    `dri` and `health` are those of the goal itself; the other filters choose its strategy or tactic. With
    `most`, a list of so many that aren't reached yet, those that need a look first.
    """

    most: Most | None = None


class DueDates(Filters, name="due"):
    """What is overdue and what is due next: actions, goals, plans that end, and reviews, by date.

    `dri` is whoever answers for what is due; the other filters choose its strategy or tactic. With `most`,
    a list of the first so many.
    """

    most: Most | None = None


class Slips(Filters, name="slips"):
    """Every date that moved, as git has it: first promised, each day since, and the change that moved it. By
    theme, with sums by theme and team. It needs the setting `history`.
    """


class Period(ViewArguments, name="period"):
    """What changed in the plan in one year, quarter or month, as the report on a change tells it:
    `{name: 2026-Q3}`. It needs the setting `history`.
    """

    name: TextField | None = None


class Timeline(FiltersWithHealth, name="timeline"):
    """Strategies and their tactics as bars over time, grouped by theme."""


class Teams(ViewArguments, name="teams"):
    """One card a team."""

    team: Filter = ()


class People(ViewArguments, name="people"):
    """The people by team, with what they answer for."""

    team: Filter = ()


class OnePerson(ViewArguments, name="person"):
    """Everything that one person answers for."""

    handle: TextField = ""


class OnOnePage(FiltersWithHealth, name="on-one-page"):
    """The whole plan, strategies numbered with their tactics beneath, made for print."""


class StrategyAndTactic(ViewArguments, name="strategy-and-tactic"):
    """What a strategy and a tactic are for, with the plan's own as the examples."""


class Scoreboard(FiltersWithHealth, name="scoreboard"):
    """How everything stands, what changed, what is overdue, what slipped, which reviews are due."""


class Updates(FiltersWithHealth, name="updates"):
    """Every check-in, newest first."""


class Archive(Filters, name="archive"):
    """What is done and what was dropped, by year."""


class Coverage(Filters, name="coverage"):
    """Goals × teams: who works on what, what nobody works on, who works on nothing strategic.

    `team` chooses the columns; the other filters choose the strategies whose goals are the rows.
    """


class StrategyMap(FiltersWithHealth, name="map"):
    """Mission, themes, strategies, goals and tactics as one picture."""


class Rules(ViewArguments, name="rules"):
    """Every rule of the check, with its severity in this site."""


class Fields(ViewArguments, name="fields"):
    """Every field of a plan file and of the people file."""


class ViewsList(ViewArguments, name="views"):
    """Every view, and what each takes."""


class SettingsList(ViewArguments, name="settings"):
    """Every setting of the plugin, and what this site has set."""


class Figures(ViewArguments, name="figures"):
    """How each figure on the pages is computed."""


class Changes(ViewArguments, name="changes"):
    """What changed since the revision that the setting `compare_with` names."""
