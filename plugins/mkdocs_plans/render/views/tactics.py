"""Every tactic in one table, to search, filter and sort."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_plans import standing
from mkdocs_plans.model import Tactic, ViewArguments, plain_text
from mkdocs_plans.model.views import Tactics as Arguments
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.facets import Facet, alphabetical, facets
from mkdocs_plans.render.views.filters import choose


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give the tactics that pass the filters, in the order of their numbers, with the facets that tell
    them apart.
    """
    assert isinstance(arguments, Arguments)
    chosen = list(choose(page, arguments).tactics.values())
    by_strategy = {s.id: index for index, s in enumerate(page.plan.strategies.values())}
    last = len(by_strategy)
    chosen.sort(key=lambda tactic: by_strategy.get(tactic.strategy or "", last))
    found = facets(page, chosen)
    order = _order(page, chosen)
    return {
        "tactics": [_row(page, tactic, order, found, place) for place, tactic in enumerate(chosen)],
        "facets": found,
    }


def _row(
    page: Presenter, tactic: Tactic, order: Callable[[Tactic], str], found: Sequence[Facet], place: int
) -> dict[str, Any]:
    """A row of the table, with the attributes by which the script searches, filters and sorts it."""
    late = len(standing.overdue_actions(tactic, page.today))
    values = {f"data-{facet.name}": " ".join(facet.of[place]) for facet in found if facet.of[place]}
    return {
        **page.tactic_row(tactic),
        "overdue": page.words.count("action", late) if late else "",
        "attributes": {
            "data-order": order(tactic),
            "data-summary": plain_text(tactic.summary) if tactic.summary else None,
            **values,
        },
    }


_STATES = ("off-track", "at-risk", "unknown", "on-track", "proposed", "draft", "done", "dropped")
"""How it goes, what needs a look first."""


def _order(page: Presenter, tactics: Sequence[Tactic]) -> Callable[[Tactic], str]:
    """What gives, for each column of the table, a tactic's place among the others as a whole number, or
    `-` where it has none: by number and title, by strategy, by the DRI's name, by how it goes, by percent
    done, by day of its end.
    """
    places = {one: place for place, one in enumerate(page.plan.tactics)}
    strategies = {one: place for place, one in enumerate(page.plan.strategies)}
    people = {tactic.dri: link.text for tactic in tactics if (link := page.person(tactic.dri))}
    names = {name: place for place, name in enumerate(sorted(set(people.values()), key=alphabetical))}

    def order(tactic: Tactic) -> str:
        row = page.tactic_row(tactic)
        columns = (
            places[tactic.id],
            strategies.get(tactic.strategy or ""),
            names.get(people.get(tactic.dri, "")),
            _STATES.index((row["health"] or row["status"]).kind),
            row["progress"].percent if row["progress"] else None,
            tactic.end.last.toordinal() if tactic.end else None,
        )
        return " ".join("-" if number is None else str(number) for number in columns)

    return order


def _plain(text: str | None) -> str | None:
    return None if text is None else plain_text(text)
