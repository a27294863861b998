"""What the formats share: the run that a report is about, its counts, what makes a finding the same one."""

from __future__ import annotations

import hashlib
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


def fingerprints(findings: Sequence[Located], run: Run) -> list[str]:
    """Give each finding a hash (64 hexadecimal digits) of its rule, file, message and line's text.

    So it keeps its hash in the next report, whatever line it is on by then. Findings that are equal in all
    of these are told apart by how many stand before them: no two of a report have the same.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    return [_fingerprint(located, run, seen) for located in findings]


def _fingerprint(located: Located, run: Run, seen: Counter[tuple[str, ...]]) -> str:
    finding = located.finding
    facts = (finding.rule, run.shown_path(finding.path), finding.message, located.line)
    seen[facts] += 1
    text = "\0".join((*facts, str(seen[facts])))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
