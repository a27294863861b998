"""What is due as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.outputs.due.small_plan import written


def test_each_thing_has_its_facts(tmp_path: Path) -> None:
    """The longest overdue first; the title is a part's own, and the plan's stands beside it."""
    report = json.loads(written("json", tmp_path))
    assert (report["version"], report["today"], report["until"]) == (1, "2026-11-23", "2026-12-23")
    plan = {"type": "tactic", "id": "ask", "title": "Ask every candidate the same questions"}
    assert report["due"] == [
        {
            "kind": "plan", "plan": plan, "part": None, "due": "2026-11-20", "days_late": 3,
            "originally": "2026-10-31", "dri": "vp-sales", "dris": ["vp-sales"],
            "team": None, "file": "plans/ask.md",
        },
        {
            "kind": "action", "plan": plan, "part": {"id": "write-the-guide", "title": "Write the guide"},
            "due": "2026-11-25", "days_late": 0, "originally": None,
            "dri": "recruiting-lead", "dris": ["recruiting-lead"], "team": None, "file": "plans/ask.md",
        },
    ]  # fmt: skip
