"""What a user names a state of the plan by, a git revision or a day → the commit that holds it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic_core import PydanticCustomError

from mkdocs_plans.errors import ToolError
from mkdocs_plans.model.dates import parse_date
from mkdocs_plans.settings import Site
from mkdocs_plans.source import commit_of_day, day_of_commit, known_revision, left_revision, resolve

_YEAR = re.compile(r"\d{4}")
"""A year alone may as well be the beginning of a commit's name."""

_HINT = "write a branch, a commit, a day such as 2026-06-30, or a period such as 2026-Q2"


@dataclass(frozen=True, slots=True)
class StateNamed:
    """A state of the plan: the revision that holds it, and the day as which it was named, if it was."""

    revision: str
    day: datetime.date | None = None


def state_named(site: Site, name: str, hint: str = _HINT) -> StateNamed:
    """Find a state by a revision, or by a day or a period: what the default branch had at its end. What is
    both is the revision.

    ToolError where there is none, with what helps: of a revision that git lacks, the hint.
    """
    return _of_day(site, name) or StateNamed(known_revision(site.docs_dir, name, hint))


def _of_day(site: Site, name: str) -> StateNamed | None:
    day = _day_meant(site, name)
    if day is None or resolve(site.docs_dir, name) is not None:
        return None
    if day > site.today:
        raise ToolError(f"{name} isn't over yet: today is {site.today}")
    return StateNamed(commit_of_day(site.docs_dir, day, zone_of(site)), day)


def base_named(site: Site, name: str, left: Callable[[Path, str], str] = left_revision) -> str:
    """Find what to compare the files of now with: a day, or the commit where the current branch `left` a
    revision, so that what went on there since is no part of the change. ToolError as `state_named`.
    """
    found = _of_day(site, name)
    return found.revision if found else left(site.docs_dir, known_revision(site.docs_dir, name, _HINT))


def is_both(site: Site, name: str) -> bool:
    """Whether something is a day, and a revision is called so as well."""
    return _day_meant(site, name) is not None and resolve(site.docs_dir, name) is not None


def day_of_state(site: Site, state: StateNamed) -> datetime.date:
    """The day by which a state is judged: as it was named, else that of its commit."""
    return state.day or day_of_commit(site.docs_dir, state.revision, zone_of(site))


def zone_of(site: Site) -> ZoneInfo | None:
    """The time zone whose day counts; None for the computer's."""
    return ZoneInfo(site.settings.timezone) if site.settings.timezone else None


def _day_meant(site: Site, name: str) -> datetime.date | None:
    """The last day of a date as plan files write it; None for anything else."""
    if _YEAR.fullmatch(name):
        return None
    try:
        return parse_date(name, site.settings.fiscal_year_start, site.language).last
    except PydanticCustomError:
        return None
