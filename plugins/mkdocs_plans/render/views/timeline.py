"""Strategies and their tactics as bars over time, grouped by theme."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plans.model import LevelPlan, Status, Strategy, Tactic, Theme
from mkdocs_plans.model.views import Timeline as Arguments
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.facts import fact
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import ARCHIVE
from mkdocs_plans.render.time_scale import TimeScale
from mkdocs_plans.render.timeline import Axis, Line, Row, axis, has_dates, legend, lines, row, scale_of
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.view import view

FOLDS_ABOVE = 60
"""With more plans than this, the tactics of each strategy are folded away. Our convention."""

TACTICS_UP_TO = 600
"""With more tactics than this, those of a strategy are shown on its own page alone, so that this one can
be loaded. Our convention.
"""

Members = tuple[Strategy | None, list[Tactic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStrategy:
    """A strategy's own row, or its name alone where it has no dates or is shown for its tactics' sake;
    None for tactics that serve none. Below it its tactics, folded away where `folds` says how many they
    are.
    """

    name: Link | None
    head: Row | None
    tactics: tuple[Row, ...]
    folds: str
    lines: tuple[Line, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, as the table has them."""
        return (self.head, *self.tactics) if self.head else self.tactics


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineGroup:
    """A theme's rows, which stand between the rows `first` and `after` of the picture's grid."""

    link: Link | None
    id: str
    first: int
    after: int
    strategies: tuple[TimelineStrategy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture, and its rows as a table."""

    axis: Axis
    groups: tuple[TimelineGroup, ...]
    lines: tuple[Line, ...]
    legend: tuple[str, ...]
    has_themes: bool
    table: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The picture of what has dates, None where nothing has; the others as a list; a link to the archive
    where it holds what is left out.
    """

    picture: Picture | None
    undated: tuple[Item, ...]
    leaves_out_tactics: bool
    archive: Link | None


@view(Arguments, is_parted=True)
def show(page: Presenter, arguments: Arguments) -> TimelineView:
    """Give the plans that pass the filters: those with dates as a picture and a table, the others as
    a list.
    """
    chosen = _chosen(page, arguments)
    is_short = sum(isinstance(plan, Tactic) and plan.strategy in chosen for plan in chosen.values())
    leaves_out = is_short > TACTICS_UP_TO
    dated = {key: plan for key, plan in chosen.items() if has_dates(plan)}
    if leaves_out:
        dated = {
            key: plan
            for key, plan in dated.items()
            if not (isinstance(plan, Tactic) and plan.strategy in page.plan.strategies)
        }
    scale = scale_of(dated.values(), page.today, page.site.settings.fiscal_year_start)
    drawn = _Grid(page, scale, dated).picture() if scale else None
    return TimelineView(
        picture=drawn,
        undated=tuple(page.item(plan) for plan in chosen.values() if not has_dates(plan)),
        leaves_out_tactics=leaves_out,
        archive=_archive(page) if not arguments.status and page.fact(has_closed) else None,
    )


def _chosen(page: Presenter, chosen: Arguments) -> dict[str, LevelPlan]:
    """The plans that pass the filters, by id. If no status is asked for, what was dropped isn't shown, nor
    are strategies that are closed, with their tactics: they are in the archive.
    """
    return {
        key: plan
        for key, plan in filter_plans(page, chosen).plans.items()
        if chosen.status or _is_current(page.plan, plan)
    }


def _is_current(plan: Plan, one: LevelPlan) -> bool:
    strategy = plan.strategy_of(one) if isinstance(one, Tactic) else one
    return one.status is not Status.DROPPED and (strategy is None or strategy.status.is_open)


@fact
def has_closed(plan: Plan, _: datetime.date) -> bool:
    """Whether any plan isn't shown where no status is asked for."""
    return not all(_is_current(plan, one) for one in plan.plans.values())


def _archive(page: Presenter) -> Link:
    return Link(page.language.gettext("Archive"), page.href(ARCHIVE))


class _Grid:
    """The picture of some plans: themes, below them strategies, below them tactics, in one grid, whose
    rows are counted as they are laid out.
    """

    def __init__(self, page: Presenter, scale: TimeScale, dated: dict[str, LevelPlan]) -> None:
        self.page = page
        self.scale = scale
        self.dated = dated
        self.folds = len(dated) > FOLDS_ABOVE
        self.number = 0
        self.rows: dict[int, Row] = {}
        self.folded: list[Row] = []

    def picture(self) -> Picture:
        """Lay the picture out."""
        themes = list(self._themes())
        groups = tuple(self._group(theme, members) for theme, members in themes)
        drawn = lines(self.page, self.rows)
        above = axis(self.page, self.scale)
        within = [line for group in groups for each in group.strategies for line in each.lines]
        rows = [*self.rows.values(), *self.folded]
        return Picture(
            axis=above,
            groups=groups,
            lines=drawn,
            legend=legend(rows, [*drawn, *within], above),
            has_themes=any(theme for theme, _ in themes),
            table=tuple(row for group in groups for each in group.strategies for row in each.rows),
        )

    def _themes(self) -> Iterator[tuple[Theme | None, Sequence[Members]]]:
        """The themes that have something to show, each with its strategies; last what has none."""
        shown = {theme.id for one in self.dated.values() if (theme := self.page.plan.theme_of_plan(one))}
        for theme in self.page.plan.themes.values():
            if theme.id in shown:
                yield theme, self._members(theme)
        if members := self._members(None):
            yield None, members

    def _members(self, theme: Theme | None) -> list[Members]:
        """The strategies of a theme with their tactics, last the tactics that serve none."""
        plan = self.page.plan
        alone = self._tactics(plan.tactics_under(theme))
        members: list[Members] = [
            (strategy, tactics)
            for strategy in plan.strategies_of(theme)
            if (tactics := self._tactics(plan.tactics_of(strategy))) or strategy.id in self.dated
        ]
        return [*members, *([(None, alone)] if alone else [])]

    def _tactics(self, tactics: Sequence[Tactic]) -> list[Tactic]:
        return [tactic for tactic in tactics if tactic.id in self.dated]

    def _group(self, theme: Theme | None, members: Sequence[Members]) -> TimelineGroup:
        self.number += 1
        first = self.number
        strategies = tuple(self._strategy(strategy, tactics) for strategy, tactics in members)
        return TimelineGroup(
            link=self.page.link(theme) if theme else None,
            id=f"theme-{theme.id}" if theme else "no-theme",
            first=first + 1,
            after=self.number + 1,
            strategies=strategies,
        )

    def _strategy(self, strategy: Strategy | None, tactics: list[Tactic]) -> TimelineStrategy:
        self.number += 1
        head = row(self.page, strategy, self.scale) if strategy and strategy.id in self.dated else None
        if head:
            self.rows[self.number] = head
        rows = tuple(row(self.page, tactic, self.scale) for tactic in tactics)
        folds = self.folds and bool(rows)
        if folds:
            self.number += 1
            self.folded += rows
        else:
            self.rows.update(enumerate(rows, self.number + 1))
            self.number += len(rows)
        return TimelineStrategy(
            name=self.page.link(strategy) if strategy else None,
            head=head,
            tactics=rows,
            folds=self.page.words.count("tactic", len(rows)) if folds else "",
            lines=lines(self.page, dict(enumerate(rows, 1))) if folds else (),
        )
