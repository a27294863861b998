"""Findings as a code quality report, which GitLab shows in a merge request.

The format is GitLab's part of Code Climate's, as described under "Code Quality report format" in
https://docs.gitlab.com/ci/testing/code_quality/. Files are named from the root of the repository.

GitLab compares the reports of the two branches by fingerprint: it shows a merge request's own findings,
and those that it mends.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.outputs.findings.run import Run, fingerprints

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}
"""GitLab's words: `critical` and `blocker` are left for what breaks more than a plan's site."""


def emit(findings: Sequence[Located], run: Run) -> str:
    """Write all findings as one JSON list. All is ASCII, with no byte order mark."""
    pairs = zip(findings, fingerprints(findings, run), strict=True)
    return json.dumps([_issue(located, fingerprint, run) for located, fingerprint in pairs], indent=2) + "\n"


def _issue(located: Located, fingerprint: str, run: Run) -> dict[str, Any]:
    finding = located.finding
    return {
        "description": "; ".join(filter(None, (finding.message, finding.hint))),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": run.shown_path(finding.path), "lines": {"begin": located.span.line}},
    }
