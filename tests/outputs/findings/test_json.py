"""Findings as JSON: the fields that programs may rely on."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_plans.findings import Finding, Located, Severity, Span
from mkdocs_plans.outputs.findings import Run, emitter


def emitted(*found: Located) -> Any:
    """The report, parsed."""
    return json.loads(emitter("json")(found, Run(3, lambda path: f"plans/{path}")))


def test_a_finding_has_all_its_facts() -> None:
    """Lines and columns count from 1, the last column excluded; paths are as the text report's."""
    finding = Finding("duplicate-id", 'two plans have the id "hire"', "b.md", hint="give one another `id`")
    found = Located(finding, Span(2, 5, 9), "id: hire", (("the other one is here", "a.md", 3),))
    assert emitted(found)["findings"] == [
        {
            "rule": "duplicate-id",
            "severity": "error",
            "message": 'two plans have the id "hire"',
            "hint": "give one another `id`",
            "file": "plans/b.md",
            "line": 2,
            "column": 5,
            "end_column": 9,
            "related": [{"note": "the other one is here", "file": "plans/a.md", "line": 3}],
        }
    ]


def test_the_run_is_summed_up() -> None:
    """How many files were checked, and how many findings of each severity there are, none included."""
    found = [
        Located(Finding("some-rule", "wrong", "a.md", severity=severity), Span(), "")
        for severity in (Severity.ERROR, Severity.NOTICE, Severity.NOTICE)
    ]
    report = emitted(*found)
    assert (report["version"], report["files"]) == (1, 3)
    assert report["summary"] == {"error": 1, "warning": 0, "notice": 2}


def test_with_no_findings_the_report_has_the_same_form() -> None:
    """A program needs no special case."""
    report = emitted()
    assert report["findings"] == []
    assert set(report["summary"].values()) == {0}


def test_the_report_is_ascii() -> None:
    """Any terminal and any pipe can carry it, and it reads back as it was, a broken name too."""
    message = "日本 \x1b \udce9"
    report = emitter("json")([Located(Finding("r", message, "a.md"), Span(), "")], Run(1, str))
    assert report.isascii()
    assert json.loads(report)["findings"][0]["message"] == message
