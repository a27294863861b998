"""The whole plan as one document: statements, strategies by theme, their goals and tactics beneath."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_plans import figures
from mkdocs_plans.model import Goal, Strategy, Tactic, Theme, ViewArguments
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views import statements


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the open strategies by theme, each with its number: the organisation's own, or its place in
    the document.
    """
    themes: list[Theme | None] = [*page.plan.themes.values(), None]
    groups = []
    place = 0
    for theme in themes:
        members = [one for one in page.plan.strategies_of(theme) if one.status.is_open]
        if members:
            numbered = [_strategy(page, one, place + index) for index, one in enumerate(members, 1)]
            groups.append(_group(page, theme, numbered))
        place += len(members)
    alone = [t for t in page.plan.tactics.values() if page.plan.strategy_of(t) is None and t.status.is_open]
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


def _strategy(page: Presenter, strategy: Strategy, place: int) -> dict[str, Any]:
    number = strategy.number or str(place)
    return {
        **page.item(strategy),
        "number": number,
        "summary": strategy.summary,
        "dri": page.person(strategy.dri),
        "start": page.date(strategy.start),
        "end": page.when(strategy.end, strategy.originally, is_open=True),
        "goals": [_goal(page, strategy, goal) for goal in strategy.goals],
        "tactics": _tactics(page, page.plan.tactics_of(strategy), number),
    }


def _goal(page: Presenter, strategy: Strategy, goal: Goal) -> dict[str, Any]:
    share = figures.goal_progress(strategy, goal, page.today)
    return {
        "link": page.goal_link(GoalOf(strategy, goal)),
        "target": None if goal.target is None else page.formats.number(goal.target, goal.unit),
        "keep": goal.keep,
        "state": page.goal_state(goal, share),
        "due": page.date(goal.due or strategy.end),
    }


def _tactics(page: Presenter, tactics: Iterable[Tactic], above: str) -> list[dict[str, Any]]:
    """The tactics that aren't dropped; one with no number of its own takes its place below `above`."""
    kept = [tactic for tactic in tactics if tactic.status.value != "dropped"]
    return [
        {
            **page.item(tactic),
            "number": tactic.number or (f"{above}.{index}" if above else ""),
            "dri": page.person(tactic.dri),
            "end": page.when(tactic.end, tactic.originally, is_open=tactic.status.is_open),
        }
        for index, tactic in enumerate(kept, 1)
    ]
