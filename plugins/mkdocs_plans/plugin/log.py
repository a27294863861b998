"""Findings → MkDocs' log, so that they read as its own and count under `--strict`."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger

from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.load import Loaded
from mkdocs_plans.report import printable

LOG = get_plugin_logger("plans")

_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTICE: logging.INFO,
}


def report(found: Iterable[Located], loaded: Loaded) -> None:
    """Log each finding in one line: file, line, column, what is wrong, and what to do."""
    for located in found:
        finding, span = located.finding, located.span
        where = f"{loaded.shown_path(finding.path)}:{span.line}:{span.column}"
        hint = f" ({finding.hint})" if finding.hint else ""
        text = f"{where}: {finding.message}{hint} [{finding.rule}]"
        LOG.log(_LEVELS[finding.severity], printable(text))
