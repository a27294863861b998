"""Findings as GitHub's workflow commands: their form, and nothing that a plan could say in their place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.outputs.findings import emitter
from tests.outputs.findings.findings import DUPLICATE, UNKNOWN, located, run

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^:]*)::(?P<message>.*)")


def emitted(*found: Located) -> list[str]:
    """The commands, a line each."""
    report = emitter("github")(found, run())
    return report.removesuffix("\n").split("\n") if report else []


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A command as GitHub's runner reads it: name, properties and message, unescaped."""
    match = COMMAND.fullmatch(line)
    assert match
    pairs = (pair.partition("=") for pair in match["properties"].split(","))
    return match["name"], {name: unescaped(value) for name, _, value in pairs}, unescaped(match["message"])


def unescaped(value: str) -> str:
    """What the runner makes of an escaped text: `%25` last."""
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        value = value.replace(code, sign)
    return value


def test_a_finding_is_a_command() -> None:
    """With its place, its rule as the title, and the hint on a line of its own."""
    assert emitted(UNKNOWN) == [
        "::error file=plans/tactics/ask.md,line=5,col=11,endColumn=26,title=unknown-strategy::"
        'plans/tactics/ask.md:5:11: no strategy has the id "hire-salespeple" [unknown-strategy]'
        '%0Adid you mean "hire-salespeople-who-stay"?'
    ]


def test_the_log_names_other_places_too() -> None:
    """GitHub's log shows the message alone."""
    _, _, message = parsed(*emitted(DUPLICATE))
    assert message.splitlines()[-1] == "the other one is here: plans/a.md:3"


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_is_the_commands_name(severity: Severity) -> None:
    """GitHub has the same three words."""
    assert parsed(*emitted(located(severity=severity)))[0] == severity


def test_all_findings_are_written() -> None:
    """GitHub annotates the first ten of each severity; the log has them all."""
    assert len(emitted(*[located()] * 25)) == 25


def test_with_no_findings_nothing_is_written() -> None:
    """There is no command for that."""
    assert emitted() == []


def test_signs_that_would_end_a_property_or_the_line_are_escaped() -> None:
    """The percent sign first, for it escapes the others."""
    line = emitted(located(path="a,b:c%.md", message="50 %\r\nof all: this, too"))[0]
    assert "file=plans/a%2Cb%3Ac%25.md," in line
    assert line.split("::")[2].startswith("plans/a,b:c%25.md:5:1: 50 %25%0D%0Aof all: this, too")


@given(message=st.text(), path=st.text(min_size=1), hint=st.text())
def test_no_text_of_a_plan_ends_a_command_or_begins_another(message: str, path: str, hint: str) -> None:
    """One finding is one line, whatever a plan holds, and GitHub reads the place that we wrote."""
    (line,) = emitter("github")([located(message=message, path=path, hint=hint)], run()).splitlines()
    name, properties, _ = parsed(line)
    assert name == "error"
    assert list(properties) == ["file", "line", "col", "endColumn", "title"]
    assert (properties["line"], properties["title"]) == ("5", "unknown-person")


def test_a_command_cannot_steer_the_log() -> None:
    """Nor change the direction of its text."""
    line = emitted(located(message="\x1b[31mred\u202e"))[0]
    assert "\ufffd[31mred\ufffd" in line
