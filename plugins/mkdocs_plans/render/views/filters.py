"""What the filters of a view let through."""

from mkdocs_plans.model import LevelPlan, Strategy, Tactic
from mkdocs_plans.model.views import Strategies, Tactics, Updates
from mkdocs_plans.render.presenter import Presenter


def passes(page: Presenter, plan: LevelPlan, chosen: Strategies | Tactics | Updates) -> bool:
    """Whether a plan has, for each filter that is set, one of its values."""
    strategy = page.plan.strategy_of(plan) if isinstance(plan, Tactic) else plan
    theme = page.plan.theme_of(strategy) if isinstance(strategy, Strategy) else None
    team = page.plan.team_of(plan)
    health = page.health_figure(plan).value
    facets = (
        (chosen.theme, theme.id if theme else None),
        (chosen.team, team.id if team else None),
        (chosen.dri, plan.dri),
        (getattr(chosen, "status", ()), plan.status),
        (getattr(chosen, "health", ()), health),
        (getattr(chosen, "strategy", ()), strategy.id if strategy else None),
    )
    return all(not wanted or value in wanted for wanted, value in facets)
