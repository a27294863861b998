"""What changed in each year, quarter and month."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from mkdocs_plans.history.cache import Cache
from mkdocs_plans.history.event import Event
from mkdocs_plans.history.history import History, history_of
from mkdocs_plans.history.meaning import Neighbours
from mkdocs_plans.history.report import Report, report_of
from mkdocs_plans.history.states import Scope, Tellers, read_commits
from mkdocs_plans.load import Known, zone_of
from mkdocs_plans.model.dates import fiscal_year
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Log, day_of

MOST_CHANGES = 50
"""How many changes of a period are listed one by one, the newest. Our convention."""


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """One change of a period: its commit, its day, who wrote it if the site says so, and the plans that it
    is about, each by its title and the path that its file had.
    """

    commit: str
    day: datetime.date
    author: str
    plans: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A year, quarter or month, by its name as plan files write it: `2026`, `2026-Q3`, `2026-09`. It lies in
    the one `above`. `report` says what changed in it, None where nothing did; `older` how many changes there
    are beside the newest, which are listed.
    """

    name: str
    above: str
    report: Report | None
    changes: tuple[PeriodChange, ...]
    older: int

    @property
    def grain(self) -> str:
        """What it is: a `year`, a `quarter` or a `month`."""
        return "quarter" if "-Q" in self.name else "month" if "-" in self.name else "year"


_Pair = tuple[str, str]
"""The commit before a period, empty where there is none, and its last one."""


def read_past(
    site: Site, known: Known, hidden: frozenset[str] = frozenset()
) -> tuple[History, tuple[Period, ...]]:
    """Read what became of a plan, as far as a site publishes it, and every year, quarter and month from the
    first change to now, each before those within it; of a year without a change, none. `known` is what was
    read of each file for the plan of now.

    ToolError where there is no git, no repository or no commit, or it lacks an object.
    """
    scope, start = Scope(site, is_public=True, hidden=hidden), site.settings.fiscal_year_start
    log, tellers = read_commits(scope), Tellers(scope)
    pairs = _pairs(log, zone_of(site), start)
    with Cache(site, "period", Report, *sorted(hidden)) as cache:
        reports = {pair: kept for pair in pairs.values() if (kept := cache.get("..".join(pair)))}
        missing = {pair for pair in pairs.values() if pair not in reports}
        plans = {commit: Plan() for pair in missing for commit in pair}
        history = history_of(scope, log, known, plans)
        for pair in missing:
            two = Neighbours(plans[pair[0]], plans[pair[1]])
            reports[pair] = cache.keep("..".join(pair), report_of(two, tellers.of(two)))
    found = {name: reports[pair] for name, pair in pairs.items() if reports[pair].sections}
    return history, tuple(_periods(history, found, site.today, start))


def _periods(
    history: History, reports: Mapping[str, Report], today: datetime.date, start: int
) -> Iterator[Period]:
    changes = [one for one in history.events if any(step.edits for step in one.meaning.files)]
    listed: dict[str, list[Event]] = defaultdict(list)
    for one in changes:
        for name in names_of(one.day, start):
            listed[name].append(one)
    for name, above in _names([one.day for one in changes], today, start).items():
        told = tuple(map(_change, listed[name][:MOST_CHANGES]))
        yield Period(name, above, reports.get(name), told, len(listed[name]) - len(told))


def period_path(name: str) -> str:
    """The file of a period's page."""
    return f"changes/{name}.md"


def quarter_of(day: datetime.date, fiscal_year_start: int) -> str:
    """The quarter in which a day lies: of the calendar year, or the fiscal one where that is another."""
    return names_of(day, fiscal_year_start)[1]


def names_of(day: datetime.date, fiscal_year_start: int) -> tuple[str, str, str]:
    """The year, the quarter and the month in which a day lies."""
    number = (day.month - fiscal_year_start) % 12 // 3 + 1
    year = f"{day.year}" if fiscal_year_start == 1 else fiscal_year(day, fiscal_year_start)
    return year, f"{year}-Q{number}", f"{day.year}-{day.month:02}"


def _names(days: Collection[datetime.date], today: datetime.date, start: int) -> Mapping[str, str]:
    """The periods that there are, in order, each with the one above it."""
    if not days:
        return {}
    years = {names_of(day, start)[0] for day in (*days, today)}
    names: dict[str, str] = {}
    for month in _months(min(days), max(*days, today)):
        of_year, of_quarter, of_month = names_of(month, start)
        if of_year in years:
            names |= {of_year: "", of_quarter: of_year, of_month: of_quarter}
    return names


def _months(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """The first days of the months from one day to another."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield datetime.date(number // 12, number % 12 + 1, 1)


def _pairs(log: Log, zone: ZoneInfo | None, start: int) -> Mapping[str, _Pair]:
    """The periods with a commit, each with the states that it lies between."""
    base = log.commits[0].name if log.is_cut and log.commits else ""
    commits = log.commits[1:] if log.is_cut else log.commits
    names = [(one.name, names_of(day_of(one.time, zone), start)) for one in commits]
    pairs: dict[str, _Pair] = {}
    for grain in range(3):
        last = {periods[grain]: commit for commit, periods in names}
        pairs |= zip(last, pairwise((base, *last.values())), strict=True)
    return pairs


def _change(event: Event) -> PeriodChange:
    plans = tuple((one.title, one.now or one.was or "") for one in event.meaning.files if one.edits)
    return PeriodChange(event.commit, event.day, event.author, plans)
