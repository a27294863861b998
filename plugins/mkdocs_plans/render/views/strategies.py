"""One card a strategy, grouped by theme; the strategies of an OKR cascade as one tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_plans import figures
from mkdocs_plans.model import Strategy, Tactic, Theme
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.model.views import Strategies as Arguments
from mkdocs_plans.render.cards import GoalLine, Item, StrategyCard
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import Chosen, filter_plans
from mkdocs_plans.render.views.trees import grow_trees
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.formats import Share

DEEPEST_HEADING = 6
"""HTML has six levels of headings. What stands deeper has the last of them, and its place in nested lists."""


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """The strategies of a theme, and the tactics directly under it; `link` None for those with no theme."""

    link: Link | None
    id: str
    statement: str | None
    strategies: tuple[StrategyCard, ...]
    tactics: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Item):
    """A strategy in the tree, with what it is for, its goals and tactics, and what follows from it. `level`
    is its heading's; `theme` that of a strategy at the top.
    """

    level: int
    theme: Link | None
    serves: Link | None
    summary: str | None
    dri: tuple[Link, ...]
    progress: Share | None
    goals: tuple[GoalLine, ...]
    tactics: tuple[Item, ...]
    children: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class StrategiesView:
    """Open strategies by theme, or as a tree, then the closed ones."""

    groups: tuple[ThemeGroup, ...]
    tree: tuple[Branch, ...]
    has_themes: bool
    closed: tuple[Item, ...]


@view(Arguments, is_parted=True)
def show(page: Presenter, arguments: Arguments) -> StrategiesView:
    """Give the open strategies that pass the filters, by theme or as a tree, then the closed ones."""
    passed = filter_plans(page, arguments)
    chosen = passed.strategies.values()
    is_open = [strategy for strategy in chosen if strategy.status.is_open]
    closed = tuple(page.item(s) for s in chosen if not s.status.is_open)
    if page.plan.is_okr:
        roots, children = grow_trees(page.plan, {strategy.id for strategy in is_open})
        tree = tuple(_branch(page, root, children) for root in roots)
        is_open = []
    else:
        tree = ()
    themes = [*page.plan.themes.values(), None]
    members = [(theme, [s for s in is_open if page.plan.theme_of(s) is theme]) for theme in themes]
    groups = [_group(page, theme, found, _alone(page, theme, passed)) for theme, found in members]
    return StrategiesView(
        groups=tuple(group for group in groups if group.strategies or group.tactics),
        tree=tree,
        has_themes=bool(page.plan.themes),
        closed=closed,
    )


def _alone(page: Presenter, theme: Theme | None, passed: Chosen) -> list[Tactic]:
    """The open tactics that stand directly under a theme."""
    found = page.plan.tactics_under(theme) if theme else ()
    return [one for one in found if one.status.is_open and one.id in passed.tactics]


def _group(
    page: Presenter, theme: Theme | None, strategies: Sequence[Strategy], tactics: Sequence[Tactic]
) -> ThemeGroup:
    return ThemeGroup(
        link=page.link(theme) if theme else None,
        id=f"theme-{theme.id}" if theme else "no-theme",
        statement=theme.statement if theme else None,
        strategies=tuple(map(page.strategy_card, strategies)),
        tactics=tuple(map(page.item, tactics)),
    )


def _branch(
    page: Presenter, strategy: Strategy, children: Mapping[str, Sequence[Strategy]], level: int = 2
) -> Branch:
    theme = page.plan.theme_of(strategy) if level == 2 else None
    return Branch(
        link=page.link(strategy),
        status=page.status(strategy),
        health=page.health(strategy),
        level=min(level, DEEPEST_HEADING),
        theme=page.link(theme) if theme else None,
        serves=page.serves(strategy),
        summary=strategy.summary,
        dri=page.people(strategy.dri),
        progress=page.share(figures.strategy_progress(strategy, page.today).share),
        goals=tuple(page.goal_line(GoalOf(strategy, goal)) for goal in strategy.goals),
        tactics=tuple(map(page.item, page.plan.tactics_of(strategy))),
        children=tuple(_branch(page, child, children, level + 1) for child in children[strategy.id]),
    )
