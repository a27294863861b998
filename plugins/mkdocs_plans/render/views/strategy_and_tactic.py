"""What a strategy and a tactic are for, with the plan's own as the examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from mkdocs_plans.model import Cadence, LevelPlan, Status
from mkdocs_plans.model.views import StrategyAndTactic as Arguments
from mkdocs_plans.render.cards import Item
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.formats import Day
from mkdocs_plans.wording.phrases import When

P = TypeVar("P", bound=LevelPlan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(Item):
    """A strategy with the titles of its goals, or a tactic with its actions."""

    summary: str | None
    dri: tuple[Link, ...]
    start: Day | None
    end: When
    yields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyAndTacticView:
    """An example of each, how often each is reviewed, in words, and how many there are; and whether several
    may answer for one.
    """

    strategy: Example | None
    tactic: Example | None
    strategy_review: str
    tactic_review: str
    strategies: int
    tactics: int
    is_joint: bool


@view(Arguments)
def show(page: Presenter, _: Arguments) -> StrategyAndTacticView:
    """Give how often each is reviewed in this organisation, and an example that shows the most."""
    plan, review = page.plan, page.site.settings.review
    strategy = _fullest(plan.strategies.values(), lambda one: len(one.goals) + len(plan.tactics_of(one)))
    below = plan.tactics_of(strategy) if strategy else ()
    tactic = _fullest(below or plan.tactics.values(), lambda one: len(one.actions) + len(one.advances))
    return StrategyAndTacticView(
        strategy=_example(page, strategy, [goal.title for goal in strategy.goals]) if strategy else None,
        tactic=_example(page, tactic, [action.do for action in tactic.actions]) if tactic else None,
        strategy_review=page.words.cadence(Cadence(review.strategy)),
        tactic_review=page.words.cadence(Cadence(review.tactic)),
        strategies=len(plan.strategies),
        tactics=len(plan.tactics),
        is_joint=page.site.settings.joint_dris,
    )


def _fullest(plans: Iterable[P], size: Callable[[P], int]) -> P | None:
    """The plan under way that has the most to show; else any; None where there is none."""
    return max(plans, key=lambda plan: (plan.status is Status.ACTIVE, size(plan)), default=None)


def _example(page: Presenter, plan: LevelPlan, yields: Iterable[str]) -> Example:
    return Example(
        link=page.link(plan),
        status=page.status(plan),
        health=page.health(plan),
        summary=plan.summary,
        dri=page.people(plan.dri),
        start=page.date(plan.start),
        end=page.end(plan),
        yields=tuple(yields),
    )
