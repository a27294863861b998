"""Findings as JSON, for programs. `version` counts changes that a reader would notice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from mkdocs_plans.findings import Located
from mkdocs_plans.report.run import Run, count

VERSION = 1


def emit(findings: Sequence[Located], run: Run) -> str:
    """Write all findings as one JSON object, sorted as they came. Lines and columns count from 1.

    All is ASCII, so that it is the same whatever the terminal's encoding.
    """
    report = {
        "version": VERSION,
        "files": run.files,
        "summary": {str(severity): number for severity, number in count(findings).items()},
        "findings": [_finding(located, run) for located in findings],
    }
    return json.dumps(report, indent=2) + "\n"


def _finding(located: Located, run: Run) -> dict[str, Any]:
    finding, span = located.finding, located.span
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "file": run.shown_path(finding.path),
        "line": span.line,
        "column": span.column,
        "end_column": span.end_column,
        "related": [
            {"note": note, "file": run.shown_path(path), "line": line} for note, path, line in located.related
        ],
    }
