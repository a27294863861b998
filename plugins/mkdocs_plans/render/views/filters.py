"""What the filters of a view let through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_plans.model import LevelPlan, Strategy, Tactic
from mkdocs_plans.model.views import Filters, FiltersWithHealth
from mkdocs_plans.render.presenter import Presenter


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
    return Chosen(
        {key: one for key, one in plan.strategies.items() if passes(page, one, filters)},
        {key: one for key, one in plan.tactics.items() if passes(page, one, filters)},
    )


def passes(page: Presenter, plan: LevelPlan, filters: Filters) -> bool:
    """Whether a plan has, for each filter that is set, one of its values."""
    strategy = page.plan.strategy_of(plan) if isinstance(plan, Tactic) else plan
    theme = page.plan.theme_of(strategy) if isinstance(strategy, Strategy) else None
    team = page.plan.team_of(plan)
    healths = filters.health if isinstance(filters, FiltersWithHealth) else ()
    facets = (
        (filters.theme, theme.id if theme else None),
        (filters.strategy, strategy.id if strategy else None),
        (filters.team, team.id if team else None),
        (filters.dri, plan.dri),
        (filters.status, plan.status),
        (healths, page.health_figure(plan).value if healths else None),
    )
    return all(not wanted or value in wanted for wanted, value in facets)
