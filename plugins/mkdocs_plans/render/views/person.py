"""Everything that one person answers for, by date."""

from __future__ import annotations

import datetime
from typing import Any

from mkdocs_plans import figures
from mkdocs_plans.model import Date, LevelPlan, Strategy, Tactic, ViewArguments
from mkdocs_plans.model.views import OnePerson as Arguments
from mkdocs_plans.plan import ActionOf, GoalOf
from mkdocs_plans.render.changes import page_changes
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.people import open_actions, open_plans


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give what is open, the nearest day first and what has no day last, then what is closed."""
    assert isinstance(arguments, Arguments)
    person = page.plan.people.get(arguments.handle)
    if person is None:
        return {"handle": arguments.handle, "person": None, "change": None}
    found = page.plan.answers_for(person)
    plans = sorted(open_plans(found.plans), key=lambda plan: _by_day(plan.end))
    goals = [one for one in found.goals if one.plan.status.is_open]
    goals.sort(key=lambda one: _by_day(figures.goal_due(one.plan, one.goal)))
    actions = sorted(open_actions(page, found.actions), key=lambda one: _by_day(one.action.due))
    team = page.plan.teams.get(person.team or "")
    return {
        "person": person,
        "change": page_changes.of_person(page, person.handle),
        "team": page.link(team) if team else None,
        "leads": tuple(page.link(one) for one in page.plan.teams.values() if one.lead == person.handle),
        "strategies": [_plan(page, plan) for plan in plans if isinstance(plan, Strategy)],
        "tactics": [_plan(page, plan) for plan in plans if isinstance(plan, Tactic)],
        "goals": [_goal(page, one) for one in goals],
        "actions": [_action(page, one) for one in actions],
        "contributes_to": [page.item(plan) for plan in open_plans(found.contributes_to)],
        "closed": [page.item(plan) for plan in found.plans if not plan.status.is_open],
    }


def _by_day(date: Date | None) -> tuple[bool, datetime.date]:
    """What has no day comes last."""
    return date is None, date.last if date else datetime.date.max


def _plan(page: Presenter, plan: LevelPlan) -> dict[str, Any]:
    return {**page.item(plan), "end": page.end(plan)}


def _goal(page: Presenter, found: GoalOf) -> dict[str, Any]:
    plan, goal = found.plan, found.goal
    return {
        "link": page.goal_link(found),
        "plan": page.link(plan),
        "state": page.goal_state(plan, goal),
        "due": page.goal_due(plan, goal),
        "when": None,
    }


def _action(page: Presenter, found: ActionOf) -> dict[str, Any]:
    tactic, action = found.plan, found.action
    return {
        "link": page.action_link(tactic, action),
        "state": None,
        "plan": page.link(tactic),
        "due": page.action_due(tactic, action),
        "when": action.when,
    }
