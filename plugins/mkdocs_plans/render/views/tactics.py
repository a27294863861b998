"""Every tactic in one table, to search, filter and sort."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_plans import standing
from mkdocs_plans.load.own_words import own_statuses
from mkdocs_plans.model import Status, Tactic, plain_text
from mkdocs_plans.model.views import Tactics as Arguments
from mkdocs_plans.render.cards import TacticRow
from mkdocs_plans.render.data_links import table_links
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.facets import (
    Facet,
    FacetKind,
    FacetValues,
    facet_attributes,
    facets,
    health,
    named,
    overdue,
    places,
    quarter,
    quarters,
    sort_key,
)
from mkdocs_plans.render.views.filters import filter_plans
from mkdocs_plans.render.views.view import view
from mkdocs_plans.wording.language import alphabetical


@dataclass(frozen=True, slots=True)
class Browsed:
    """What a row of the table has beside its tactic: how many actions are overdue, in words, and the
    attributes by which the script searches, filters and sorts it.
    """

    overdue: str
    attributes: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class TacticsView:
    """The rows of the table, what each has beside its tactic, and what they can be narrowed by. `data` leads
    to the whole table.
    """

    tactics: tuple[TacticRow, ...]
    browsed: tuple[Browsed, ...]
    facets: tuple[Facet, ...]
    data: tuple[Link, ...]


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> TacticsView:
    """Give the tactics that pass the filters, in the order of their numbers, with the facets that tell
    them apart.
    """
    chosen = list(filter_plans(page, arguments).tactics.values())
    by_strategy = {s.id: index for index, s in enumerate(page.plan.strategies.values())}
    last = len(by_strategy)
    chosen.sort(key=lambda tactic: by_strategy.get(tactic.strategy or "", last))
    found = facets(_kinds(page), chosen)
    order = _order(page, chosen)
    return TacticsView(
        tactics=tuple(map(page.tactic_row, chosen)),
        browsed=tuple(_browsed(page, tactic, order, found, place) for place, tactic in enumerate(chosen)),
        facets=tuple(found),
        data=table_links(page, "tactics", arguments),
    )


def _browsed(
    page: Presenter, tactic: Tactic, order: Callable[[Tactic], str], found: Sequence[Facet], place: int
) -> Browsed:
    late = len(standing.overdue_actions(tactic, page.today))
    attributes = {
        "data-order": order(tactic),
        "data-summary": plain_text(tactic.summary) if tactic.summary else None,
        **facet_attributes(found, place),
    }
    return Browsed(page.words.count("action", late) if late else "", attributes)


def _kinds(page: Presenter) -> Iterator[FacetKind[Tactic]]:
    """What tactics are told apart by."""
    statuses = [status.value for status in Status]
    own = own_statuses(page.site.settings)

    def of_status(key: str) -> tuple[int, str]:
        return statuses.index(own.get(key, key)), key if key in own else ""

    def of_health(tactic: Tactic) -> FacetValues:
        badge = page.health(tactic)
        return (badge.kind,) if badge else ()

    def of_time(tactic: Tactic) -> FacetValues:
        return quarters(tactic.start, tactic.end, page.today, page.site.settings.fiscal_year_start)

    def is_late(tactic: Tactic) -> bool:
        ended = standing.is_overdue(standing.awaited_end(tactic), page.today)
        return ended or bool(standing.overdue_actions(tactic, page.today))

    names: Iterator[FacetKind[Tactic]] = named(page, lambda one: one, lambda one: one.dri)
    yield from names
    yield FacetKind(
        "status", page.language.gettext("Status"), lambda one: (one.own_status or one.status.value,),
        lambda key: key if key in own else page.words.status(Status(key)), of_status,
    )  # fmt: skip
    yield health(page, of_health)
    yield quarter(page, of_time)
    yield overdue(page, is_late)


_STATES = ("off-track", "at-risk", "unknown", "on-track", "proposed", "draft", "done", "dropped")
"""How it goes, what needs a look first."""


def _order(page: Presenter, tactics: Sequence[Tactic]) -> Callable[[Tactic], str]:
    """What gives, for each column of the table, a tactic's place among the others as a whole number, or
    `-` where it has none: by number and title, by strategy, by the DRI's name, by how it goes, by percent
    done, by day of its end.
    """
    in_plan = {one: place for place, one in enumerate(page.plan.tactics)}
    strategies = {one: place for place, one in enumerate(page.plan.strategies)}
    names = places((page.names(tactic.dri) for tactic in tactics), alphabetical)

    def order(tactic: Tactic) -> str:
        row = page.tactic_row(tactic)
        return sort_key(
            (
                in_plan[tactic.id],
                strategies.get(tactic.strategy or ""),
                names.get(page.names(tactic.dri)),
                _STATES.index((row.health or row.status).kind),
                row.progress.percent if row.progress else None,
                tactic.end.last.toordinal() if tactic.end else None,
            )
        )

    return order
