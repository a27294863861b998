"""What is overdue and what is due next, by date: actions, goals, ends, reviews, to search, filter, sort."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mkdocs_plans import due, standing
from mkdocs_plans.due import Due, Kind, Period
from mkdocs_plans.model.views import DueDates as Arguments
from mkdocs_plans.model.views import Filters
from mkdocs_plans.render.data_links import due_links
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import DUE
from mkdocs_plans.render.views import attention
from mkdocs_plans.render.views.facets import (
    Facet,
    FacetKind,
    facet_attributes,
    facets,
    named,
    places,
    sort_key,
)
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.parts import Part, parts_of
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.formats import Day
from mkdocs_plans.wording.language import alphabetical, to_translate
from mkdocs_plans.wording.phrases import When

MOST = 300
"""How many rows a page has: enough for what is due in a year of a plan of middling size. Our convention."""

PERIODS = {
    Period.OVERDUE: to_translate("Overdue"),
    Period.WEEK: to_translate("This week"),
    Period.MONTH: to_translate("This month"),
    Period.QUARTER: to_translate("This quarter"),
    Period.NEXT: to_translate("Next quarter"),
    Period.LATER: to_translate("Later"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Something that is due. `kind` is what is to be done, `of` what it stands under; `away` how far its
    day is from today, in words, and `when` that day with its slip. `attributes` are those by which the script
    searches, filters and sorts.
    """

    row: attention.Row
    kind: str
    of: Link | None
    team: Link | None
    when: When
    away: str
    is_late: bool
    attributes: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class DueGroup:
    """What is due in a period, by date; `until` its last day, None for what is overdue or due later."""

    id: str
    title: str
    until: Day | None
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True)
class DueView:
    """What is due by periods, and what it can be narrowed by. `number` counts the rows, `more` what is due
    after `last`, and has no room; of a short list, `all_due` is the way to the rest. `data` leads
    to the calendar.
    """

    groups: tuple[DueGroup, ...]
    facets: tuple[Facet, ...]
    number: int
    more: int
    last: Day | None
    parts: tuple[Part, ...]
    is_short: bool
    all_due: Link | None
    data: tuple[Link, ...]


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> DueView:
    """Give all that is due and passes the filters, the longest overdue first; of very much, the first."""
    found = chosen_due(page, arguments)
    shown = found[: arguments.most or MOST]
    ends = due.periods(page.today, page.site.settings.fiscal_year_start)
    told_apart = facets(_kinds(page, ends), shown)
    order = _order(page, shown)
    rows = {
        id(one): replace(
            page.once(_row, one, one.plan, one.kind, id(one.part)),
            attributes={"data-order": order(one), **facet_attributes(told_apart, place)},
        )
        for place, one in enumerate(shown)
    }
    groups = (
        _group(page, period, ends, [rows[id(one)] for one in members])
        for period, members in groupby(shown, lambda one: _period(one.day, ends))
    )
    more = len(found) - len(shown)
    parts = parts_of(page, arguments)
    return DueView(
        groups=tuple(groups),
        facets=tuple(told_apart),
        number=len(shown),
        more=more,
        last=page.formats.day(shown[-1].day) if more else None,
        parts=parts.parts if parts else (),
        is_short=bool(arguments.most),
        all_due=Link(page.language.gettext("All that is due"), page.href(DUE)) if arguments.most else None,
        data=() if arguments.most else due_links(page, arguments),
    )


def chosen_due(page: Presenter, arguments: Arguments) -> list[Due]:
    """All that is due and passes the filters, the longest overdue first. The DRI is its own."""
    of_plans = Filters.model_construct(**{**dict(arguments), "dri": ()})
    plans = filter_plans(page, of_plans).plans
    found = due.due_of(page.plan, plans.values(), page.site.settings.review, page.today)
    return [one for one in found if standing.answers(one.dri, arguments)]


def _row(page: Presenter, one: Due) -> DueRow:
    row, above = attention.row(page, one), page.trail(one.plan)
    return DueRow(
        row=row,
        kind=page.due_kind(one),
        of=row.of or (above[-1] if above else None),
        team=page.team(one.plan),
        when=_when(page, one),
        away=page.days_away(-one.days_late(page.today)),
        is_late=standing.is_overdue(one.day, page.today),
        attributes={},
    )


def _when(page: Presenter, one: Due) -> When:
    """Its day; that it is overdue is said beside it."""
    if one.kind is Kind.REVIEW:
        return When(page.formats.day(one.day))
    return page.when(due.Deadline(one.date, one.originally, None))


def _period(day: datetime.date, ends: Mapping[Period, datetime.date]) -> Period:
    return next(period for period, last in ends.items() if day <= last)


def _group(
    page: Presenter, period: Period, ends: Mapping[Period, datetime.date], rows: Sequence[DueRow]
) -> DueGroup:
    has_end = period not in {Period.OVERDUE, Period.LATER}
    until = page.formats.day(ends[period]) if has_end else None
    return DueGroup(f"due-{period}", page.language.gettext(PERIODS[period]), until, tuple(rows))


def _kinds(page: Presenter, ends: Mapping[Period, datetime.date]) -> Iterator[FacetKind[Due]]:
    """What is due is told apart by who answers for it, by what it is, and by when it is due."""
    say = page.language.gettext
    words = {
        "review": say("Review"),
        **{name: getattr(page.words, name).one for name in ("action", "goal", "tactic", "strategy")},
    }
    names: Iterator[FacetKind[Due]] = named(page, lambda one: one.plan, lambda one: one.dri)
    yield from names
    yield FacetKind(
        "kind", say("Kind"), lambda one: (one.plan.type if one.kind is Kind.PLAN else one.kind,),
        words.__getitem__, list(words).index,
    )  # fmt: skip
    yield FacetKind(
        "when", say("When"), lambda one: (_period(one.day, ends).value,),
        lambda key: say(PERIODS[Period(key)]), [one.value for one in Period].index,
    )  # fmt: skip


def _order(page: Presenter, found: Sequence[Due]) -> Callable[[Due], str]:
    """What gives, for each column of the table, a row's place among the others as a whole number, or `-`
    where it has none: by its title, by its plan, by the DRI's name, by its day.
    """
    titles = places((one.title for one in found), alphabetical)
    plans = {one: place for place, one in enumerate(page.plan.plans)}
    names = places((page.names(one.dri) for one in found), alphabetical)

    def order(one: Due) -> str:
        columns = titles[one.title], plans[one.plan.id], names.get(page.names(one.dri)), one.day.toordinal()
        return sort_key(columns)

    return order
