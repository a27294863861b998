"""Findings as JSON, for programs. `plans schema --report` prints the form, as JSON Schema.

A program that reads it should let through keys that it doesn't know: there may be more in time.
`version` counts the changes that would break one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.model.json_schema import PlainJsonSchema
from mkdocs_plans.outputs.findings.run import Run, count

FilePath = Annotated[str, Field(description="The file, relative to where the command ran.")]
Line = Annotated[int, Field(ge=1, description="The line, from 1.")]


@dataclass(frozen=True)
class Elsewhere:
    """Another place that a finding speaks of."""

    note: Annotated[str, Field(description="What is to be seen there.")]
    file: FilePath
    line: Line


@dataclass(frozen=True)
class Reported:
    """A finding: what is wrong, where, and what to do about it."""

    rule: Annotated[str, Field(description="The rule's name, as `plans rule` lists it.")]
    severity: Annotated[Severity, Field(description="How grave it is, in this site.")]
    message: Annotated[str, Field(description="What is wrong.")]
    hint: Annotated[str, Field(description="What to do about it; may be empty.")]
    file: FilePath
    line: Line
    column: Annotated[int, Field(ge=1, description="Its first character in the line, from 1.")]
    end_column: Annotated[int, Field(ge=1, description="The character after its last, from 1.")]
    related: list[Elsewhere]


@dataclass(frozen=True)
class Ignored(Reported):
    """A finding that its file leaves out."""

    reason: Annotated[str, Field(description="Why, in the file's own words.")]


@dataclass(frozen=True)
class Summary:
    """How many findings there are of each severity."""

    error: int
    warning: int
    notice: int


@dataclass(frozen=True)
class Report:
    """What `plans check --format json` prints."""

    version: Literal[1]
    files: Annotated[int, Field(description="How many plan files were checked.")]
    summary: Summary
    findings: Annotated[list[Reported], Field(description="In the order of files and lines.")]
    ignored: Annotated[list[Ignored], Field(description="In the same order; not in the summary.")]


def emit(findings: Sequence[Located], run: Run) -> str:
    """Write all findings as one JSON object, sorted as they came.

    All is ASCII, so that it is the same whatever the terminal's encoding.
    """
    report = Report(
        version=1,
        files=run.files,
        summary=Summary(**{str(severity): number for severity, number in count(findings).items()}),
        findings=[Reported(**facts(located, run)) for located in findings],
        ignored=[Ignored(**facts(one.found, run), reason=one.reason) for one in run.ignored],
    )
    return json.dumps(asdict(report), indent=2) + "\n"


def facts(located: Located, run: Run) -> dict[str, Any]:
    """The facts of a finding, by the names of `Reported`."""
    finding, span = located.finding, located.span
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "file": run.shown_path(finding.path),
        "line": span.line,
        "column": span.column,
        "end_column": span.end_column,
        "related": [Elsewhere(note, run.shown_path(path), line) for note, path, line in located.related],
    }


def schema() -> dict[str, Any]:
    """The form of the report, in the dialect https://json-schema.org/draft/2020-12/schema."""
    made = TypeAdapter(Report).json_schema(schema_generator=PlainJsonSchema)
    return {"$schema": PlainJsonSchema.schema_dialect, **made}
