"""What a strategy and a tactic are for, with the plan's own as the examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_plans.model import Cadence, LevelPlan, Strategy, ViewArguments
from mkdocs_plans.render.presenter import Presenter


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give how often each is reviewed in this organisation, and an example that shows the most."""
    plan, review = page.plan, page.site.settings.review
    strategy = _fullest(plan.strategies.values(), lambda one: len(one.goals) + len(plan.tactics_of(one)))
    below = plan.tactics_of(strategy) if strategy else ()
    tactic = _fullest(below or plan.tactics.values(), lambda one: len(one.actions) + len(one.advances))
    return {
        "strategy": _example(page, strategy) if strategy else None,
        "tactic": _example(page, tactic) if tactic else None,
        "strategy_review": page.words.cadence(Cadence(review.strategy)),
        "tactic_review": page.words.cadence(Cadence(review.tactic)),
        "strategies": len(plan.strategies),
        "tactics": len(plan.tactics),
    }


def _fullest(plans: Iterable[Any], size: Any) -> Any:
    """The plan under way that has the most to show; else any; None where there is none."""
    return max(plans, key=lambda plan: (plan.status.value == "active", size(plan)), default=None)


def _example(page: Presenter, plan: LevelPlan) -> dict[str, Any]:
    return {
        **page.item(plan),
        "summary": plan.summary,
        "dri": page.person(plan.dri),
        "start": page.date(plan.start),
        "end": page.end(plan),
        "yields": [goal.title for goal in plan.goals]
        if isinstance(plan, Strategy)
        else [action.do for action in getattr(plan, "actions", ())],
    }
