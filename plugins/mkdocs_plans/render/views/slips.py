"""Every date that moved: first promised, each day since, and the change that moved it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_plans.history import Period, Slip
from mkdocs_plans.history.slip_table import MovedRow, SlipRow, Sum, notes, slip_table
from mkdocs_plans.model import Goal, PlanFile, Tactic
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.model.views import Slips as Arguments
from mkdocs_plans.render.past import Past
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.folding import Folded, fold
from mkdocs_plans.render.views.period import period_link
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.formats import Day


@dataclass(frozen=True, slots=True)
class SlipDay:
    """One day that a date had: when it moved there, and with which change."""

    day: Day | None
    when: str
    commit: str
    href: str | None
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """A date that moved: what it is of, how much, and all its days. `known` is what git has for the first
    promise, where that is another day.
    """

    link: Link
    kind: str
    of: Link | None
    moved: str
    first: Day
    known: Day | None
    days: tuple[SlipDay, ...]


@dataclass(frozen=True, slots=True)
class SlipTheme:
    """The dates of one theme that moved, and how much in all."""

    id: str
    link: Link | None
    title: str
    sums: str
    slips: Folded[SlipLine]


@dataclass(frozen=True, slots=True)
class SlipTeam:
    """How much moved of one team's."""

    link: Link | None
    title: str
    sums: str


@dataclass(frozen=True, slots=True)
class SlipYear:
    """A year with its quarters."""

    link: Link
    quarters: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SlipsView:
    """What moved; nothing where the site shows no past."""

    is_off: bool = True
    notes: tuple[str, ...] = ()
    summary: str = ""
    themes: tuple[SlipTheme, ...] = ()
    teams: tuple[SlipTeam, ...] = ()
    years: tuple[SlipYear, ...] = ()


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> SlipsView:
    """Give what moved of the plans that the filters let through."""
    past = page.past
    if past is None:
        return SlipsView()
    slips = [slip for plan in filter_plans(page, arguments).plans.values() for slip in past.slips_of(plan)]
    table = slip_table(page, slips)
    return SlipsView(
        is_off=False,
        notes=tuple(notes(page, past.history)),
        summary=table.summary,
        themes=tuple(
            SlipTheme(
                f"theme-{group.sum.of.id}" if group.sum.of else "no-theme",
                _link(page, group.sum.of),
                group.sum.title,
                _sums(page, group.sum),
                fold(tuple(_line(page, past, row) for row in group.rows)),
            )
            for group in table.themes
        ),
        teams=tuple(SlipTeam(_link(page, one.of), one.title, _sums(page, one)) for one in table.teams),
        years=tuple(_year(page, past, one) for one in reversed(past.periods_in())),
    )


def _year(page: Presenter, past: Past, year: Period) -> SlipYear:
    quarters = (period_link(page, one) for one in past.periods_in(year.name))
    return SlipYear(period_link(page, year), tuple(quarters))


def _link(page: Presenter, file: PlanFile | None) -> Link | None:
    return page.link(file) if file else None


def _sums(page: Presenter, one: Sum) -> str:
    return page.language.gettext(", ").join(filter(None, (one.dates, one.days)))


def _line(page: Presenter, past: Past, row: SlipRow) -> SlipLine:
    slip = row.slip
    return SlipLine(
        link=_thing(page, slip),
        kind=row.kind,
        of=page.link(slip.plan) if slip.part else None,
        moved=row.moved,
        first=row.first,
        known=row.known,
        days=tuple(_days(past, row.rows)),
    )


def _thing(page: Presenter, slip: Slip) -> Link:
    """The way to what the date is of."""
    if isinstance(slip.part, Goal):
        return page.goal_link(GoalOf(slip.plan, slip.part))
    if slip.part is not None and isinstance(slip.plan, Tactic):
        return page.action_link(slip.plan, slip.part)
    return page.link(slip.plan)


def _days(past: Past, rows: tuple[MovedRow, ...]) -> Iterator[SlipDay]:
    for row in rows:
        yield SlipDay(row.day, row.when, (row.commit or "")[:10], past.way_to(row.commit), row.author)
