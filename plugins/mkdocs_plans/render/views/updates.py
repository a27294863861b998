"""Every check-in of strategies and tactics, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from mkdocs_plans.model.views import Updates as Arguments
from mkdocs_plans.render.cards import UpdateEntry
from mkdocs_plans.render.data_links import feed_links
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.check_ins import UpdateOf, check_ins
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.parts import Part, parts_of
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.phrases import Badge

NEWEST = 100
"""How many check-ins a page shows whose parts have them all. Our convention."""


@dataclass(frozen=True, slots=True)
class PlanUpdate:
    """A check-in with its plan, and the health before where it reports another one."""

    plan: Link
    before: Badge | None
    update: UpdateEntry


@dataclass(frozen=True, slots=True)
class Month:
    """The check-ins of a month."""

    id: str
    title: str
    entries: tuple[PlanUpdate, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The check-ins of a year, whose number is given in words."""

    year: str
    number: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class UpdatesView:
    """What the template is given: of a large plan the newest check-ins, `newest` of all of them in words, and
    the parts that have them all; `data` leads to the feed.
    """

    years: tuple[Year, ...]
    newest: str
    parts: tuple[Part, ...]
    data: tuple[Link, ...]


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> UpdatesView:
    """Give the check-ins of the plans that pass the filters by year and month; the newest year stands
    open. A period counts to its last day.
    """
    found = [one for plan in filter_plans(page, arguments).plans.values() for one in check_ins(plan)]
    found.sort(key=lambda one: one.update.date.last, reverse=True)
    parts = parts_of(page, arguments)
    shown = found[:NEWEST] if parts else found
    years = groupby(shown, lambda one: one.update.date.last.year)
    return UpdatesView(
        tuple(_year(page, year, list(members)) for year, members in years),
        page.language.ngettext(
            "The newest of %(total)d check-ins",
            "The %(num)d newest of %(total)d check-ins",
            len(shown),
            total=len(found),
        )
        if parts
        else "",
        parts.parts if parts else (),
        feed_links(page, arguments),
    )


def _year(page: Presenter, year: int, found: list[UpdateOf]) -> Year:
    by_month = groupby(found, lambda one: one.update.date.last.replace(day=1))
    months = tuple(
        Month(
            f"updates-{month:%Y-%m}", page.formats.month(month), tuple(_update(page, one) for one in members)
        )
        for month, members in by_month
    )
    return Year(
        str(year), page.language.ngettext("%(num)d check-in", "%(num)d check-ins", len(found)), months
    )


def _update(page: Presenter, one: UpdateOf) -> PlanUpdate:
    before = page.health_kind(one.before) if one.changed else None
    return PlanUpdate(page.link(one.plan), before, page.update(one.plan, one.update, is_alone=True))
