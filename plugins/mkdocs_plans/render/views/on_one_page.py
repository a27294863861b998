"""The whole plan as one document: statements, strategies by theme, their goals and tactics beneath."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_plans import figures
from mkdocs_plans.model import Goal, Status, Strategy, Tactic, Theme, ViewArguments
from mkdocs_plans.model.views import OnOnePage as Arguments
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views import statements
from mkdocs_plans.render.views.filters import Chosen, choose


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the open strategies that pass the filters, or that a tactic serves which does, by theme, each
    with its number: the organisation's own, or its place in the document.
    """
    assert isinstance(arguments, Arguments)
    chosen = choose(page, arguments)
    shown = {*chosen.strategies, *(tactic.strategy for tactic in chosen.tactics.values())}
    themes: list[Theme | None] = [*page.plan.themes.values(), None]
    groups = []
    place = 0
    for theme in themes:
        members = [s for s in page.plan.strategies_of(theme) if s.status.is_open and s.id in shown]
        if members:
            numbered = [_strategy(page, s, place + index, chosen) for index, s in enumerate(members, 1)]
            groups.append(_group(page, theme, numbered))
        place += len(members)
    alone = [t for t in chosen.tactics.values() if page.plan.strategy_of(t) is None and t.status.is_open]
    return {
        **statements.show(page, arguments),
        "groups": groups,
        "has_themes": bool(page.plan.themes),
        "alone": _tactics(page, alone, ""),
    }


def _group(page: Presenter, theme: Theme | None, strategies: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "link": page.link(theme) if theme else None,
        "id": f"theme-{theme.id}" if theme else "no-theme",
        "statement": theme.statement if theme else None,
        "strategies": strategies,
    }


def _strategy(page: Presenter, strategy: Strategy, place: int, chosen: Chosen) -> dict[str, Any]:
    number = strategy.number or str(place)
    below = _kept(page.plan.tactics_of(strategy))
    return {
        **page.item(strategy),
        "number": number,
        "summary": strategy.summary,
        "dri": page.person(strategy.dri),
        "start": page.date(strategy.start),
        "end": page.end(strategy),
        "goals": [_goal(page, strategy, goal) for goal in strategy.goals],
        "tactics": _tactics(page, (tactic for tactic in below if tactic.id in chosen.tactics), number),
        "is_bare": not below,
    }


def _goal(page: Presenter, strategy: Strategy, goal: Goal) -> dict[str, Any]:
    return {
        "link": page.goal_link(GoalOf(strategy, goal)),
        "target": None if goal.target is None else page.formats.number(goal.target, goal.unit),
        "keep": goal.keep,
        "state": page.goal_state(strategy, goal),
        "due": page.date(figures.goal_due(strategy, goal)),
    }


def _tactics(page: Presenter, tactics: Iterable[Tactic], above: str) -> list[dict[str, Any]]:
    """Tactics as lines; one with no number of its own takes its place below `above`."""
    return [
        {
            **page.item(tactic),
            "number": tactic.number or (f"{above}.{index}" if above else ""),
            "dri": page.person(tactic.dri),
            "end": page.end(tactic),
        }
        for index, tactic in enumerate(tactics, 1)
    ]


def _kept(tactics: Iterable[Tactic]) -> list[Tactic]:
    """Those that aren't dropped."""
    return [tactic for tactic in tactics if tactic.status is not Status.DROPPED]
