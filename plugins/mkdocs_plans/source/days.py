"""A day → the commit that the default branch stood at when the day was over."""

from __future__ import annotations

import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs_plans.errors import ToolError
from mkdocs_plans.source.branch import SHALLOW, is_shallow
from mkdocs_plans.source.commits import history_branch, in_order, moment
from mkdocs_plans.source.git import ask_git


def commit_of_day(folder: Path, day: datetime.date, zone: ZoneInfo | None) -> str:
    """Give the newest commit that was there at the end of a day, where the site is.

    ToolError where there is no git, no repository or no commit so old, with what helps.
    """
    revision, branch = history_branch(folder)
    answer = ask_git(folder, "log", "--first-parent", "--format=%H %ct", revision, "--").decode()
    rows = [row.split() for row in reversed(answer.splitlines())]
    times = in_order([moment(time) for _, time in rows])
    days = [(day_of(time, zone), name) for time, (name, _) in zip(times, rows, strict=True)]
    if found := [name for came, name in days if came <= day]:
        return found[-1]
    if is_shallow(folder):
        raise ToolError(f"there is no commit of {day} or before it here; {SHALLOW}")
    raise ToolError(f"on {day} there was no commit yet: the first one of {branch} is of {days[0][0]}")


def day_of_commit(folder: Path, name: str, zone: ZoneInfo | None) -> datetime.date:
    """The day of a commit. ToolError where there is none of that name."""
    answer = ask_git(folder, "log", "-1", "--format=%ct", "--end-of-options", name, "--")
    return day_of(moment(answer.decode()), zone)


def day_of(time: datetime.datetime, zone: ZoneInfo | None) -> datetime.date:
    """The day of a time, where the site is."""
    return time.astimezone(zone).date()
