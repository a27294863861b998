"""The strategy map: mission → themes → strategies → goals → tactics as one picture, which is a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_plans.model import Goal, Strategy, Tactic, Theme
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.model.views import StrategyMap as Arguments
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import Chosen, filter_plans
from mkdocs_plans.render.views.statements import Statements, statements
from mkdocs_plans.render.views.trees import grow_trees
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.phrases import Badge

FEW = 12
"""Up to how many strategies stand open with all that is below them. Our convention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TacticNode(Item):
    """A tactic, with the goals that it advances beside the one under which it stands, and the strategy
    that it serves where it stands under another's goal.
    """

    also: tuple[Link, ...]
    serves: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalNode:
    """A goal with the tactics below it; `elsewhere` are those that advance it and stand under another."""

    link: Link
    state: Badge
    tactics: tuple[TacticNode, ...]
    elsewhere: tuple[Link, ...]
    work: Badge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyNode(Item):
    """A strategy with its goals, the tactics that advance none of them, and what cascades from it. `serves`
    is the goal of its parent that it serves; `size` counts what is below it, in words.
    """

    serves: Link | None
    goals: tuple[GoalNode, ...]
    tactics: tuple[TacticNode, ...]
    is_bare: bool
    size: tuple[str, ...]
    children: tuple[StrategyNode, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A theme with its strategies, and the tactics that stand directly under it; `link` None for those
    without one.
    """

    id: str
    link: Link | None
    strategies: tuple[StrategyNode, ...]
    tactics: tuple[TacticNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The statements, below them the themes, last the tactics that have no place above them."""

    statements: Statements
    bands: tuple[Band, ...]
    has_themes: bool
    is_folded: bool
    loose: tuple[TacticNode, ...]


@view(Arguments, is_parted=True)
def show(page: Presenter, arguments: Arguments) -> MapView:
    """Give the statements, and below them the themes with all that is open and passes the filters, and the
    strategies that it serves. What has no place above it stands last.
    """
    places = MapPlaces.of(page.plan, filter_plans(page, arguments))
    tree = _Tree(page, places)
    roots: dict[str | None, list[Strategy]] = defaultdict(list)
    for strategy in places.roots:
        theme = page.plan.theme_of(strategy)
        roots[theme.id if theme else None].append(strategy)
    bands = (
        tree.band(theme, roots[theme.id if theme else None])
        for theme in (*page.plan.themes.values(), None)
        if roots[theme.id if theme else None]
        or (theme and (places.under.get(theme.id) or not arguments.is_set))
    )
    return MapView(
        statements=statements(page),
        bands=tuple(bands),
        has_themes=bool(page.plan.themes),
        is_folded=len(places.children) > FEW,
        loose=tuple(map(tree.tactic, places.loose)),
    )


@dataclass(frozen=True, slots=True)
class MapPlaces:
    """Where each open plan stands: strategies at the top and below their parent (each once, though
    they be parents in a circle), tactics by goal, by strategy, by theme, and those with none of these.
    """

    roots: Sequence[Strategy]
    children: dict[str, list[Strategy]]
    by_goal: dict[tuple[str, str], list[Tactic]]
    by_strategy: dict[str, list[Tactic]]
    under: dict[str, list[Tactic]]
    loose: Sequence[Tactic]

    @classmethod
    def of(cls, plan: Plan, chosen: Chosen) -> MapPlaces:
        """Find the places of the open ones among the chosen strategies and tactics."""
        above = {key for key, strategy in chosen.strategies.items() if strategy.status.is_open}
        by_goal: dict[tuple[str, str], list[Tactic]] = defaultdict(list)
        by_strategy: dict[str, list[Tactic]] = defaultdict(list)
        under: dict[str, list[Tactic]] = defaultdict(list)
        loose = []
        for tactic in (tactic for tactic in chosen.tactics.values() if tactic.status.is_open):
            own = plan.strategy_of(tactic)
            if goals := _advanced_goals(plan, tactic):
                by_goal[goals[0].plan.id, goals[0].goal.id].append(tactic)
                above.add(goals[0].plan.id)
            elif own is not None and own.status.is_open:
                by_strategy[own.id].append(tactic)
                above.add(own.id)
            elif own is None and (theme := plan.theme_of_plan(tactic)):
                under[theme.id].append(tactic)
            else:
                loose.append(tactic)
        roots, children = grow_trees(plan, above)
        return cls(roots, children, by_goal, by_strategy, under, loose)


def _advanced_goals(plan: Plan, tactic: Tactic) -> list[GoalOf]:
    """The goals of open strategies that a tactic advances, those of its own strategy first."""
    found = [
        goal
        for goal in plan.goals_advanced_by(tactic)
        if isinstance(goal.plan, Strategy) and goal.plan.status.is_open
    ]
    return sorted(found, key=lambda goal: goal.plan.id != tactic.strategy)


class _Tree:
    """Turns what stands in its place into what the template shows."""

    def __init__(self, page: Presenter, places: MapPlaces) -> None:
        self._page = page
        self._places = places

    def band(self, theme: Theme | None, strategies: Sequence[Strategy]) -> Band:
        """A theme with its strategies; None for those without one."""
        return Band(
            id=f"map-{theme.id}" if theme else "map-with-no-theme",
            link=self._page.link(theme) if theme else None,
            strategies=tuple(map(self._strategy, strategies)),
            tactics=tuple(map(self.tactic, self._places.under.get(theme.id, ()) if theme else ())),
        )

    def _strategy(self, strategy: Strategy) -> StrategyNode:
        page, places = self._page, self._places
        goals = tuple(self._goal(strategy, goal) for goal in strategy.goals)
        direct = tuple(map(self.tactic, places.by_strategy.get(strategy.id, ())))
        return StrategyNode(
            link=page.link(strategy),
            status=page.status(strategy),
            health=page.health(strategy),
            serves=page.serves(strategy),
            goals=goals,
            tactics=direct,
            is_bare=not goals and not any(t.status.is_open for t in page.plan.tactics_of(strategy)),
            size=tuple(self._size(len(goals), sum(len(goal.tactics) for goal in goals) + len(direct))),
            children=tuple(map(self._strategy, places.children[strategy.id])),
        )

    def _size(self, goals: int, tactics: int) -> Iterator[str]:
        yield self._page.words.count("goal", goals)
        if tactics or not self._page.plan.is_okr:
            yield self._page.words.count("tactic", tactics)

    def _goal(self, strategy: Strategy, goal: Goal) -> GoalNode:
        page = self._page
        placed = self._places.by_goal.get((strategy.id, goal.id), ())
        advancing = [t for t in page.plan.tactics_advancing(strategy, goal) if t.status.is_open]
        return GoalNode(
            link=page.goal_link(GoalOf(strategy, goal)),
            state=page.goal_state(strategy, goal),
            tactics=tuple(map(self.tactic, placed)),
            elsewhere=() if placed else tuple(map(page.link, advancing)),
            work=page.work(strategy, goal),
        )

    def tactic(self, tactic: Tactic) -> TacticNode:
        """A tactic in its place."""
        page = self._page
        goals = _advanced_goals(page.plan, tactic)
        own = page.plan.strategy_of(tactic)
        is_elsewhere = bool(goals) and own is not None and goals[0].plan.id != own.id
        return TacticNode(
            link=page.link(tactic),
            status=page.status(tactic),
            health=page.health(tactic),
            also=tuple(map(page.goal_link, goals[1:])),
            serves=page.link(own) if own and is_elsewhere else None,
        )
