"""What became of a plan as JSON, for programs.

A program that reads it should let through keys that it doesn't know: there may be more in time. `version`
counts the changes that would break one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from mkdocs_plans.history import Edit, Event, Step
from mkdocs_plans.history import said as sentence
from mkdocs_plans.outputs.log import Shown
from mkdocs_plans.wording.phrases import Phrases


def emit(shown: Shown, _: Phrases, shown_path: Callable[[str], str]) -> str:
    """Write the changes as one JSON object, all in ASCII."""
    report = {
        "version": 1,
        "branch": shown.history.branch,
        "is_complete": not shown.history.is_cut,
        "older": shown.older,
        "changes": [_event(event, shown_path) for event in shown.events],
    }
    return json.dumps(report, indent=2) + "\n"


def _event(event: Event, shown_path: Callable[[str], str]) -> dict[str, Any]:
    people = event.meaning.people
    return {
        "commit": event.commit,
        "day": event.day.isoformat(),
        "author": event.author or None,
        "plans": [_step(step, shown_path) for step in event.meaning.files],
        "people": [{"handle": one.handle, "changes": _edits(one.edits)} for one in people],
    }


def _step(step: Step, shown_path: Callable[[str], str]) -> dict[str, Any]:
    return {
        "type": step.type,
        "id": step.id,
        "title": step.title,
        "before": shown_path(step.was) if step.was else None,
        "now": shown_path(step.now) if step.now else None,
        "changes": _edits(step.edits),
    }


def _edits(edits: Iterable[Edit]) -> list[dict[str, Any]]:
    return [
        {
            "kind": edit.kind,
            "field": edit.field,
            "days": edit.days,
            "verdicts": list(edit.verdicts),
            "is_certain": not edit.is_unsure,
            "text": str(sentence(edit.line)),
        }
        for edit in edits
    ]
