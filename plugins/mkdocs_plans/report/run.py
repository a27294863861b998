"""What a report says of the run, beside its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.rules import Ignored


@dataclass(frozen=True, slots=True)
class Run:
    """How many plan files were checked, how a finding's path is shown (relative to where the command
    runs, for a code host to the repository's root), what plans leave out with a reason, and the
    revision since which findings are new, where only those are reported.
    """

    files: int
    shown_path: Callable[[str], str]
    ignored: Sequence[Ignored] = ()
    since: str | None = None


def count(findings: Sequence[Located]) -> dict[Severity, int]:
    """Count findings by severity, the gravest first, those that there are none of included."""
    numbers = Counter(located.finding.severity for located in findings)
    return {severity: numbers[severity] for severity in Severity}


def counted(findings: Sequence[Located]) -> str:
    """Say the counts in words: `2 errors, 1 warning`."""
    numbers = count(findings).items()
    return ", ".join(f"{n} {severity}{'s' * (n != 1)}" for severity, n in numbers if n)
