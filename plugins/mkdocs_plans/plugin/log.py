"""Findings → MkDocs' log, so that they read as its own and count under `--strict`."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence

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

_LOGGER = logging.getLogger("mkdocs")


class _Quiet(logging.Filter):
    """Lets those handlers that there are show what `--quiet` does, from a level on."""

    level = logging.NOTSET
    before = logging.NOTSET
    handlers: Sequence[logging.Handler] = ()

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= self.level


_quiet = _Quiet()


def is_shown(level: int) -> bool:
    """Whether what is logged at a level is seen."""
    return LOG.isEnabledFor(level) and level >= _quiet.level


def hear_all() -> None:
    """Have all be heard that is logged from `INFO` on, though `--quiet` keeps it from being seen."""
    if _LOGGER.isEnabledFor(logging.INFO):
        return
    _quiet.level, _quiet.before = _LOGGER.getEffectiveLevel(), _LOGGER.level
    _quiet.handlers = list(_handlers(_LOGGER))
    for handler in _quiet.handlers:
        handler.addFilter(_quiet)
    _LOGGER.setLevel(logging.INFO)


def hear_as_before() -> None:
    """Leave it to `--quiet` again."""
    for handler in _quiet.handlers:
        handler.removeFilter(_quiet)
    if _quiet.level:
        _LOGGER.setLevel(_quiet.before)
    _quiet.level, _quiet.handlers = logging.NOTSET, []


def _handlers(logger: logging.Logger | None) -> Iterator[logging.Handler]:
    while logger is not None:
        yield from logger.handlers
        logger = logger.parent if logger.propagate else None


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
        LOG.log(level if is_shown(level) or not stops else logging.ERROR, printable(text))


def will_be_aborted(*, is_strict: bool) -> bool:
    """Whether MkDocs ends this build as failed, as something has been warned of under `--strict`."""
    return is_strict and any(isinstance(one, CountHandler) and one.get_counts() for one in _LOGGER.handlers)
