"""How the whole is going: counts by health, the worst named, and what is due."""

from __future__ import annotations

from typing import Any

from mkdocs_plans import figures
from mkdocs_plans.model import Status, ViewArguments
from mkdocs_plans.render.presenter import Presenter


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give strategies and tactics counted by health, and how many actions are overdue."""
    plan = page.plan
    overdue = sum(len(figures.overdue_actions(tactic, page.today)) for tactic in plan.tactics.values())
    return {
        "strategies": page.counts(plan.strategies.values()),
        "tactics": page.counts(plan.tactics.values()),
        "overdue": page.words.count("action", overdue) if overdue else "",
        "done": page.words.count("tactic", done) if (done := _done(page)) else "",
    }


def _done(page: Presenter) -> int:
    return sum(tactic.status is Status.DONE for tactic in page.plan.tactics.values())
