"""How new files look: the names that they may have, the order of their keys, the templates that they are
written from, and the dates that those are filled in with.

Templates are Markdown with front matter, so nothing is escaped as HTML. A value is written with the filter
`yaml`, which puts quotes around it where it needs them.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateutil.relativedelta import relativedelta
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_plans.errors import EditError
from mkdocs_plans.model import LevelPlan
from mkdocs_plans.yaml import Bare, write_inline

LONGEST_ID = 80
"""How many characters an id that names a file may have. Our convention: file systems take some 250."""

_PAGES_OF_FOLDERS = {"index", "readme"}


def refuse_as_file_name(id_: str) -> None:
    """EditError where a file of that name would be the page of its folder, or the name is too long."""
    if id_ in _PAGES_OF_FOLDERS:
        raise EditError(f'a file "{id_}.md" is the page of its folder: name another id, as --id the-{id_}')
    if len(id_) > LONGEST_ID:
        raise EditError(f"an id has at most {LONGEST_ID} characters, and this one {len(id_)}")


def shorten_id(id_: str) -> str:
    """As many whole words of an id as make a file name."""
    if len(id_) <= LONGEST_ID:
        return id_
    return id_[: LONGEST_ID + 1].rpartition("-")[0] or id_[:LONGEST_ID]


FILE_KEYS = (
    *(
        "type",
        "id",
        "number",
        "title",
        "summary",
        "audience",
        "ignore",
        "statement",
        "icon",
        "color",
        "values",
    ),
    *("lead", "theme", "strategy", "parent", "serves", "advances", "depends_on", "dri", "contributors"),
    *("team", "status", "start", "end", "originally", "when", "review", "outcome", "resources"),
    *("goals", "actions", "updates"),
)
GOAL_KEYS = (
    *("id", "number", "title", "dri", "contributors", "measure", "unit", "keep", "baseline", "target"),
    *("targets", "due", "originally", "when", "met", "dropped", "url", "note"),
)
ACTION_KEYS = (
    *("id", "number", "do", "dri", "contributors", "measure", "start", "due", "originally", "when"),
    *("done", "dropped", "url", "note"),
)
UPDATE_KEYS = ("date", "health", "readings", "note")

PART_KEYS: Mapping[str, Sequence[str]] = {"goals": GOAL_KEYS, "actions": ACTION_KEYS, "updates": UPDATE_KEYS}
"""The order within the items of a list, by its key."""


def open_templates(folder: Path) -> Environment:
    """The environment over a folder of templates."""
    made = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    made.filters["yaml"] = write_inline
    return made


def fill_template(folder: Path, name: str, values: Mapping[str, object]) -> str:
    """Fill a template of the folder in."""
    return open_templates(folder).get_template(name).render(values)


def fill_text(folder: Path, text: str, values: Mapping[str, object]) -> str:
    """Fill a text in that is a template itself."""
    return open_templates(folder).from_string(text).render(values)


AHEAD = relativedelta(months=3)
"""Who plans in the last quarter of a year plans for the next one."""


@dataclass(frozen=True, slots=True)
class Days:
    """What can be planned from a day on, as it is written: the year and the quarter that lie ahead; for a
    tactic of three months its start, its end, and the end of its first month.
    """

    year: Bare
    quarter: Bare
    start: Bare
    end: Bare
    start_end: Bare


def propose_days(today: datetime.date, fiscal_year_start: int = 1, within: LevelPlan | None = None) -> Days:
    """Give the dates for a day, and for a tactic that should lie within a plan's own."""
    start = today.replace(day=1) + relativedelta(months=1)
    if within is not None and within.start is not None:
        start = max(start, within.start.first)
    end = _end_of_month(start, 2)
    if within is not None and within.end is not None and within.end.last > start:
        end = min(end, within.end.last)
    first = start + relativedelta(months=1)
    return Days(
        year=Bare(_year(today + AHEAD, fiscal_year_start)),
        quarter=Bare(f"{first.year}-Q{(first.month + 2) // 3}"),
        start=Bare(start.isoformat()),
        end=Bare(end.isoformat()),
        start_end=Bare(min(end, _end_of_month(start, 0)).isoformat()),
    )


def _year(day: datetime.date, fiscal_year_start: int) -> str:
    """The year of a day: the calendar's, or the fiscal year by the year in which it ends."""
    if fiscal_year_start == 1:
        return str(day.year)
    return f"FY{(day.year + (day.month >= fiscal_year_start)) % 100:02}"


def _end_of_month(start: datetime.date, months: int) -> datetime.date:
    return start.replace(day=1) + relativedelta(months=months + 1, days=-1)
