"""The whole plan as one document: statements, strategies by theme, their goals and tactics beneath."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_plans.model import Status, Strategy, Tactic, Theme
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.model.views import OnOnePage as Arguments
from mkdocs_plans.render.cards import GoalLine, Item
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import Chosen, filter_plans
from mkdocs_plans.render.views.statements import Statements, statements
from mkdocs_plans.render.views.trees import grow_trees, walk
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.formats import Day
from mkdocs_plans.wording.phrases import When

"""What number each plan of the document has, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineTactic(Item):
    """A tactic as a line."""

    number: str
    dri: tuple[Link, ...]
    end: When


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineStrategy(Item):
    """A strategy with its goals and tactics, `depth` levels below the top of the document's tree; `is_bare`
    where no tactic serves it, chosen or not.
    """

    depth: int
    number: str
    summary: str | None
    dri: tuple[Link, ...]
    start: Day | None
    end: When
    goals: tuple[GoalLine, ...]
    tactics: tuple[OutlineTactic, ...]
    is_bare: bool


@dataclass(frozen=True, slots=True)
class OutlineGroup:
    """The strategies of a theme, and the tactics directly under it; `link` None for those with no theme."""

    link: Link | None
    id: str
    statement: str | None
    strategies: tuple[OutlineStrategy, ...]
    tactics: tuple[OutlineTactic, ...]


@dataclass(frozen=True, slots=True)
class OnOnePageView:
    """The document: statements, strategies by theme, last the tactics that serve none."""

    statements: Statements
    groups: tuple[OutlineGroup, ...]
    has_themes: bool
    alone: tuple[OutlineTactic, ...]


@view(Arguments, is_parted=True)
def show(page: Presenter, arguments: Arguments) -> OnOnePageView:
    """Give the open strategies that pass the filters, or that a tactic serves which does, by theme, each with
    its number: the organisation's own. Where no strategy of the document has one, each has its place for it,
    and so have the tactics where none of them has one.
    """
    chosen = filter_plans(page, arguments)
    shown = {*chosen.strategies, *(tactic.strategy for tactic in chosen.tactics.values())}
    parts = [
        (theme, [(s, depth) for s, depth in members if s.status.is_open and s.id in shown])
        for theme, members in _parts(page)
    ]
    open_ = [strategy for _, members in parts for strategy, _ in members]
    numbers = _numbers(open_, [tactic for s in open_ for tactic in _below(page, s, chosen)])
    if page.plan.is_okr:
        numbers = {}  # the place in a list says nothing of the place in a tree: the written ones stand alone
    alone = [t for t in chosen.tactics.values() if page.plan.strategy_of(t) is None and t.status.is_open]
    under = [[t for t in alone if theme and page.plan.theme_of_plan(t) is theme] for theme, _ in parts]
    groups = (
        _group(
            page,
            theme,
            [_strategy(page, s, depth, numbers, chosen) for s, depth in members],
            _tactics(page, tactics, numbers),
        )
        for (theme, members), tactics in zip(parts, under, strict=True)
        if members or tactics
    )
    placed = {tactic.id for tactics in under for tactic in tactics}
    rest = [tactic for tactic in alone if tactic.id not in placed]
    return OnOnePageView(
        statements(page),
        tuple(groups),
        bool(page.plan.themes) and not page.plan.is_okr,
        _tactics(page, rest, numbers),
    )


def _parts(page: Presenter) -> Iterator[tuple[Theme | None, list[tuple[Strategy, int]]]]:
    """The strategies by theme, each with how deep it stands; those of an OKR cascade as one tree."""
    plan = page.plan
    if plan.is_okr:
        yield None, list(walk(*grow_trees(plan, plan.strategies.keys())))
        return
    for theme in (*plan.themes.values(), None):
        yield theme, [(strategy, 0) for strategy in plan.strategies_of(theme)]


def _below(page: Presenter, strategy: Strategy, chosen: Chosen) -> list[Tactic]:
    """The tactics of a strategy that the document shows."""
    return [one for one in _kept(page.plan.tactics_of(strategy)) if one.id in chosen.tactics]


def _group(
    page: Presenter,
    theme: Theme | None,
    strategies: list[OutlineStrategy],
    tactics: tuple[OutlineTactic, ...],
) -> OutlineGroup:
    return OutlineGroup(
        link=page.link(theme) if theme else None,
        id=f"theme-{theme.id}" if theme else "no-theme",
        statement=theme.statement if theme else None,
        strategies=tuple(strategies),
        tactics=tactics,
    )


def _numbers(strategies: Sequence[Strategy], tactics: Sequence[Tactic]) -> Mapping[str, str]:
    """The numbers by the ids of plans: as written, or of each level that has none, as they follow."""
    numbers = {plan.id: plan.number for plan in (*strategies, *tactics) if plan.number}
    if not any(strategy.number for strategy in strategies):
        numbers |= {strategy.id: str(place) for place, strategy in enumerate(strategies, 1)}
    if not any(tactic.number for tactic in tactics):
        places: Counter[str] = Counter()
        for tactic in tactics:
            above = tactic.strategy or ""
            places[above] += 1
            if above in numbers:
                numbers[tactic.id] = f"{numbers[above]}.{places[above]}"
    return numbers


def _strategy(
    page: Presenter, strategy: Strategy, depth: int, numbers: Mapping[str, str], chosen: Chosen
) -> OutlineStrategy:
    return OutlineStrategy(
        link=page.link(strategy),
        status=page.status(strategy),
        health=page.health(strategy),
        depth=depth,
        number=numbers.get(strategy.id, strategy.number or ""),
        summary=strategy.summary,
        dri=page.people(strategy.dri),
        start=page.date(strategy.start),
        end=page.end(strategy),
        goals=tuple(page.goal_line(GoalOf(strategy, goal)) for goal in strategy.goals),
        tactics=_tactics(page, _below(page, strategy, chosen), numbers),
        is_bare=not _kept(page.plan.tactics_of(strategy)) and not (page.plan.is_okr and strategy.goals),
    )


def _tactics(
    page: Presenter, tactics: Iterable[Tactic], numbers: Mapping[str, str]
) -> tuple[OutlineTactic, ...]:
    return tuple(
        OutlineTactic(
            link=page.link(tactic),
            status=page.status(tactic),
            health=page.health(tactic),
            number=numbers.get(tactic.id, tactic.number or ""),
            dri=page.people(tactic.dri),
            end=page.end(tactic),
        )
        for tactic in tactics
    )


def _kept(tactics: Iterable[Tactic]) -> list[Tactic]:
    """Those that aren't dropped."""
    return [tactic for tactic in tactics if tactic.status is not Status.DROPPED]
