"""What makes a finding the same one in the next report, whatever line it is on by then."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from mkdocs_plans.findings import Located
from mkdocs_plans.report.run import Run


def fingerprints(findings: Sequence[Located], run: Run) -> list[str]:
    """Give each finding a hash (64 hexadecimal digits) of its rule, file, message and line's text.

    Findings that are equal in all of these are told apart by how many stand before them, so that no
    two of a report have the same.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    return [_fingerprint(located, run, seen) for located in findings]


def _fingerprint(located: Located, run: Run, seen: Counter[tuple[str, ...]]) -> str:
    finding = located.finding
    facts = (finding.rule, run.shown_path(finding.path), finding.message, located.line)
    seen[facts] += 1
    text = "\0".join((*facts, str(seen[facts])))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
