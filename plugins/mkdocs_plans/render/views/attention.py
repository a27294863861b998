"""What asks for attention among some plans: changes of health, what is overdue, what slipped, reviews that
are due.

Each list is given whole, the most pressing first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from mkdocs_plans import figures
from mkdocs_plans.model import Action, Date, Goal, LevelPlan, Status, Tactic
from mkdocs_plans.plan import GoalOf
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.check_ins import CheckIn, check_ins

REVIEWS_AHEAD = timedelta(days=30)
"""How far ahead reviews are named. Our convention."""


def changes(page: Presenter, plans: Iterable[LevelPlan]) -> list[dict[str, Any]]:
    """The plans under way whose latest reported health isn't the one reported before, newest first."""
    latest = (_latest(page, plan) for plan in plans if plan.status.is_under_way)
    changed = [one for one in latest if one is not None and one.changed]
    changed.sort(key=lambda one: one.update.date.last, reverse=True)
    return [
        {
            **_plan(page, one.plan),
            "before": page.health_kind(one.before),
            "now": page.health_kind(one.update.health),
            "is_worse": one.is_worse,
            "day": page.formats.date(one.update.date),
        }
        for one in changed
    ]


def _latest(page: Presenter, plan: LevelPlan) -> CheckIn | None:
    """The last check-in up to today that reports a health."""
    told = [one for one in check_ins(plan) if one.update.health and one.update.date.last <= page.today]
    return told[-1] if told else None


def overdue_actions(page: Presenter, tactics: Iterable[Tactic]) -> list[dict[str, Any]]:
    """The overdue actions of tactics under way by team, those of tactics with no team last; of each
    the longest overdue first.
    """
    groups: dict[str | None, list[tuple[int, Tactic, Action]]] = defaultdict(list)
    for tactic in tactics:
        team = page.plan.team_of(tactic)
        for action in figures.overdue_actions(tactic, page.today):
            assert action.due is not None
            days = (page.today - action.due.last).days
            groups[team.id if team else None].append((days, tactic, action))
    return [
        _overdue_group(page, page.link(page.plan.teams[key]) if key else None, key, groups[key])
        for key in (*page.plan.teams, None)
        if key in groups
    ]


def _overdue_group(
    page: Presenter, team: Link | None, key: str | None, found: list[tuple[int, Tactic, Action]]
) -> dict[str, Any]:
    found.sort(key=lambda row: -row[0])
    return {
        "id": f"overdue-{key}" if key else "overdue-with-no-team",
        "team": team,
        "number": page.words.count("action", len(found)),
        "longest": page.overdue(found[0][0]),
        "actions": [
            {**_action(page, tactic, action), "due": page.when(action.due, action.originally, is_open=True)}
            for _, tactic, action in found
        ],
    }


def overdue_plans(page: Presenter, plans: Iterable[LevelPlan]) -> list[dict[str, Any]]:
    """The open strategies and tactics whose last day is over, the longest overdue first."""
    late = [
        ((page.today - plan.end.last).days, plan)
        for plan in plans
        if plan.status.is_open and plan.end and plan.end.last < page.today
    ]
    late.sort(key=lambda row: -row[0])
    return [
        {
            **_plan(page, plan),
            "state": page.item(plan),
            "due": page.when(plan.end, plan.originally, is_open=True),
        }
        for _, plan in late
    ]


def slips(page: Presenter, plans: Iterable[LevelPlan]) -> list[dict[str, Any]]:
    """The plans, goals and actions still open that are due later than was first promised, the largest
    slip first; last those that have lost their day.
    """
    found = [row for plan in plans if plan.status.is_open for row in _slips(page, plan)]
    found.sort(key=lambda row: (row[0] is None, -(row[0] or 0)))
    return [row for _, row in found]


Slip = tuple[int | None, dict[str, Any]]


def _slips(page: Presenter, plan: LevelPlan) -> Iterator[Slip]:
    if _has_slipped(plan.end, plan.originally):
        yield _slip(page, _plan(page, plan), plan.end, plan.originally)
    for goal in plan.goals:
        if _has_slipped(goal.due, goal.originally) and not is_reached(page, plan, goal):
            yield _slip(page, _goal(page, GoalOf(plan, goal)), goal.due, goal.originally)
    if isinstance(plan, Tactic):
        yield from _slips_of_actions(page, plan)


def _slips_of_actions(page: Presenter, tactic: Tactic) -> Iterator[Slip]:
    for action in tactic.actions:
        if _has_slipped(action.due, action.originally) and not figures.is_settled(action, page.today):
            yield _slip(page, _action(page, tactic, action), action.due, action.originally)


def _has_slipped(date: Date | None, originally: Date | None) -> bool:
    days = figures.slip(date, originally)
    return originally is not None and (days is None or days > 0)


def _slip(page: Presenter, row: dict[str, Any], date: Date | None, originally: Date | None) -> Slip:
    days = figures.slip(date, originally)
    return days, {
        **row,
        "days": page.language.ngettext("%(num)d day later", "%(num)d days later", days) if days else "",
        "originally": page.date(originally),
        "now": page.date(date),
    }


def reviews(page: Presenter, plans: Iterable[LevelPlan]) -> dict[str, Any]:
    """The reviews that are overdue or due within 30 days, the oldest first; how many are due later,
    and of how many active plans the day isn't known.
    """
    active = (plan for plan in plans if plan.status is Status.ACTIVE)
    days = [(page.review_due(plan), plan) for plan in active]
    known = sorted(((day, plan) for day, plan in days if day), key=lambda row: row[0])
    near = [(day, plan) for day, plan in known if day <= page.today + REVIEWS_AHEAD]
    return {
        "near": [
            {
                **_plan(page, plan),
                "day": page.formats.day(day),
                "overdue": page.overdue((page.today - day).days) if day < page.today else "",
            }
            for day, plan in near
        ],
        "overdue": sum(day < page.today for day, _ in near),
        "later": len(known) - len(near),
        "unknown": len(days) - len(known),
    }


def is_reached(page: Presenter, plan: LevelPlan, goal: Goal) -> bool:
    """Whether a goal needs no more work: one to keep always does."""
    return goal.keep is None and figures.goal_progress(plan, goal, page.today) == 1


def _plan(page: Presenter, plan: LevelPlan) -> dict[str, Any]:
    """A strategy or a tactic as a row: its name, what it is, who answers for it."""
    kind = getattr(page.words, plan.type).one
    return {"link": page.link(plan), "kind": kind, "of": None, "dri": page.person(plan.dri)}


def _goal(page: Presenter, found: GoalOf) -> dict[str, Any]:
    return {
        "link": page.goal_link(found),
        "kind": page.words.goal.one,
        "of": page.link(found.plan),
        "dri": page.person(page.plan.dri_of(found.plan, found.goal)),
    }


def _action(page: Presenter, tactic: Tactic, action: Action) -> dict[str, Any]:
    return {
        "link": page.action_link(tactic, action),
        "kind": page.words.action.one,
        "of": page.link(tactic),
        "dri": page.person(page.plan.dri_of(tactic, action)),
    }
