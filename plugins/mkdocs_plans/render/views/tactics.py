"""Every tactic in one table, to search, filter and sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_plans import standing
from mkdocs_plans.model import Tactic, plain_text
from mkdocs_plans.model.views import Tactics as Arguments
from mkdocs_plans.render.cards import TacticRow
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.facets import Facet, facets
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
    """The rows of the table, what each has beside its tactic, and what they can be narrowed by."""

    tactics: tuple[TacticRow, ...]
    browsed: tuple[Browsed, ...]
    facets: tuple[Facet, ...]


@view(Arguments)
def show(page: Presenter, arguments: Arguments) -> TacticsView:
    """Give the tactics that pass the filters, in the order of their numbers, with the facets that tell
    them apart.
    """
    chosen = list(filter_plans(page, arguments).tactics.values())
    by_strategy = {s.id: index for index, s in enumerate(page.plan.strategies.values())}
    last = len(by_strategy)
    chosen.sort(key=lambda tactic: by_strategy.get(tactic.strategy or "", last))
    found = facets(page, chosen)
    order = _order(page, chosen)
    return TacticsView(
        tactics=tuple(map(page.tactic_row, chosen)),
        browsed=tuple(_browsed(page, tactic, order, found, place) for place, tactic in enumerate(chosen)),
        facets=tuple(found),
    )


def _browsed(
    page: Presenter, tactic: Tactic, order: Callable[[Tactic], str], found: Sequence[Facet], place: int
) -> Browsed:
    late = len(standing.overdue_actions(tactic, page.today))
    attributes = {
        "data-order": order(tactic),
        "data-summary": plain_text(tactic.summary) if tactic.summary else None,
        **{f"data-{facet.name}": " ".join(facet.of[place]) for facet in found if facet.of[place]},
    }
    return Browsed(page.words.count("action", late) if late else "", attributes)


_STATES = ("off-track", "at-risk", "unknown", "on-track", "proposed", "draft", "done", "dropped")
"""How it goes, what needs a look first."""


def _order(page: Presenter, tactics: Sequence[Tactic]) -> Callable[[Tactic], str]:
    """What gives, for each column of the table, a tactic's place among the others as a whole number, or
    `-` where it has none: by number and title, by strategy, by the DRI's name, by how it goes, by percent
    done, by day of its end.
    """
    places = {one: place for place, one in enumerate(page.plan.tactics)}
    strategies = {one: place for place, one in enumerate(page.plan.strategies)}
    people = {tactic.dri: " · ".join(map(page.person_name, tactic.dri)) for tactic in tactics if tactic.dri}
    names = {name: place for place, name in enumerate(sorted(set(people.values()), key=alphabetical))}

    def order(tactic: Tactic) -> str:
        row = page.tactic_row(tactic)
        columns = (
            places[tactic.id],
            strategies.get(tactic.strategy or ""),
            names.get(people.get(tactic.dri, "")),
            _STATES.index((row.health or row.status).kind),
            row.progress.percent if row.progress else None,
            tactic.end.last.toordinal() if tactic.end else None,
        )
        return " ".join("-" if number is None else str(number) for number in columns)

    return order
