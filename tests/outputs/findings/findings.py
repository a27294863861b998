"""Findings for the tests of reports."""

from __future__ import annotations

from mkdocs_plans.findings import Finding, Located, Severity, Span
from mkdocs_plans.outputs.findings import Run
from mkdocs_plans.rules import Ignored

UNKNOWN = Located(
    Finding(
        "unknown-strategy",
        'no strategy has the id "hire-salespeple"',
        "tactics/ask.md",
        hint='did you mean "hire-salespeople-who-stay"?',
    ),
    Span(5, 11, 26),
    "strategy: hire-salespeple",
)

DUPLICATE = Located(
    Finding("duplicate-id", 'two plans have the id "hire"', "b.md", hint="give one another `id`"),
    Span(2, 5, 9),
    "id: hire",
    (("the other one is here", "a.md", 3),),
)


def located(
    rule: str = "unknown-person",
    message: str = "wrong",
    path: str = "a.md",
    *,
    hint: str = "",
    line: int = 5,
    text: str = "dri: nobody",
    severity: Severity = Severity.ERROR,
) -> Located:
    """A finding that marks the first character of a line."""
    return Located(Finding(rule, message, path, hint=hint, severity=severity), Span(line, 1, 2), text)


def run(ignored: dict[str, Located] | None = None) -> Run:
    """A run over three files below `plans/`, with what was left out by its reason."""
    left_out = tuple(Ignored(found, reason) for reason, found in (ignored or {}).items())
    return Run(3, lambda path: f"plans/{path}", left_out)
