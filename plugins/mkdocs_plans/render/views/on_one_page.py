"""The whole plan as one document: statements, strategies by theme, their goals and tactics beneath."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mkdocs_plans import figures
from mkdocs_plans.model import Goal, Status, Strategy, Tactic, Theme, ViewArguments
from mkdocs_plans.model.views import OnOnePage as Arguments
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views import statements
from mkdocs_plans.render.views.filters import Chosen, choose

Numbers = Mapping[str, str]
"""What number each plan of the document has, by its id."""


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the open strategies that pass the filters, or that a tactic serves which does, by theme, each with
    its number: the organisation's own. Where no strategy of the document has one, each has its place for it,
    and so have the tactics where none of them has one.
    """
    assert isinstance(arguments, Arguments)
    chosen = choose(page, arguments)
    shown = {*chosen.strategies, *(tactic.strategy for tactic in chosen.tactics.values())}
    themes: list[Theme | None] = [*page.plan.themes.values(), None]
    open_ = [
        s for theme in themes for s in page.plan.strategies_of(theme) if s.status.is_open and s.id in shown
    ]
    numbers = _numbers(open_, [tactic for s in open_ for tactic in _below(page, s, chosen)])
    groups = []
    for theme in themes:
        members = [s for s in page.plan.strategies_of(theme) if s.status.is_open and s.id in shown]
        if members:
            groups.append(_group(page, theme, [_strategy(page, s, numbers, chosen) for s in members]))
    alone = [t for t in chosen.tactics.values() if page.plan.strategy_of(t) is None and t.status.is_open]
    return {
        **statements.show(page, arguments),
        "groups": groups,
        "has_themes": bool(page.plan.themes),
        "alone": _tactics(page, alone, numbers),
    }


def _below(page: Presenter, strategy: Strategy, chosen: Chosen) -> list[Tactic]:
    """The tactics of a strategy that the document shows."""
    return [one for one in _kept(page.plan.tactics_of(strategy)) if one.id in chosen.tactics]


def _group(page: Presenter, theme: Theme | None, strategies: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "link": page.link(theme) if theme else None,
        "id": f"theme-{theme.id}" if theme else "no-theme",
        "statement": theme.statement if theme else None,
        "strategies": strategies,
    }


def _numbers(strategies: Sequence[Strategy], tactics: Sequence[Tactic]) -> Numbers:
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


def _strategy(page: Presenter, strategy: Strategy, numbers: Numbers, chosen: Chosen) -> dict[str, Any]:
    return {
        **page.item(strategy),
        "number": numbers.get(strategy.id, ""),
        "summary": strategy.summary,
        "dri": page.person(strategy.dri),
        "start": page.date(strategy.start),
        "end": page.end(strategy),
        "goals": [_goal(page, strategy, goal) for goal in strategy.goals],
        "tactics": _tactics(page, _below(page, strategy, chosen), numbers),
        "is_bare": not _kept(page.plan.tactics_of(strategy)),
    }


def _goal(page: Presenter, strategy: Strategy, goal: Goal) -> dict[str, Any]:
    return {
        "link": page.goal_link(GoalOf(strategy, goal)),
        "target": None if goal.target is None else page.formats.number(goal.target, goal.unit),
        "keep": goal.keep,
        "state": page.goal_state(strategy, goal),
        "due": page.date(figures.goal_due(strategy, goal)),
        "when": strategy.when_of(goal),
    }


def _tactics(page: Presenter, tactics: Iterable[Tactic], numbers: Numbers) -> list[dict[str, Any]]:
    """Tactics as lines."""
    return [
        {
            **page.item(tactic),
            "number": numbers.get(tactic.id, tactic.number or ""),
            "dri": page.person(tactic.dri),
            "end": page.end(tactic),
        }
        for tactic in tactics
    ]


def _kept(tactics: Iterable[Tactic]) -> list[Tactic]:
    """Those that aren't dropped."""
    return [tactic for tactic in tactics if tactic.status is not Status.DROPPED]
