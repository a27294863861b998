"""Findings as SARIF 2.1.0, for code scanning and for editors.

The format is https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; what GitHub makes of it,
https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support. Files are
named from the root of the repository (`%SRCROOT%`).

What plans ignore with a reason is there too, as suppressed. GitHub's code scanning doesn't look at
suppressions and would show these as open alerts: take them out before an upload
(`jq 'del(.runs[].results[] | select(.suppressions))'`).
"""

from __future__ import annotations

import inspect
import json
import os
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.outputs.findings.run import Run, fingerprints
from mkdocs_plans.rule import Rule
from mkdocs_plans.rules import RULES
from mkdocs_plans.rules.documentation import documentation

Json = dict[str, Any]

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
ROOT = "%SRCROOT%"
FINGERPRINT = "mkdocsPlans/v1"
"""The name of our fingerprint. GitHub's own, `primaryLocationLineHash`, is for its upload to compute."""


def emit(findings: Sequence[Located], run: Run) -> str:
    """Write one log with one run: the rules, the findings, and those that plans ignore."""
    positions = {name: index for index, name in enumerate(RULES)}
    all_found = [*findings, *(ignored.found for ignored in run.ignored)]
    results = [
        _result(located, positions[located.finding.rule], fingerprint, run)
        for located, fingerprint in zip(all_found, fingerprints(all_found, run), strict=True)
    ]
    for result, ignored in zip(results[len(findings) :], run.ignored, strict=True):
        result["suppressions"] = [{"kind": "inSource", "justification": ignored.reason}]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, indent=2) + "\n"


def _driver() -> Json:
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, and wanted for this format alone

    own = version("mkdocs-plans")
    described = [_rule(rule) for rule in RULES.values()]
    return {"name": "mkdocs-plans", "version": own, "semanticVersion": own, "rules": described}


def _rule(rule: Rule) -> Json:
    said, whole = documentation(rule), inspect.cleandoc(rule.text)
    return {
        "id": rule.name,
        "shortDescription": {"text": said.finds},
        "fullDescription": {"text": " ".join((said.finds, *said.detail, f"Why it matters: {said.why}"))},
        "help": {"text": whole, "markdown": whole},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": not rule.is_off},
    }


def _result(located: Located, rule: int, fingerprint: str, run: Run) -> Json:
    finding, span = located.finding, located.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.line,
        "endColumn": span.end_column,
    }
    related = [
        {"id": number, **_location(run.shown_path(path), {"startLine": line}), "message": _message(note)}
        for number, (note, path, line) in enumerate(located.related, 1)
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": _message("; ".join(filter(None, (finding.message, finding.hint)))),
        "locations": [_location(run.shown_path(finding.path), region)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
        **({"relatedLocations": related} if related else {}),
    }


def _location(path: str, region: Json) -> Json:
    where = {"uri": quote(os.fsencode(path)), "uriBaseId": ROOT}
    return {"physicalLocation": {"artifactLocation": where, "region": region}}


_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def _message(text: str) -> Json:
    """A message that says just this: braces aren't placeholders, and plan text makes no link (3.11.5,
    3.11.6).
    """
    return {"text": _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))}
