"""Findings as text: the form of a finding, where its carets stand, and the summary."""

from __future__ import annotations

import unicodedata

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plans.findings import Finding, Located, Severity, Span
from mkdocs_plans.outputs.findings import Run, emitter
from mkdocs_plans.rules import Ignored
from tests.small_site import text

LONGEST_ROW = 200


def located(
    line: str,
    marked: str = "x",
    *,
    message: str = "this is wrong",
    hint: str = "",
    path: str = "hire.md",
    severity: Severity = Severity.ERROR,
) -> Located:
    """A finding on the fifth line of a file, which marks some text of it."""
    start = line.index(marked) + 1 if line else 1
    span = Span(5, start, start + len(marked))
    return Located(Finding("some-rule", message, path, span, hint, severity=severity), span, line)


def emitted(*found: Located, files: int = 2) -> str:
    """The report without its colours, as a pipe gets it."""
    return click.unstyle(emitter("text")(found, Run(files, lambda path: f"plans/{path}")))


def excerpt(found: Located) -> tuple[str, str]:
    """The line that is shown, and the row with carets below it, without what stands before both."""
    _, line, marks, *_ = emitted(found).splitlines()
    return line.removeprefix("   5 | "), marks.removeprefix("     | ")


def test_a_finding_reads_as_designed() -> None:
    """Place, severity, message and rule; the line; carets below the value, and what to do."""
    found = Located(
        Finding(
            "unknown-strategy",
            'no strategy has the id "hire-salespeple"',
            "tactics/interview-questions.md",
            hint='did you mean "hire-salespeople-who-stay"?',
        ),
        Span(5, 11, 26),
        "strategy: hire-salespeple",
    )
    assert emitted(found) == text(
        """
        plans/tactics/interview-questions.md:5:11: error: no strategy has the id "hire-salespeple" [unknown-strategy]
           5 | strategy: hire-salespeple
             |           ^^^^^^^^^^^^^^^ did you mean "hire-salespeople-who-stay"?

        1 error in 2 plan files
        """  # noqa: E501 - the report as it is printed
    )


def test_a_finding_with_no_line_to_show_says_the_hint_alone() -> None:
    """As for a file that can't be read."""
    assert emitted(located("", hint="save it as UTF-8")) == text(
        """
        plans/hire.md:5:1: error: this is wrong [some-rule]
             = save it as UTF-8

        1 error in 2 plan files
        """
    )


def test_a_finding_names_the_other_places_it_is_about() -> None:
    """With the line, so that an editor can go there."""
    span = Span(2, 1, 5)
    finding = Finding("duplicate-id", 'two plans have the id "hire"', "b.md", span)
    found = Located(finding, span, "id: hire", (("the other one is here", "a.md", 3),))
    assert emitted(found).splitlines()[3] == "     = the other one is here: plans/a.md:3"


@pytest.mark.parametrize(
    ("severities", "files", "summary"),
    [
        ("", 1, "1 plan file checked, nothing to report"),
        ("", 0, "0 plan files checked, nothing to report"),
        ("e", 1, "1 error in 1 plan file"),
        ("eewnnn", 4, "2 errors, 1 warning, 3 notices in 4 plan files"),
        ("n", 4, "1 notice in 4 plan files"),
    ],
)
def test_the_report_ends_with_a_summary(severities: str, files: int, summary: str) -> None:
    """The gravest first; what there is none of isn't named."""
    by_letter = {str(severity)[0]: severity for severity in Severity}
    found = [located("x", severity=by_letter[letter]) for letter in severities]
    assert emitted(*found, files=files).splitlines()[-1] == summary


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("dri: vp", 5),
        ("\t  dri: vp", 8),
        ("日本: vp", 6),
        ("カナ（dri）: vp", 13),
        ("cafe\u0301: vp", 6),
        ("नमस्ते: vp", 6),
        ("👨\u200d👩: vp", 6),
    ],
)
def test_carets_stand_below_the_value(line: str, columns: int) -> None:
    """A terminal gives a wide character two columns, and one that joins the one before it none."""
    shown, marks = excerpt(located(line, "vp"))
    assert marks == " " * columns + "^^"
    assert "\t" not in shown


def test_carets_are_as_wide_as_the_value() -> None:
    """Two columns for each wide character."""
    assert excerpt(located("dri: 日本", "日本"))[1].strip() == "^^^^"


@pytest.mark.parametrize("at", [0, 10, 50_000, 99_990])
def test_a_very_long_line_is_cut_around_the_value(at: int) -> None:
    """A line of 100,000 characters takes one row, and shows what is wrong."""
    line = "a" * at + "WRONG" + "b" * (99_995 - at)
    shown, marks = excerpt(located(line, "WRONG"))
    assert "WRONG" in shown
    assert shown.index("WRONG") == marks.index("^")
    assert max(len(shown), len(marks)) <= LONGEST_ROW


def test_a_very_long_value_is_cut() -> None:
    """The carets end where the row does."""
    shown, marks = excerpt(located("dri: " + "x" * 100_000, "x" * 100_000))
    assert shown.startswith("x")
    assert len(marks) <= len(shown) <= LONGEST_ROW


CONTROLS = "\x1b[31m\x07\r\x00\u202e\u2066\u200b\u2028\x9b\udce9"


@pytest.mark.parametrize("place", ["message", "hint", "path", "line"])
def test_plan_text_cannot_steer_the_terminal(place: str) -> None:
    """No control character, no mark of text direction and no broken one gets through."""
    given = {"line": "x", "message": "wrong", "hint": "mend it", "path": "a.md"}
    given[place] += CONTROLS
    found = located(given["line"], message=given["message"], hint=given["hint"], path=given["path"])
    report = emitted(found).replace("\n", "")
    assert not {unicodedata.category(sign) for sign in report} & {"Cc", "Cf", "Cs", "Zl"}
    assert "\ufffd[31m" in report


def test_a_message_keeps_its_line() -> None:
    """A line end in a value can't make up another finding."""
    report = emitted(located("x", message="one\nplans/b.md:1:1: error: another"))
    assert len(report.splitlines()) == 5


@given(line=st.text(max_size=400), start=st.integers(0, 400), length=st.integers(0, 400))
def test_any_line_and_span_can_be_shown(line: str, start: int, length: int) -> None:
    """Whatever stands in a file, the report is made, and each row fits."""
    start = min(start, len(line))
    span = Span(5, start + 1, min(start + length, len(line)) + 1)
    report = emitted(Located(Finding("some-rule", "wrong", "a.md", span), span, line))
    rows = report.split("\n")
    assert len(rows) == (6 if line else 4)
    assert all(len(row) <= LONGEST_ROW for row in rows)


def test_severities_have_colours() -> None:
    """Red, yellow, blue: the command leaves them out where its output isn't a terminal."""
    run = Run(1, str)
    reports = [emitter("text")([located("x", severity=severity)], run) for severity in Severity]
    for report, code in zip(reports, ("31", "33", "34"), strict=True):
        assert f"\x1b[{code}m" in report


def test_warnings_alone_are_said_to_stop_a_strict_build() -> None:
    """The check exits with 0 then, and such a build would still fail."""
    warning, error = located("x", severity=Severity.WARNING), located("x")
    said = "warnings stop `mkdocs build --strict`"
    assert emitted(warning, warning).endswith(f"\n\n2 warnings in 2 plan files; {said}\n")
    assert said not in emitted(warning, error)
    assert said not in emitted(located("x", severity=Severity.NOTICE))


def test_a_long_list_is_counted_by_rule() -> None:
    """The reader sees what to mend first; a short list speaks for itself."""
    found = [located("x")] * 19
    assert emitted(*found).endswith("\n\n19 errors in 2 plan files\n")
    assert emitted(*found, located("x")).endswith("\n\n20 errors in 2 plan files: 20 some-rule\n")


def test_what_plans_ignore_is_counted() -> None:
    """An ignored finding isn't listed, and isn't forgotten."""
    run = Run(2, str, [Ignored(located("x"), "Measured by the board from 2027.")])
    summary = "2 plan files checked, nothing to report (1 ignored, each with its reason)\n"
    assert click.unstyle(emitter("text")([], run)) == summary
