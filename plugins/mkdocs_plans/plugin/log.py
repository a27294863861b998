"""Findings → MkDocs' log, so that they read as its own and count under `--strict`."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from mkdocs_plans.findings import Located, Severity, gravest_last
from mkdocs_plans.load import Loaded
from mkdocs_plans.wording.terminal_text import printable

LOG = get_plugin_logger("plans")

_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTICE: logging.INFO,
}


def tell(severity: Severity, text: str) -> None:
    """Log what is wrong with a page."""
    LOG.log(_LEVELS[severity], printable(text))


def report(found: Iterable[Located], loaded: Loaded, stops_at: Severity | None) -> None:
    """Log each finding in one line: file, line, column, what is wrong, and what to do; errors last.

    What stops the build (from the severity `stops_at` on) is seen even where `--quiet` hides its level.
    """
    for located in gravest_last(found):
        finding, span = located.finding, located.span
        where = f"{loaded.shown_path(finding.path)}:{span.line}:{span.column}"
        hint = f" ({finding.hint})" if finding.hint else ""
        text = f"{where}: {finding.message}{hint} [{finding.rule}]"
        level = _LEVELS[finding.severity]
        stops = stops_at is not None and finding.severity.reaches(stops_at)
        LOG.log(level if LOG.isEnabledFor(level) or not stops else logging.ERROR, printable(text))


def will_be_aborted(*, is_strict: bool) -> bool:
    """Whether MkDocs ends this build as failed, as something has been warned of under `--strict`."""
    handlers = logging.getLogger("mkdocs").handlers
    return is_strict and any(isinstance(one, CountHandler) and one.get_counts() for one in handlers)
