"""What the filters of a view let through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_plans.model import LevelPlan, Strategy, Tactic
from mkdocs_plans.model.views import Filters
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.standing import passes


@dataclass(frozen=True, slots=True)
class Chosen:
    """The strategies and the tactics that a view's filters let through, by id, in the plan's order."""

    strategies: Mapping[str, Strategy]
    tactics: Mapping[str, Tactic]

    @property
    def plans(self) -> dict[str, LevelPlan]:
        """Both."""
        return {**self.strategies, **self.tactics}


def filter_plans(page: Presenter, filters: Filters) -> Chosen:
    """Give what passes the filters: all of the plan where none is set."""
    plan = page.plan
    if not filters.is_set:
        return Chosen(plan.strategies, plan.tactics)

    def is_chosen(one: LevelPlan) -> bool:
        return passes(plan, one, filters, page.health_figure)

    return Chosen(
        {key: one for key, one in plan.strategies.items() if is_chosen(one)},
        {key: one for key, one in plan.tactics.items() if is_chosen(one)},
    )
