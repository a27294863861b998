"""What changed in the plan in one quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_plans.history.period import PeriodGroup, Report
from mkdocs_plans.model import plain_text
from mkdocs_plans.model.views import Period as Arguments
from mkdocs_plans.render.past import PastLine, as_html, as_text
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view


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
    groups: tuple[ChangedPlan, ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """What changed; nothing where nothing did, or the site doesn't show it."""

    headline: Markup | None = None
    summary: Markup | None = None
    sections: tuple[ChangedSection, ...] = ()


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> PeriodView:
    """Give the report of a quarter."""
    report = page.past.report_of(arguments.name or "") if page.past else None
    if report is None:
        return PeriodView()
    return PeriodView(as_html(report.headline), as_html(report.summary), tuple(_sections(page, report)))


def _sections(page: Presenter, report: Report) -> Iterator[ChangedSection]:
    for number, (title, groups) in enumerate(report.sections, start=1):
        yield ChangedSection(f"changes-{number}", as_html(title), tuple(_plan(page, one) for one in groups))


def _plan(page: Presenter, group: PeriodGroup) -> ChangedPlan:
    lines = tuple(PastLine(verdict, as_html(text)) for verdict, text in group.lines)
    if not group.title:
        return ChangedPlan(None, lines)
    path = page.past.path_now(group.path) if page.past else None
    return ChangedPlan(Link(plain_text(as_text(group.title)), page.href(path) if path else None), lines)
