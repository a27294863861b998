"""What is wrong with the views that a page places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs_plans import yaml_text
from mkdocs_plans.findings import Finding, Route, Severity, did_you_mean
from mkdocs_plans.model import VIEWS, ViewArguments, make
from mkdocs_plans.source import Document, ViewComment


def view_findings(document: Document) -> Iterator[Finding]:
    """Give what is wrong with the views that a page places."""
    for comment in document.view_comments():
        kind = VIEWS.get(comment.name)
        if kind is None:
            message = f'there is no view "{comment.name}"'
            hint = did_you_mean(comment.name, VIEWS) or f"there are {', '.join(VIEWS)}"
            start = comment.start + document.text[comment.start :].index("plans/") + len("plans/")
            span = document.span(start, start + max(1, len(comment.name)))
            yield Finding("unknown-view", message, document.path, span, hint)
        elif comment.arguments:
            yield from _argument_findings(document, comment, kind)


def _argument_findings(
    document: Document, comment: ViewComment, kind: type[ViewArguments]
) -> Iterator[Finding]:
    read = yaml_text.read(comment.arguments)
    at = comment.arguments_start
    if read.values is None or read.problems:
        problem = read.problems[0]
        span = document.span(at + problem.start, at + problem.end)
        hint = "write them as `{name: value, other: [one, two]}`"
        message = "the view's arguments can't be read"
        yield Finding("unknown-view", message, document.path, span, hint)
        return
    positions = yaml_text.Positions(comment.arguments, document.text, at)
    for found in make(kind, read.values, document.path).findings:
        finding = found
        route = finding.at if isinstance(finding.at, Route) else Route()
        if finding.rule in {"misspelt-field", "unknown-field"}:
            name = route.steps[-1]
            message = f'the view "{comment.name}" has no argument "{name}"'
            hint = did_you_mean(str(name), kind.model_fields) or (
                f"it takes {', '.join(kind.model_fields)}" if kind.model_fields else "it takes none"
            )
            finding = replace(finding, message=message, hint=hint, severity=Severity.ERROR)
        yield replace(finding, rule="unknown-view", at=positions.locate(route))
