"""Dates that moved as JSON, for programs.

A program that reads it should let through keys that it doesn't know: there may be more in time. `version`
counts the changes that would break one. Days are the last ones of periods.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_plans.history import History, Moved, Slip
from mkdocs_plans.model import Date, Goal
from mkdocs_plans.wording.phrases import Phrases


def emit(
    slips: Sequence[Slip], history: History | None, said: Phrases, shown_path: Callable[[str], str]
) -> str:
    """Write what moved as one JSON object, all in ASCII."""
    report = {
        "version": 1,
        "today": said.today.isoformat(),
        "branch": history.branch if history else None,
        "is_complete": history is not None and not history.is_cut,
        "slips": [_facts(one, said, shown_path) for one in slips],
    }
    return json.dumps(report, indent=2) + "\n"


def _facts(one: Slip, said: Phrases, shown_path: Callable[[str], str]) -> dict[str, Any]:
    plan, part = one.plan, one.part
    theme, team = said.plan.theme_of_plan(plan), said.plan.team_of(plan)
    kind = "goal" if isinstance(part, Goal) else "action"
    return {
        "plan": {"type": plan.type, "id": plan.id, "title": plan.title, "file": shown_path(plan.path)},
        "part": {"type": kind, "id": part.id, "title": one.title} if part else None,
        "theme": theme.id if theme else None,
        "team": team.id if team else None,
        "first": _day(one.first),
        "first_by_git": _day(one.by_git),
        "now": _day(one.now),
        "days": one.days,
        "moves": [_moved(moved) for moved in one.moves],
    }


def _moved(moved: Moved) -> dict[str, Any]:
    event = moved.event
    return {
        "date": _day(moved.date),
        "on": event.day.isoformat() if event else None,
        "commit": event.commit if event else None,
        "author": (event.author or None) if event else None,
    }


def _day(date: Date | None) -> str | None:
    return date.last.isoformat() if date else None
