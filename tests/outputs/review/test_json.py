"""The JSON of a change and its published schema: what the one has, the other describes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_plans.outputs.review.json import emit, schema
from tests.changes.small_plan import PLAN, Files, reviewed, told_of, with_edit

SCHEMA = schema()
DESCRIBED = Draft202012Validator(SCHEMA)


def emitted(folder: Path, now: Files) -> Any:
    """The report, parsed."""
    return json.loads(emit(*told_of(reviewed(folder, PLAN, now)), lambda path: f"plans/{path}"))


@pytest.fixture(name="full")
def full_report(tmp_path: Path) -> Any:
    """A report that has something of everything."""
    now = with_edit("train.md", "advances: [answers, retention]", "advances: [retention]")
    now = with_edit("train.md", "end: 2026-12-31", "end: 2026-12-30", now)
    now = with_edit("find.md", "strategy: grow", "strategy: gorw", now)
    now = with_edit("ask.md", "status: active", "status: done", now)
    return emitted(tmp_path, with_edit("people.yml", "name: Ada Reed", "name: Ada Reid", now))


def test_the_schema_is_valid_itself() -> None:
    """By the dialect that it names."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_a_report_is_as_described(full: Any, tmp_path: Path) -> None:
    """With changes and without."""
    DESCRIBED.validate(full)
    empty = emitted(tmp_path / "empty", PLAN)
    DESCRIBED.validate(empty)
    assert (empty["is_empty"], empty["summary"]) == (True, "No change of plan")


def test_every_key_is_described(full: Any) -> None:
    """No key of a report is missing from its schema, and none of the schema's from a report."""
    assert set(full) == set(SCHEMA["properties"]) == set(SCHEMA["required"])
    for part in ("consequences", "brought_in", "mended", "plans", "people", "reviewers"):
        described = SCHEMA["$defs"][SCHEMA["properties"][part]["items"]["$ref"].rpartition("/")[2]]
        assert full[part], part
        assert set(full[part][0]) == set(described["properties"]) == set(described["required"])


def test_a_change_has_its_facts(full: Any) -> None:
    """So that a program needs to parse no sentence."""
    [train] = [one for one in full["plans"] if one["now"]["id"] == "train"]
    assert train["before"] == train["now"] == {
        "type": "tactic", "id": "train", "title": "Train the recruiters", "file": "plans/train.md",
    }  # fmt: skip
    assert (train["verdict"], full["verdicts"]["promise-lowered"]) == ("promise-lowered", 1)
    assert full["headline"] == "This change lowers 1 promise, raises 1 promise, and moves 1 responsibility"
    assert train["changes"][1] == {
        "kind": "rescheduled",
        "field": "end",
        "before": "2026-12-31",
        "now": "2026-12-30",
        "days": -1,
        "verdicts": ["promise-raised"],
        "is_certain": True,
        "text": "End: 31 Dec 2026 → 30 Dec 2026, 1 day earlier",
    }
    [reviewer] = [one for one in full["reviewers"] if one["handle"] == "vp-sales"]
    assert (reviewer["github"], reviewer["gitlab"]) == ("ada", "ada-r")
    assert {reason["because"] for reason in reviewer["reasons"]} >= {"answers-for-strategy-served"}


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [("plans", "changes", [{"kind": "other"}]), ("reviewers", "handle", None), ("people", "changes", {})],
)
def test_a_wrong_report_is_told(part: str, key: str, value: object, full: Any) -> None:
    """The schema is in force."""
    full[part][0][key] = value
    assert not DESCRIBED.is_valid(full)


def test_the_report_is_ascii(tmp_path: Path) -> None:
    """The same whatever the terminal's encoding."""
    now = with_edit("find.md", "Twenty signed.", "Zwölf – 日本")
    made = emit(*told_of(reviewed(tmp_path, PLAN, now)), str)
    assert made.isascii()
    assert "Zwölf – 日本" in json.loads(made)["plans"][0]["changes"][0]["text"]
