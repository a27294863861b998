"""How the whole is going: counts by health, the worst named, and what is due."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans import standing
from mkdocs_plans.model import Status
from mkdocs_plans.model.views import Overview as Arguments
from mkdocs_plans.render.cards import Counts
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True)
class OverviewView:
    """Strategies and tactics counted by health; overdue actions and done tactics in words."""

    strategies: Counts
    tactics: Counts
    overdue: str
    done: str


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> OverviewView:
    """Give the strategies and tactics that pass the filters counted by health, and how many actions are
    overdue.
    """
    chosen = filter_plans(page, arguments)
    tactics = chosen.tactics.values()
    overdue = sum(len(standing.overdue_actions(tactic, page.today)) for tactic in tactics)
    done = sum(tactic.status is Status.DONE for tactic in tactics)
    return OverviewView(
        strategies=page.counts(chosen.strategies.values()),
        tactics=page.counts(tactics),
        overdue=page.words.count("action", overdue) if overdue else "",
        done=page.words.count("tactic", done) if done else "",
    )
