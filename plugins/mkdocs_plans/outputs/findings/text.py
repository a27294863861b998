"""Findings as text, as a compiler prints its own: place, message, the line, and what to do. In colour where
the terminal has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.outputs.findings.run import Run, count, counted
from mkdocs_plans.wording.terminal_text import printable, width

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "blue"}
LONG_LIST = 20
"""From how many findings on the summary counts them by rule, so that a reader sees the pattern."""

MENDABLE = "[*]"
"""Marks what `plans check --fix` mends, as other tools do."""

STRICT = "; warnings stop `mkdocs build --strict`"
"""Said where nothing else stops a build, as the check itself then exits with 0."""

LONGEST = 160
"""How many characters of a line are shown around the span."""


def emit(findings: Sequence[Located], run: Run) -> str:
    """Write each finding with the line that it is on, then a summary."""
    blocks = [finding_text(located, run) for located in findings]
    files = f"{run.files} plan file{'s' * (run.files != 1)}"
    new = "" if run.since is None else f" new since {printable(run.since)}"
    if not findings:
        colour = "green" if run.files else "yellow"
        summary = click.style(f"{files} checked, nothing{new or ' to report'}", fg=colour)
    else:
        summary = f"{counted(findings)}{new} in {files}{_by_rule(findings)}"
    if run.ignored:
        summary += f" ({len(run.ignored)} ignored, each with its reason)"
    if (numbers := count(findings))[Severity.WARNING] and not numbers[Severity.ERROR]:
        summary += STRICT
    if mendable := sum(bool(located.fix) for located in findings):
        least = "at least " if any(located.fix is None for located in findings) else ""
        summary += f"\n{MENDABLE} {least}{mendable} of these can be fixed with `plans check --fix`"
    return "\n\n".join([*blocks, summary]) + "\n"


def _by_rule(findings: Sequence[Located]) -> str:
    """The counts by rule of a long list, the most frequent first; nothing for a short one."""
    if len(findings) < LONG_LIST:
        return ""
    numbers = Counter(located.finding.rule for located in findings)
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return ": " + ", ".join(f"{number} {rule}" for rule, number in ordered)


def finding_text(located: Located, run: Run) -> str:
    """Write one finding: where and what; the line; the span underlined, and the hint."""
    finding, span = located.finding, located.span
    severity = click.style(str(finding.severity), fg=COLOURS[finding.severity], bold=True)
    path = printable(run.shown_path(finding.path))
    where = click.style(f"{path}:{span.line}:{span.column}:", bold=True)
    rule = click.style(f"[{finding.rule}]", dim=True)
    rows = [f"{where} {severity}: {printable(finding.message)} {rule}"]
    hint = f"{printable(finding.hint)} {MENDABLE if located.fix else ''}".strip()
    if located.line:
        rows += _excerpt(located, hint)
    elif hint:
        rows.append(f"     = {hint}")
    for note, path, line in located.related:
        rows.append(f"     = {note}: {printable(run.shown_path(path))}:{line}")
    return "\n".join(rows)


def _excerpt(located: Located, hint: str) -> list[str]:
    """The line, cut around the span where it is long, and the row of carets below it."""
    span = located.span
    start = max(0, min(span.column - 1, span.end_column - LONGEST))
    cut = start if len(located.line) > LONGEST else 0
    line = printable(located.line[cut : cut + LONGEST])
    before = printable(located.line[cut : span.column - 1])
    under = printable(located.line[span.column - 1 : span.end_column - 1][:LONGEST])
    carets = "^" * max(1, width(under))
    colour = COLOURS[located.finding.severity]
    marked = " " * width(before) + click.style(f"{carets} {hint}".rstrip(), fg=colour)
    return [f"{span.line:4} | {line}", f"     | {marked}"]
