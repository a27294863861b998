"""What changed in each quarter, as the report on a change tells it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_plans.changes import Effect, PlanPair, Teller, review_of, tell_headline, tell_summary
from mkdocs_plans.changes.outline import outline
from mkdocs_plans.history.cache import Cache
from mkdocs_plans.history.event import Told, kept
from mkdocs_plans.history.history import History
from mkdocs_plans.load import Known, load
from mkdocs_plans.model.dates import fiscal_year
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Exclusions, Revision
from mkdocs_plans.standing import is_published
from mkdocs_plans.wording.formats import Formats
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words


@dataclass(frozen=True, slots=True)
class PeriodGroup:
    """What a period did to one plan, by the path that its file had; or lines that stand under no plan. Each
    has what it amounts to, where that is pointed out.
    """

    title: Told
    path: str
    lines: tuple[tuple[str, Told], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A change as it is told: what it amounts to, how many plans it is about, and its sections."""

    headline: Told
    summary: Told
    sections: tuple[tuple[Told, tuple[PeriodGroup, ...]], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter in which the plan changed, by its name as plan files write it: `2026-Q3`."""

    name: str
    report: Report


def read_periods(
    site: Site, history: History, known: Known, hidden: frozenset[str] = frozenset()
) -> tuple[Period, ...]:
    """Give the quarters in which the plan changed, as far as a site publishes it, the newest first. `known`
    is what was read of each file for the plan of now. ToolError where git lacks what it had.
    """
    with Cache(site, "period", Report, *sorted(hidden)) as cache:
        found = []
        for name, before, last in _quarters(site, history):
            pair = f"{before}..{last}"
            report = cache.get(pair)
            if report is None:
                states = (_state(site, commit, known, hidden) for commit in (before, last))
                report = cache.keep(pair, _report(site, PlanPair(*states)))
            found.append(Period(name, report))
    return tuple(reversed(found))


def _quarters(site: Site, history: History) -> Iterator[tuple[str, str, str]]:
    """Give each quarter with the commit before it, empty where there is none, and its last one."""
    commits: dict[str, str] = {}
    for event in reversed(history.events):
        if not event.meaning.is_empty:
            commits[quarter_of(event.day, site.settings.fiscal_year_start)] = event.commit
    before = history.base.commit if history.base else ""
    for name, commit in commits.items():
        yield name, before, commit
        before = commit


def quarter_of(day: datetime.date, fiscal_year_start: int) -> str:
    """The quarter in which a day lies: of the calendar year, or the fiscal one where that is another."""
    number = (day.month - fiscal_year_start) % 12 // 3 + 1
    year = f"{day.year}" if fiscal_year_start == 1 else fiscal_year(day, fiscal_year_start)
    return f"{year}-Q{number}"


def period_path(name: str) -> str:
    """The file of a quarter's page."""
    return f"changes/{name}.md"


def _state(site: Site, commit: str, known: Known, hidden: frozenset[str]) -> Plan:
    if not commit:
        return Plan()
    source = Revision(site.docs_dir, commit, Exclusions((*site.excluded, *site.drafts)), follows=True)
    return load(source, site, dict(known)).plan.only(
        lambda file: is_published(file) and file.path not in hidden
    )


def _report(site: Site, plans: PlanPair) -> Report:
    """Tell a change without what the site never shows: who leaves when, and what people are reached by."""
    language = Language(site.language)
    labels = {str(name): label for name, label in site.settings.labels.items()}
    words, formats = Words(language, labels), Formats(language)
    teller = Teller(plans, words, formats, site.settings.grades, is_published=True)
    review = review_of(plans)
    effects = tuple(one for one in review.consequences if one.effect is not Effect.DRI_LEAVES)
    shown = replace(review, consequences=effects, reviewers=(), people=())
    sections = tuple(
        (
            kept(section.title),
            tuple(
                PeriodGroup(
                    kept(first.group) if first.group else (),
                    first.path,
                    tuple((line.verdict, kept(line.text)) for line in lines),
                )
                for first, lines in section.groups
            ),
        )
        for section in outline(shown, teller, str)
    )
    return Report(kept(tell_headline(teller, shown)), kept(tell_summary(teller, shown)), sections)
