"""What stands on the page of each type of plan file, around the author's own text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs_plans import due, figures
from mkdocs_plans.model import (
    Action,
    LevelPlan,
    Mission,
    PlanFile,
    Status,
    Strategy,
    Tactic,
    Team,
    Theme,
    Values,
    Vision,
)
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.goal_chart import goal_chart
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import person_path
from mkdocs_plans.render.timeline import small_timeline


def strategy_page(show: Presenter, strategy: Strategy) -> dict[str, Any]:
    """A strategy: facts, goals with what advances them, tactics, what cascades from it, updates."""
    tactics = show.plan.tactics_of(strategy)
    progress = figures.strategy_progress(strategy, show.today)
    return {
        "facts": show.facts(strategy),
        "progress": show.share(progress.share),
        "measured": show.measured(progress),
        "kept": show.kept(strategy),
        "goals": _goals(show, strategy),
        "timeline": small_timeline(show, strategy),
        "tactics": [show.tactic_row(tactic) for tactic in tactics],
        "children": [show.strategy_card(child) for child in show.plan.children_of(strategy)],
        "depends_on": [show.item(plan) for plan in show.plan.dependencies_of(strategy)],
        "waiting": [show.item(plan) for plan in show.plan.waiting_for(strategy)],
        "updates": show.updates(strategy),
    }


def _goals(show: Presenter, plan: LevelPlan) -> list[dict[str, Any]]:
    """A plan's own goals, each with its chart."""
    own = [GoalOf(plan, goal) for goal in plan.goals]
    return [{**show.goal(found), "chart": goal_chart(show, found)} for found in own]


def tactic_page(show: Presenter, tactic: Tactic) -> dict[str, Any]:
    """A tactic: what it serves, its actions and resources, what it waits for, updates."""
    strategy = show.plan.strategy_of(tactic)
    progress = figures.tactic_progress(tactic, show.today)
    actions = [show.action(tactic, action) for action in tactic.actions]
    return {
        "facts": show.facts(tactic),
        "strategy": show.link(strategy) if strategy else None,
        "advances": [show.goal(found, is_alone=True) for found in show.plan.goals_advanced_by(tactic)],
        "progress": show.share(progress.share),
        "done": show.done(progress),
        "outcome": tactic.outcome,
        "actions": actions,
        "has_numbers": any(action["number"] for action in actions),
        "resources": [show.resource(resource) for resource in tactic.resources],
        "costs": show.costs(tactic.resources),
        "depends_on": [show.item(plan) for plan in show.plan.dependencies_of(tactic)],
        "waiting": [show.item(plan) for plan in show.plan.waiting_for(tactic)],
        "goals": _goals(show, tactic),
        "updates": show.updates(tactic),
    }


def theme_page(show: Presenter, theme: Theme) -> dict[str, Any]:
    """A theme: its statement, how its strategies are going, and the strategies."""
    strategies = show.plan.strategies_of(theme)
    return {
        "statement": theme.statement,
        "counts": show.counts(strategies),
        "strategies": [show.strategy_card(strategy) for strategy in strategies],
    }


def team_page(show: Presenter, team: Team) -> dict[str, Any]:
    """A team: what it works on by status, what is due next, its people, the strategies it serves."""
    tactics = show.plan.tactics_of_team(team)
    groups = [(status, [t for t in tactics if t.status is status]) for status in _STATUS_ORDER]
    return {
        "lead": show.person(team.lead),
        "parent": show.link(parent) if (parent := show.plan.teams.get(team.parent or "")) else None,
        "counts": show.counts(tactics),
        "groups": [
            (show.status(members[0]), [show.tactic_row(tactic) for tactic in members])
            for _, members in groups
            if members
        ],
        "due": _due_next(show, tactics),
        "strategies": [show.item(s) for s in show.plan.strategies_of_team(team)],
        "people": [
            {
                "handle": person.handle,
                "link": Link(person.shown_name, show.href(person_path(person.handle))),
                "role": person.role if person.name else None,
            }
            for person in show.plan.people_of(team)
        ],
        "teams": [show.team_card(below) for below in show.plan.teams_below(team)],
    }


_STATUS_ORDER = (
    Status.ACTIVE,
    Status.PAUSED,
    Status.PROPOSED,
    Status.DRAFT,
    Status.DONE,
    Status.DROPPED,
)

DUE_NEXT = 8
"""How many of a team's next actions its page names. Our convention."""


def _due_next(show: Presenter, tactics: tuple[Tactic, ...]) -> list[dict[str, Any]]:
    """The open actions of a team's open tactics with the nearest due days, overdue ones first."""
    waiting = list(due.actions(show.plan, tactics, show.today))
    waiting.sort(key=lambda one: (one.day, one.part.do if isinstance(one.part, Action) else ""))
    return [
        {
            **show.action(one.plan, one.part),
            "link": show.action_link(one.plan, one.part),
            "tactic": show.link(one.plan),
        }
        for one in waiting[:DUE_NEXT]
        if isinstance(one.plan, Tactic) and isinstance(one.part, Action)
    ]


def statement_page(_: Presenter, file: Mission | Vision) -> dict[str, Any]:
    """A mission or a vision: its statement."""
    return {"statement": file.statement}


def values_page(_: Presenter, values: Values) -> dict[str, Any]:
    """The values, each with its statement."""
    return {"values": values.values}


PLAN_PAGES: dict[type[PlanFile], tuple[str, Callable[[Presenter, Any], dict[str, Any]]]] = {
    Mission: ("statement", statement_page),
    Vision: ("statement", statement_page),
    Values: ("values", values_page),
    Theme: ("theme", theme_page),
    Strategy: ("strategy", strategy_page),
    Tactic: ("tactic", tactic_page),
    Team: ("team", team_page),
}
"""For each type of plan file, its template in `templates/plans/` and what that is given."""
