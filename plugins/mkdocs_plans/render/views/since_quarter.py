"""What changed since last quarter of what the scoreboard shows: the changes that are pointed out, by plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mkdocs_plans.history import Period
from mkdocs_plans.history.period import quarter_of
from mkdocs_plans.history.report import PeriodGroup
from mkdocs_plans.history.slip_table import notes
from mkdocs_plans.model import LevelPlan, plain_text
from mkdocs_plans.render.past import Past, PastLine, as_html, as_text
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.folding import Folded, fold
from mkdocs_plans.render.views.period import period_link

MOST_LINES = 3
"""How many changes of one plan are told. Our convention."""


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """A plan of which something changed: what it is, the gravest changes, and how many there are more."""

    link: Link
    kind: str
    lines: tuple[PastLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SinceQuarter:
    """What changed, the gravest first; `notes` says what isn't known. `all` leads to all that changed in this
    quarter, `before` to the one before it.
    """

    notes: tuple[str, ...]
    plans: Folded[ChangedSince]
    all: Link | None
    before: Link | None


def since_quarter(page: Presenter, plans: Collection[LevelPlan], *, are_all: bool) -> SinceQuarter | None:
    """What changed in the quarter of today, of some plans; where these `are_all`, of those that are gone too.
    None where the site shows no past.
    """
    past = page.past
    if past is None:
        return None
    now = past.period_called(quarter_of(page.today, page.site.settings.fiscal_year_start))
    before = past.beside(now)[0] if now else None
    return SinceQuarter(
        () if before else tuple(notes(page, past.history)),
        fold(tuple(_changed(page, past, now, plans, are_all=are_all)) if now else ()),
        period_link(page, now) if now else None,
        period_link(page, before) if before else None,
    )


def _changed(
    page: Presenter, past: Past, period: Period, plans: Collection[LevelPlan], *, are_all: bool
) -> Iterator[ChangedSince]:
    shown = {plan.path: plan for plan in plans}
    for group in _groups(period):
        path = past.path_now(group.path)
        plan = shown.get(path or "")
        pointed = [PastLine(verdict, as_html(text)) for verdict, text in group.lines if verdict]
        if pointed and (plan or (are_all and path is None)):
            link = page.link(plan) if plan else Link(plain_text(as_text(group.title)))
            kind = getattr(page.words, plan.type).one if plan else ""
            yield ChangedSince(link, kind, tuple(pointed[:MOST_LINES]), len(pointed[MOST_LINES:]))


def _groups(period: Period) -> Iterator[PeriodGroup]:
    for _, groups in period.report.sections if period.report else ():
        yield from (group for group in groups if group.title)
