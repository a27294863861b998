"""Findings as GitLab's code quality report: its fields, and fingerprints that last."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.outputs.findings import emitter
from tests.outputs.findings.findings import UNKNOWN, located, run


def emitted(*found: Located) -> list[dict[str, Any]]:
    """The report, parsed."""
    report: list[dict[str, Any]] = json.loads(emitter("gitlab")(found, run()))
    return report


def fingerprints(*found: Located) -> list[str]:
    """The fingerprints, in the order of the findings."""
    return [issue["fingerprint"] for issue in emitted(*found)]


def test_a_finding_has_the_fields_that_gitlab_reads() -> None:
    """No others."""
    (issue,) = emitted(UNKNOWN)
    assert len(issue.pop("fingerprint")) == 64
    assert issue == {
        "description": 'no strategy has the id "hire-salespeple"; did you mean "hire-salespeople-who-stay"?',
        "check_name": "unknown-strategy",
        "severity": "major",
        "location": {"path": "plans/tactics/ask.md", "lines": {"begin": 5}},
    }


@pytest.mark.parametrize(("severity", "word"), [*zip(Severity, ("major", "minor", "info"), strict=True)])
def test_a_severity_has_a_word_of_gitlabs(severity: Severity, word: str) -> None:
    """Of its five, these three."""
    assert emitted(located(severity=severity))[0]["severity"] == word


def test_with_no_findings_the_report_is_an_empty_list() -> None:
    """By which GitLab sees that all is mended."""
    assert emitter("gitlab")([], run()) == "[]\n"


def test_the_report_is_ascii_with_no_byte_order_mark() -> None:
    """GitLab refuses one."""
    assert emitter("gitlab")([located(message="日本 \udce9")], run()).isascii()


def test_a_fingerprint_lasts_when_lines_shift() -> None:
    """The finding is the same one, wherever its line is now, and however grave it is."""
    assert fingerprints(located(line=5)) == fingerprints(
        located(line=99, hint="mend it", severity=Severity.NOTICE)
    )


@pytest.mark.parametrize(
    "other", [{"rule": "unknown-team"}, {"message": "bad"}, {"path": "b.md"}, {"text": "dri: x"}]
)
def test_another_finding_has_another_fingerprint(other: dict[str, str]) -> None:
    """Where rule, message, file or the line's text differ."""
    assert fingerprints(located()) != fingerprints(located(**other))  # type: ignore[arg-type]


def test_equal_findings_are_told_apart_by_their_order() -> None:
    """The first keeps its fingerprint when a second one comes."""
    one, other = fingerprints(located(line=5), located(line=9))
    assert one != other
    assert [one] == fingerprints(located(line=7))


@given(st.lists(st.builds(located, message=st.text(max_size=2), text=st.text(max_size=2))))
def test_no_two_findings_of_a_report_share_a_fingerprint(found: list[Located]) -> None:
    """GitLab shows those that do as one."""
    assert len(set(fingerprints(*found))) == len(found)
