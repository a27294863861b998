"""`plans schema`: the JSON Schema of plan files and of the report, on standard output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from mkdocs_plans.cli import main
from tests.small_site import STRATEGY, TACTIC, write_site


def plans(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, arguments)


def printed(*arguments: str) -> Any:
    """What it prints, parsed."""
    result = plans(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_the_schema_of_any_plan_file_is_printed() -> None:
    """An editor is given it for all of them: the type decides."""
    schema = Draft202012Validator(printed("schema"))
    assert schema.is_valid({"type": "strategy", "title": "Hire", "goals": [{"title": "Grow"}]})
    assert not schema.is_valid({"type": "strategy", "goals": [{"name": "Grow"}]})


@pytest.mark.parametrize(
    ("kind", "right"),
    [("strategy", {"type": "strategy"}), ("tactic", {"type": "tactic"}), ("people", {"vp-sales": None})],
)
def test_the_schema_of_one_type_is_printed(kind: str, right: object) -> None:
    """Of people.yml, too."""
    schema = Draft202012Validator(printed("schema", "--type", kind))
    assert schema.is_valid(right)
    assert not schema.is_valid({"type": "mission"})


def test_the_report_of_a_check_is_as_the_printed_schema_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With findings, and with what a plan ignores."""
    ignoring = "---\ntype: tactic\ntitle: B\nignore: {tactic-without-strategy: A trial of our own.}\n---\n"
    files = {
        "hire.md": STRATEGY,
        "ask.md": TACTIC.replace("strategy: hire", "strategy: hier"),
        "b.md": ignoring,
    }
    monkeypatch.chdir(write_site(tmp_path, files))
    report = json.loads(plans("check", "--format", "json").stdout)
    Draft202012Validator(printed("schema", "--report")).validate(report)
    assert report["findings"]
    assert [(one["rule"], one["file"], one["reason"]) for one in report["ignored"]] == [
        ("tactic-without-strategy", "plans/b.md", "A trial of our own.")
    ]


@pytest.mark.parametrize("arguments", [("--type", "tactik"), ("--type", "tactic", "--report")])
def test_a_wrong_question_ends_with_2(arguments: tuple[str, ...]) -> None:
    """And says what can be asked."""
    result = plans("schema", *arguments)
    assert result.exit_code == 2
    assert "Error:" in result.stderr
