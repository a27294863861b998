"""Strategies and tactics made of front matter values, with no file and no site around them."""

from __future__ import annotations

import datetime
from typing import Any

from mkdocs_plans.model import Goal, Strategy, Tactic, make

TODAY = datetime.date(2026, 7, 1)


def strategy(**values: Any) -> Strategy:
    """A strategy of the year 2026 with these front matter values."""
    front_matter = {"type": "strategy", "id": "s", "title": "S", "start": "2026", "end": "2026", **values}
    typed = make(Strategy, front_matter, "s.md")
    assert typed.findings == ()
    assert typed.entity is not None
    return typed.entity


def tactic(*actions: dict[str, str], **values: Any) -> Tactic:
    """A tactic with these actions."""
    listed = [{"do": f"step {number}", **action} for number, action in enumerate(actions)]
    front_matter = {"type": "tactic", "id": "t", "title": "T", "actions": listed, **values}
    typed = make(Tactic, front_matter, "t.md")
    assert typed.findings == ()
    assert typed.entity is not None
    return typed.entity


def with_goal(goal: dict[str, Any], *readings: tuple[str, str]) -> tuple[Strategy, Goal]:
    """A strategy with one goal, `g`, and its readings, each a day and a value."""
    updates = [{"date": day, "readings": {"g": value}} for day, value in readings]
    plan = strategy(goals=[{"id": "g", "title": "G", **goal}], updates=updates)
    return plan, plan.goals[0]


RISING = {"baseline": "60", "target": "80"}
FALLING = {"baseline": "70", "target": "50"}
