"""What changed in the plan in one year, quarter or month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_plans.history import Period
from mkdocs_plans.history.period import PeriodChange, period_path
from mkdocs_plans.history.report import PeriodGroup, Report
from mkdocs_plans.history.slip_table import notes
from mkdocs_plans.model import plain_text
from mkdocs_plans.model.views import Period as Arguments
from mkdocs_plans.render.past import Past, PastLine, as_html, as_text
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import period_text
from mkdocs_plans.render.views.folding import Folded, fold
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.formats import Day

MOST_PLANS = 30
"""How many plans of a section stand open. Our convention."""


@dataclass(frozen=True, slots=True)
class ChangedPlan:
    """One plan with its edits; `link` leads to its page, if it still has one, and is None for other lines."""

    link: Link | None
    lines: tuple[PastLine, ...]


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """Some plans below what their changes amount to, or what the change does to the whole."""

    id: str
    title: Markup
    groups: Folded[ChangedPlan]


@dataclass(frozen=True, slots=True)
class PeriodWithin:
    """A quarter of a year or a month of a quarter, with how many plans changed in it, if any did."""

    link: Link
    summary: Markup | None


@dataclass(frozen=True, slots=True)
class ChangeWithin:
    """One change of the period: its day, its commit, who wrote it if the site says so, and its plans."""

    day: Day
    commit: str
    href: str | None
    author: str
    plans: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """What changed. Without `name` the site shows no past; where it `is_unknown`, it tells of no such period;
    without a headline nothing changed. `notes` says what isn't known of it; `before` and `after` lead to its
    neighbours, `older` says how many changes aren't listed one by one.
    """

    name: str = ""
    is_unknown: bool = False
    notes: tuple[str, ...] = ()
    before: Link | None = None
    after: Link | None = None
    headline: Markup | None = None
    summary: Markup | None = None
    sections: tuple[ChangedSection, ...] = ()
    within: tuple[PeriodWithin, ...] = ()
    changes: tuple[ChangeWithin, ...] = ()
    number: int = 0
    older: int = 0


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> PeriodView:
    """Give the report of a period."""
    past, name = page.past, arguments.name or ""
    if past is None:
        return PeriodView()
    period = past.period_called(name)
    if period is None:
        return PeriodView(name=name, is_unknown=True, notes=tuple(notes(page, past.history)))
    before, after = past.beside(period)
    report = period.report
    return PeriodView(
        name=name,
        notes=() if before else tuple(notes(page, past.history)),
        before=period_link(page, before) if before else None,
        after=period_link(page, after) if after else None,
        headline=as_html(report.headline) if report else None,
        summary=as_html(report.summary) if report else None,
        sections=tuple(_sections(page, past, report)) if report else (),
        within=tuple(_within(page, one) for one in past.periods_in(name)),
        changes=tuple(_change(page, past, one) for one in period.changes),
        number=len(period.changes) + period.older,
        older=period.older,
    )


def period_link(page: Presenter, period: Period) -> Link:
    """The way to a period's page, called as readers call it."""
    text = period_text(period.name, page.formats, page.site.settings.fiscal_year_start)
    return Link(text, page.href(period_path(period.name)))


def _within(page: Presenter, period: Period) -> PeriodWithin:
    return PeriodWithin(period_link(page, period), as_html(period.report.summary) if period.report else None)


def _change(page: Presenter, past: Past, one: PeriodChange) -> ChangeWithin:
    plans = tuple(_plan_link(page, past, title, path) for title, path in one.plans)
    day = page.formats.day(one.day)
    return ChangeWithin(day, one.commit[:10], past.way_to(one.commit), one.author, plans)


def _sections(page: Presenter, past: Past, report: Report) -> Iterator[ChangedSection]:
    for number, (title, groups) in enumerate(report.sections, start=1):
        plans = tuple(_plan(page, past, one) for one in groups)
        yield ChangedSection(f"changes-{number}", as_html(title), fold(plans, MOST_PLANS))


def _plan(page: Presenter, past: Past, group: PeriodGroup) -> ChangedPlan:
    lines = tuple(PastLine(verdict, as_html(text)) for verdict, text in group.lines)
    if not group.title:
        return ChangedPlan(None, lines)
    return ChangedPlan(_plan_link(page, past, as_text(group.title), group.path), lines)


def _plan_link(page: Presenter, past: Past, title: str, path: str) -> Link:
    """The way to a plan that had a path once, if it still has a page."""
    now = past.path_now(path)
    return Link(plain_text(title), page.href(now) if now else None)
