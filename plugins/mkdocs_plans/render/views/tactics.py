"""Every tactic in one table."""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model import ViewArguments
from mkdocs_plans.model.views import Tactics as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import passes


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the tactics that pass the filters, in the order of their numbers."""
    assert isinstance(arguments, Arguments)
    chosen = [t for t in page.plan.tactics.values() if passes(page, t, arguments)]
    by_strategy = {s.id: index for index, s in enumerate(page.plan.strategies.values())}
    last = len(by_strategy)
    chosen.sort(key=lambda tactic: by_strategy.get(tactic.strategy or "", last))
    return {"tactics": [page.tactic_row(tactic) for tactic in chosen]}
