"""What is due as JSON, for programs.

A program that reads it should let through keys that it doesn't know: there may be more in time.
`dris` are all who answer, and `dri` the first of them. `version` counts the changes that would break one.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_plans.due import Due
from mkdocs_plans.wording.phrases import Phrases


def emit(found: Sequence[Due], said: Phrases, until: datetime.date, shown_path: Callable[[str], str]) -> str:
    """Write what is due as one JSON object, all in ASCII."""
    report = {
        "version": 1,
        "today": said.today.isoformat(),
        "until": until.isoformat(),
        "due": [_facts(one, said, shown_path) for one in found],
    }
    return json.dumps(report, indent=2) + "\n"


def _facts(one: Due, said: Phrases, shown_path: Callable[[str], str]) -> dict[str, Any]:
    team = said.plan.team_of(one.plan)
    return {
        "kind": str(one.kind),
        "plan": {"type": one.plan.type, "id": one.plan.id, "title": one.plan.title},
        "part": {"id": one.part.id, "title": one.title} if one.part else None,
        "due": one.day.isoformat(),
        "days_late": max(0, one.days_late(said.today)),
        "originally": one.originally.last.isoformat() if one.originally else None,
        "dri": one.dri[0] if one.dri else None,
        "dris": list(one.dri),
        "team": team.id if team else None,
        "file": shown_path(one.plan.path),
    }
