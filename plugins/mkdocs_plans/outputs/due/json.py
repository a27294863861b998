"""What is due as JSON, for programs.

A program that reads it should let through keys that it doesn't know: there may be more in time.
`version` counts the changes that would break one.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_plans.due import Due
from mkdocs_plans.model import Goal
from mkdocs_plans.render.presenter import Presenter


def emit(
    found: Sequence[Due], page: Presenter, until: datetime.date, shown_path: Callable[[str], str]
) -> str:
    """Write what is due as one JSON object, all in ASCII."""
    report = {
        "version": 1,
        "today": page.today.isoformat(),
        "until": until.isoformat(),
        "due": [_facts(one, page, shown_path) for one in found],
    }
    return json.dumps(report, indent=2) + "\n"


def _facts(one: Due, page: Presenter, shown_path: Callable[[str], str]) -> dict[str, Any]:
    team = page.plan.team_of(one.plan)
    title = one.part and (one.part.title if isinstance(one.part, Goal) else one.part.do)
    return {
        "kind": str(one.kind),
        "plan": {"type": one.plan.type, "id": one.plan.id, "title": one.plan.title},
        "part": {"id": one.part.id, "title": title} if one.part else None,
        "due": one.day.isoformat(),
        "days_late": max(0, one.days_late(page.today)),
        "originally": one.originally.last.isoformat() if one.originally else None,
        "dri": one.dri,
        "team": team.id if team else None,
        "file": shown_path(one.plan.path),
    }
