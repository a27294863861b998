"""What each page must show by the figures as computed by hand: by page, the figures by their names.

A page is named by its file (`s1`) or its view (`scoreboard`). What isn't known or isn't there has no entry. A
frozenset stands for any one of its members.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from tests.recomputed.by_hand import AT_RISK, OFF_TRACK, OPEN, ByHand, percent
from tests.recomputed.sites import Front

Figures = dict[str, Any]


def expected(by: ByHand) -> dict[str, Figures]:
    """The figures of all pages."""
    site = by.site
    pages = {name: {**_plan(by, plan), **_goals(by, plan)} for name, plan in site.strategies.items()}
    pages |= {
        name: {**_plan(by, plan), **_goals(by, plan), **_actions(by, plan)}
        for name, plan in site.tactics.items()
    }
    pages |= {name: _theme(by, name) for name in site.themes}
    pages |= {name: _team(by, name) for name in site.teams}
    pages |= {f"person {name}": _person(by, name) for name in site.people}
    pages["strategies"] = _cards(by, _under(OPEN, site.strategies))
    pages["overview"] = _overview(by)
    pages["scoreboard"] = _scoreboard(by)
    pages["coverage"] = _coverage(by)
    pages["tactics"] = _rows(by, site.tactics)
    return {page: _known(figures) for page, figures in pages.items()}


def _under(statuses: set[str], plans: Mapping[str, Front]) -> dict[str, Front]:
    return {key: plan for key, plan in plans.items() if plan["status"] in statuses}


def _known(figures: Figures) -> Figures:
    return {name: value for name, value in figures.items() if value not in (None, {}, 0)}


def _plan(by: ByHand, plan: Front) -> Figures:
    """The facts at the top of a plan's page."""
    review, is_strategy = by.review(plan), plan["type"] == "strategy"
    share, known, total = by.strategy_progress(plan) if is_strategy else by.tactic_progress(plan)
    held, kept = by.kept(plan) if is_strategy else (0, 0)
    return {
        "health": by.health(plan),
        "health says": by.health_says(plan),
        "review": review.isoformat() if review else None,
        "review late": by.days_late(review.isoformat()) if review else None,
        "end late": by.plan_late(plan),
        "end slip": by.slip(plan, "end"),
        "progress": f"{percent(share)}%" if share is not None else None,
        "of": f"{known} of {total}" if total and share is not None else None,
        "kept": f"{held} of {kept}" if kept else None,
    }


def _goals(by: ByHand, plan: Front) -> Figures:
    """The goals on a strategy's page."""
    found: Figures = {}
    for goal in plan.get("goals", ()):
        state, readings = by.goal_state(plan, goal), by.readings(plan, goal)
        share, expected, pace = (
            by.goal_progress(plan, goal),
            by.goal_expected(plan, goal),
            by.goal_pace(plan, goal),
        )
        target = goal.get("target")
        is_way = isinstance(goal.get("baseline"), Decimal) and isinstance(target, Decimal)
        found |= {
            f"{goal['id']} state": state,
            f"{goal['id']} now": readings[-1][1] if readings else None,
            f"{goal['id']} target": target if isinstance(target, Decimal) else None,
            f"{goal['id']} progress": f"{percent(share)}%" if share is not None and is_way else None,
            f"{goal['id']} expected": f"{percent(expected)}%"
            if expected is not None and pace is not None
            else None,
            f"{goal['id']} pace": str(pace) if pace is not None else None,
            f"{goal['id']} late": by.goal_late(plan, goal),
            f"{goal['id']} slip": by.slip(goal, "due"),
        }
    return found


def _actions(by: ByHand, plan: Front) -> Figures:
    """The actions and the costs on a tactic's page."""
    found: Figures = {"costs": by.costs(plan), "costs in words": by.costs_in_words(plan)}
    for action in plan["actions"]:
        done, dropped = by.has_come(action, "done"), by.has_come(action, "dropped")
        found |= {
            f"{action['id']} state": "Done" if done else "Dropped" if dropped else "Open",
            f"{action['id']} late": by.action_late(plan, action),
            f"{action['id']} slip": by.slip(action, "due"),
        }
    return found


def _behind(by: ByHand, plans: Mapping[str, Front]) -> frozenset[str] | None:
    """The plans of which one is named as furthest behind: those of the worst health."""
    for worst in (OFF_TRACK, AT_RISK):
        if names := frozenset(name for name, plan in plans.items() if by.health(plan) == worst):
            return names
    return None


def _counted(by: ByHand, prefix: str, plans: Mapping[str, Front]) -> Figures:
    return {f"{prefix} counts": by.counts(plans.values()), f"{prefix} behind": _behind(by, plans)}


def _theme(by: ByHand, name: str) -> Figures:
    """A theme's page: its strategies counted, and each as a card."""
    own = {key: plan for key, plan in by.site.strategies.items() if by.theme(plan) == name}
    found = _counted(by, "its", own)
    return found | _cards(by, own)


def _cards(by: ByHand, plans: Mapping[str, Front]) -> Figures:
    """Strategies as cards."""
    found: Figures = {}
    for key, plan in plans.items():
        share, known, total = by.strategy_progress(plan)
        held, kept = by.kept(plan)
        found[f"{key} reached"] = f"{by.reached(plan)} of {total}" if total else None
        found[f"{key} kept"] = f"{held} of {kept}" if kept else None
        found[f"{key} end late"] = by.plan_late(plan)
        found[f"{key} end slip"] = by.slip(plan, "end")
        found[f"{key} state"] = by.health(plan) or plan["status"]
        found[f"{key} progress"] = f"{percent(share)}%" if share is not None else None
        found[f"{key} of"] = f"{known} of {total}" if share is not None and known < total else None
    return found


def _own_tactics(by: ByHand, team: str) -> dict[str, Front]:
    return {key: plan for key, plan in by.site.tactics.items() if by.team(plan) == team}


def _team(by: ByHand, name: str) -> Figures:
    """A team's page: its tactics counted, and each as a row."""
    own = _own_tactics(by, name)
    return {**_counted(by, "its", own), **_rows(by, own, late=False)}


def _rows(by: ByHand, plans: Mapping[str, Front], *, late: bool = True) -> Figures:
    """Tactics as rows of a table."""
    found: Figures = {}
    for key, plan in plans.items():
        share, done, total = by.tactic_progress(plan)
        found |= {
            f"{key} state": by.health(plan) or plan["status"],
            f"{key} progress": f"{percent(share)}%" if share is not None else None,
            f"{key} of": f"{done} of {total}" if total else None,
            f"{key} actions late": by.actions_late(plan) if late else None,
            f"{key} end late": by.plan_late(plan),
            f"{key} end slip": by.slip(plan, "end"),
        }
    return found


def _person(by: ByHand, handle: str) -> Figures:
    """A person's page: open plans, and the open actions and goals in open plans, with how they go."""
    found: Figures = {}
    for key, plan in by.site.plans.items():
        if plan["status"] not in OPEN:
            continue
        if plan.get("dri") == handle:
            found[f"{key} state"] = by.health(plan) or plan["status"]
            found[f"{key} late"] = by.plan_late(plan)
        for goal in by.goals(plan):
            if plan.get("dri") == handle:
                found[f"{key}#{goal['id']} state"] = by.goal_state(plan, goal)
                found[f"{key}#{goal['id']} late"] = by.goal_late(plan, goal)
        for action in plan.get("actions", ()):
            if action.get("dri", plan.get("dri")) == handle:
                found[f"{key}#{action['id']} late"] = by.action_late(plan, action)
    return found


def _overview(by: ByHand) -> Figures:
    """How the whole is going, on the home page."""
    site = by.site
    return {
        **_counted(by, "strategies", site.strategies),
        **_counted(by, "tactics", site.tactics),
        "done": sum(plan["status"] == "done" for plan in site.tactics.values()),
        "actions late": sum(map(by.actions_late, site.tactics.values())),
    }


def _scoreboard(by: ByHand) -> Figures:
    """The scoreboard: counts, and what is late, has slipped or is to be reviewed."""
    site, plans = by.site, by.site.plans
    groups = [(name, *_of_theme(by, name)) for name in site.themes]
    groups += [(name, _of_team(by, site.strategies, name), _own_tactics(by, name)) for name in site.teams]
    found: Figures = {}
    for name, strategies, tactics in groups:
        found[f"{name} strategies"] = by.counts(strategies.values())
        found[f"{name} tactics"] = by.counts(tactics.values())
        found[f"{name} behind"] = _behind(by, {**strategies, **tactics})
    for noun, members in (("strategies", site.strategies), ("tactics", site.tactics)):
        found |= _counted(by, noun, members)
        found[f"{noun} statuses"] = dict(Counter(plan["status"] for plan in members.values()))
    reviews = {key: review for key, plan in plans.items() if (review := by.review(plan))}
    near = {key: day for key, day in reviews.items() if (day - by.today).days <= 30}
    return found | {
        "actions late": _actions_late(by),
        "plans late": {key: late for key, plan in plans.items() if (late := by.plan_late(plan))},
        "slips": dict(_slips(by)),
        "reviews": {key: day.isoformat() for key, day in near.items()},
        "reviews late": sum(day < by.today for day in near.values()),
    }


def _of_theme(by: ByHand, theme: str) -> tuple[dict[str, Front], dict[str, Front]]:
    strategies = {key: plan for key, plan in by.site.strategies.items() if by.theme(plan) == theme}
    return strategies, {key: plan for key, plan in by.site.tactics.items() if plan["strategy"] in strategies}


def _of_team(by: ByHand, plans: Mapping[str, Front], team: str) -> dict[str, Front]:
    return {key: plan for key, plan in plans.items() if by.team(plan) == team}


def _actions_late(by: ByHand) -> dict[str, int]:
    return {
        f"{key}#{action['id']}": late
        for key, plan in by.site.tactics.items()
        for action in plan["actions"]
        if (late := by.action_late(plan, action))
    }


def _slips(by: ByHand) -> Iterable[tuple[str, int]]:
    """What is open, in an open plan, and later than was first promised."""
    for key, plan in by.site.plans.items():
        if plan["status"] not in OPEN:
            continue
        if (days := by.slip(plan, "end") or 0) > 0:
            yield key, days
        for goal in plan.get("goals", ()):
            is_open = by.goal_state(plan, goal) not in {"reached", "dropped"}
            if is_open and (days := by.slip(goal, "due") or 0) > 0:
                yield f"{key}#{goal['id']}", days
        for action in plan.get("actions", ()):
            is_settled = by.has_come(action, "done") or by.has_come(action, "dropped")
            if not is_settled and (days := by.slip(action, "due") or 0) > 0:
                yield f"{key}#{action['id']}", days


def _coverage(by: ByHand) -> Figures:
    """Who works on which goal, and on which nobody does."""
    found: Figures = {"idle": frozenset([frozenset(by.idle_goals())])}
    for name, plan in by.site.strategies.items():
        for goal in plan["goals"] if plan["status"] in OPEN else ():
            tactics = by.advancing.get((name, goal["id"]), [])
            teams = Counter(by.team(by.site.tactics[key]) or "none" for key in tactics)
            found[f"{name}#{goal['id']}"] = dict(teams)
    return found if len(found) > 1 else {}
