"""Findings as SARIF: valid by the standard's own schema, with all that code scanning shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.outputs.findings import emitter
from mkdocs_plans.rules import RULES
from tests.outputs.findings.findings import DUPLICATE, UNKNOWN, located, run

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
STANDARD = Draft4Validator(SCHEMA)


def log_of(*found: Located, ignored: dict[str, Located] | None = None) -> dict[str, Any]:
    """The log, parsed, once the standard's schema has let it through."""
    log: dict[str, Any] = json.loads(emitter("sarif")(found, run(ignored)))
    STANDARD.validate(log)
    return log


def results(*found: Located, ignored: dict[str, Located] | None = None) -> list[dict[str, Any]]:
    """The results of the log's one run."""
    (one,) = log_of(*found, ignored=ignored)["runs"]
    listed: list[dict[str, Any]] = one["results"]
    return listed


def test_the_schema_is_in_force() -> None:
    """It refuses what the standard doesn't know."""
    log = log_of(UNKNOWN)
    log["runs"][0]["results"][0]["level"] = "notice"
    assert not STANDARD.is_valid(log)


def test_with_no_findings_the_log_is_valid() -> None:
    """By which code scanning sees that all is mended."""
    assert results() == []


def test_a_finding_has_its_rule_message_and_place() -> None:
    """Lines and columns count from 1, in characters; the end is the character after the last."""
    (result,) = results(UNKNOWN)
    assert (result["ruleId"], result["level"]) == ("unknown-strategy", "error")
    assert result["message"]["text"] == (
        'no strategy has the id "hire-salespeple"; did you mean "hire-salespeople-who-stay"?'
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "plans/tactics/ask.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 5, "startColumn": 11, "endLine": 5, "endColumn": 26},
            }
        }
    ]
    assert log_of(UNKNOWN)["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_a_finding_points_to_other_places() -> None:
    """Each with what is to be seen there."""
    (related,) = results(DUPLICATE)[0]["relatedLocations"]
    assert related["message"] == {"text": "the other one is here"}
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "plans/a.md"
    assert related["physicalLocation"]["region"] == {"startLine": 3}


@pytest.mark.parametrize(("severity", "level"), [*zip(Severity, ("error", "warning", "note"), strict=True)])
def test_a_severity_is_a_level(severity: Severity, level: str) -> None:
    """SARIF's word for a notice is note."""
    assert results(located(severity=severity))[0]["level"] == level


def test_every_rule_is_described() -> None:
    """In short, in full, and with its examples; GitHub cuts a description at 1024 characters."""
    rules = log_of()["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["shortDescription"]["text"] in rule["fullDescription"]["text"]
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert "\nWrong" in rule["help"]["text"] == rule["help"]["markdown"]


def test_every_rule_can_be_reported() -> None:
    """A result leads to its rule's description."""
    log = log_of(*(located(rule=name) for name in RULES))["runs"][0]
    rules = log["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in log["results"])


def test_what_a_plan_ignores_is_suppressed_with_its_reason() -> None:
    """It is in the log, and isn't open."""
    open_, suppressed = results(UNKNOWN, ignored={"A trial of our own.": located()})
    assert "suppressions" not in open_
    assert suppressed["suppressions"] == [{"kind": "inSource", "justification": "A trial of our own."}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("ünï code.md", "plans/%C3%BCn%C3%AF%20code.md"),
        ("50%#1?.md", "plans/50%25%231%3F.md"),
        ("a:b.md", "plans/a%3Ab.md"),
        ("caf\udce9.md", "plans/caf%E9.md"),
    ],
)
def test_a_path_is_a_uri(path: str, uri: str) -> None:
    """Whatever signs the file's name has, broken ones too."""
    place = results(located(path=path))[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_a_fingerprint_lasts_when_lines_shift() -> None:
    """It is our own: the one that GitHub computes of a line's surroundings is left to GitHub."""
    one, other = (results(located(line=line))[0]["partialFingerprints"] for line in (5, 99))
    assert one == other
    assert set(one) == {"mkdocsPlans/v1"}


def test_a_message_says_what_it_says() -> None:
    """SARIF has placeholders in braces and links in brackets; a plan can make neither."""
    message = results(located(message="{0} [click](https://example.org) [a]"))[0]["message"]["text"]
    assert message == "{{0}} \\[click](https://example.org) [a]"


@given(
    message=st.text(),
    path=st.text(min_size=1),
    text=st.text(),
    severity=st.sampled_from(Severity),
    line=st.integers(min_value=1),
)
@settings(max_examples=50, deadline=None)
def test_any_finding_makes_a_valid_log(
    message: str, path: str, text: str, severity: Severity, line: int
) -> None:
    """Whatever a plan holds."""
    found = located(message=message, path=path, text=text, severity=severity, line=line)
    assert len(results(found, ignored={message: found})) == 2
