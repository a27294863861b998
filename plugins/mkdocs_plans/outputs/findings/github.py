"""Findings as workflow commands, by which GitHub Actions annotates the lines of a pull request.

A command is a line of a step's output: `::error file=…,line=…,col=…,endColumn=…,title=…::message`. The
form is that of https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands, the
escaping that of `packages/core/src/command.ts` in https://github.com/actions/toolkit. Files are named
from the root of the repository.

GitHub makes annotations of the first ten errors, ten warnings and ten notices of a step, and drops the
others in silence. All are written all the same: the log shows them. There GitHub shows the message
alone, so that the message names the place too.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plans.findings import Located
from mkdocs_plans.outputs.findings.run import Run
from mkdocs_plans.wording.terminal_text import printable


def emit(findings: Sequence[Located], run: Run) -> str:
    """Write one command for each finding; nothing where there is none."""
    return "".join(f"{_command(located, run)}\n" for located in findings)


def _command(located: Located, run: Run) -> str:
    finding, span = located.finding, located.span
    path = run.shown_path(finding.path)
    properties = {
        "file": path,
        "line": span.line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": finding.rule,
    }
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    place = f"{path}:{span.line}:{span.column}"
    rows = [f"{place}: {finding.message} [{finding.rule}]", finding.hint]
    rows += (f"{note}: {run.shown_path(other)}:{line}" for note, other, line in located.related)
    message = "\n".join(filter(None, rows))
    return printable(f"::{finding.severity} {named}::{_data(message)}")


def _data(text: str) -> str:
    """Escape what would end the line, and the sign that escapes."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what would end a property, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
