"""What the filters of a view let through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_plans.model import LevelPlan, Strategy, Tactic
from mkdocs_plans.model.views import NO_THEME, Filters
from mkdocs_plans.plan import Plan
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
        return dict((*self.strategies.items(), *self.tactics.items()))  # looked up as a whole, not each


def filter_plans(page: Presenter, filters: Filters) -> Chosen:
    """Give what passes the filters: all of the plan where none is set."""
    plan = page.plan
    if not filters.is_set:
        return Chosen(plan.strategies, plan.tactics)

    def is_chosen(one: LevelPlan) -> bool:
        return passes(plan, one, filters, page.health_figure)

    chosen = [one for one in _candidates(plan, filters) if is_chosen(one)]
    return Chosen(
        {one.id: one for one in chosen if isinstance(one, Strategy)},
        {one.id: one for one in chosen if isinstance(one, Tactic)},
    )


def _candidates(plan: Plan, filters: Filters) -> Iterable[LevelPlan]:
    """The plans that may pass: those of a theme that is asked for, of which a large plan has many pages."""
    if len(filters.theme) != 1:
        return (*plan.strategies.values(), *plan.tactics.values())
    (theme,) = filters.theme
    return plan.plans_by_theme.get(None if theme == NO_THEME else theme, ())
