"""The JSON report and its published schema: what the one has, the other describes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.outputs.findings import emitter
from mkdocs_plans.outputs.findings.json import schema
from tests.outputs.findings.findings import DUPLICATE, UNKNOWN, located, run

SCHEMA = schema()
DESCRIBED = Draft202012Validator(SCHEMA)


def emitted(*found: Located, ignored: dict[str, Located] | None = None) -> Any:
    """The report, parsed."""
    return json.loads(emitter("json")(found, run(ignored)))


FULL = emitted(
    UNKNOWN,
    DUPLICATE,
    *(located(severity=severity) for severity in Severity),
    ignored={"A trial of our own.": DUPLICATE},
)


def test_the_schema_is_valid_itself() -> None:
    """By the dialect that it names."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("report", [emitted(), FULL], ids=["empty", "full"])
def test_a_report_is_as_described(report: Any) -> None:
    """With findings and without."""
    DESCRIBED.validate(report)


def test_what_plans_ignore_is_in_the_report_with_its_reason() -> None:
    """With the same facts as a finding, and not among the findings."""
    (ignored,) = emitted(UNKNOWN, ignored={"A trial of our own.": DUPLICATE})["ignored"]
    assert ignored.pop("reason") == "A trial of our own."
    assert ignored == emitted(DUPLICATE)["findings"][0]


@pytest.mark.parametrize("part", ["findings", "ignored"])
def test_every_key_is_described(part: str) -> None:
    """No key of a report is missing from its schema, and none of the schema's from a report."""
    assert set(FULL) == set(SCHEMA["properties"])
    kind = SCHEMA["properties"][part]["items"]["$ref"].rpartition("/")[2]
    described = SCHEMA["$defs"][kind]
    assert set(FULL[part][0]) == set(described["properties"]) == set(described["required"])


@pytest.mark.parametrize(
    ("key", "value"), [("severity", "fatal"), ("line", 0), ("column", "1"), ("rule", None), ("related", {})]
)
def test_a_wrong_report_is_told(key: str, value: object) -> None:
    """The schema is in force."""
    report = emitted(UNKNOWN)
    report["findings"][0][key] = value
    assert not DESCRIBED.is_valid(report)
