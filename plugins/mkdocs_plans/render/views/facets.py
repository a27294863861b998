"""What a list to browse can be narrowed by: its facets, each with its values and how many rows have them."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Generic, TypeVar

from mkdocs_plans.model import Health, LevelPlan, Strategy, Tactic, plain_text
from mkdocs_plans.model.dates import Date, fiscal_year, parse_date
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.wording.language import alphabetical
from mkdocs_plans.wording.phrases import Badge

T = TypeVar("T")

YEARS_AROUND = 10
"""How many years before and after today the quarters to choose from reach. Our convention: further away
stands a slip of the pen rather than a plan.
"""

FacetValues = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value to choose: as it stands in addresses, as text (or as a health's badge), and how many
    rows have it.
    """

    key: str
    text: str
    count: int
    health: Badge | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its name in addresses, its label, its values in their order, and, in the order of the
    rows, which of them each row has: several where `has_many`.
    """

    name: str
    label: str
    values: tuple[FacetValue, ...]
    has_many: bool
    of: tuple[FacetValues, ...]


@dataclass(frozen=True, slots=True)
class FacetKind(Generic[T]):
    """How a facet is made. `values` gives those of a thing in the list, `text` a value in words, `order` its
    place among the others.
    """

    name: str
    label: str
    values: Callable[[T], FacetValues]
    text: Callable[[str], str]
    order: Callable[[str], Any]
    health: Callable[[str], Badge | None] = lambda key: None


def facets(kinds: Iterable[FacetKind[T]], things: Sequence[T]) -> list[Facet]:
    """The facets that tell some of the things in a list from others."""
    made = (_facet(kind, tuple(map(kind.values, things))) for kind in kinds)
    return [facet for facet in made if len(set(facet.of)) > 1]


def facet_attributes(found: Sequence[Facet], place: int) -> dict[str, str]:
    """The attributes by which the script knows what the row at a place has of each facet."""
    return {f"data-{facet.name}": " ".join(facet.of[place]) for facet in found if facet.of[place]}


def _facet(kind: FacetKind[T], of: tuple[FacetValues, ...]) -> Facet:
    counts = Counter(chain.from_iterable(of))
    values = (FacetValue(k, kind.text(k), counts[k], kind.health(k)) for k in sorted(counts, key=kind.order))
    has_many = kind.name == "quarter" or any(len(one) > 1 for one in of)
    return Facet(kind.name, kind.label, tuple(values), has_many, of)


def named(
    page: Presenter, plan_of: Callable[[T], LevelPlan], dri_of: Callable[[T], tuple[str, ...]]
) -> Iterator[FacetKind[T]]:
    """Who works on a thing and what its plan serves; the value is empty where it has none."""
    plan, words, none = page.plan, page.words, page.language.gettext("none")
    strategies = {one: place for place, one in enumerate(plan.strategies)}
    themes = {one: place for place, one in enumerate(plan.themes)}

    def team(key: str) -> str:
        return plain_text(plan.teams[key].title) if key else none

    def person(key: str) -> str:
        nobody = page.language.gettext("nobody named")
        return (link.text if (link := page.person(key)) else "") if key else nobody

    def strategy(key: str) -> str:
        return _numbered(plan.strategies[key]) if key else none

    def theme(key: str) -> str:
        return _numbered(plan.themes[key]) if key else none

    yield FacetKind("team", words.team.one, lambda one: _id(plan.team_of(plan_of(one))), team, _by_name(team))
    yield FacetKind("dri", words.dri.one, lambda one: dri_of(one) or ("",), person, _by_name(person))
    yield FacetKind(
        "strategy", words.strategy.one, lambda one: _id(strategy_of(page, plan_of(one))), strategy,
        lambda key: strategies.get(key, len(strategies)),
    )  # fmt: skip
    yield FacetKind(
        "theme", words.theme.one,
        lambda one: _id(plan.theme_of_plan(plan_of(one))), theme,
        lambda key: themes.get(key, len(themes)),
    )  # fmt: skip


def strategy_of(page: Presenter, one: LevelPlan) -> Strategy | None:
    """The strategy that a tactic serves; a strategy itself."""
    if isinstance(one, Tactic):
        return page.plan.strategy_of(one)
    return one if isinstance(one, Strategy) else None


def health(page: Presenter, values: Callable[[T], FacetValues]) -> FacetKind[T]:
    """How it goes; there is no health in what isn't under way."""
    kinds: dict[str, Health | None] = {one.value: one for one in Health} | {"unknown": None}
    return FacetKind(
        "health", page.language.gettext("Health"), values, lambda key: page.words.health(kinds[key]),
        list(kinds).index, lambda key: page.health_kind(kinds[key]),
    )  # fmt: skip


def quarter(page: Presenter, values: Callable[[T], FacetValues]) -> FacetKind[T]:
    """The quarters in which it runs, or is due."""
    say, begins = page.language.gettext, page.site.settings.fiscal_year_start

    def text(key: str) -> str:
        return page.formats.date(parse_date(key, begins)).text if key else say("no date")

    def order(key: str) -> tuple[bool, Any]:
        return not key, parse_date(key, begins).first if key else None

    return FacetKind("quarter", say("Quarter"), values, text, order)


def overdue(page: Presenter, is_late: Callable[[T], bool]) -> FacetKind[T]:
    """Whether it is late."""
    late = page.language.gettext("Overdue")
    return FacetKind("overdue", late, lambda one: ("yes",) if is_late(one) else (), lambda key: late, str)


def quarters(start: Date | None, end: Date | None, today: datetime.date, year_begins: int) -> FacetValues:
    """The quarters from a start to an end, as plan files write them (`2026-Q1`; `FY26-Q1` where the
    plan's year begins in another month than January).

    Where only one of the two is known, that quarter alone; where neither is, an empty text. None
    of those that are many years from today.
    """
    known = [day for day in (_first(start), _last(end)) if day is not None]
    if not known:
        return ("",)
    first, last = (_quarter(day, year_begins) for day in (known[0], known[-1]))
    now, reach = _quarter(today, year_begins), 4 * YEARS_AROUND
    near = range(max(first, now - reach), min(last, now + reach) + 1)
    return tuple(_write_quarter(number, year_begins) for number in near)


def _first(date: Date | None) -> datetime.date | None:
    return date.first if date else None


def _last(date: Date | None) -> datetime.date | None:
    return date.last if date else None


def _quarter(day: datetime.date, year_begins: int) -> int:
    """The number of a day's quarter, counted through the years."""
    return (day.year * 12 + day.month - year_begins) // 3


def _write_quarter(number: int, year_begins: int) -> str:
    year, quarter = divmod(number, 4)
    if year_begins == 1:
        return f"{year:04}-Q{quarter + 1}"
    return f"{fiscal_year(datetime.date(year, year_begins, 1), year_begins)}-Q{quarter + 1}"


def _id(file: Any) -> FacetValues:
    return (file.id if file else "",)


def _numbered(file: Any) -> str:
    title = plain_text(file.title)
    return f"{file.number} {title}" if file.number else title


def _by_name(text: Callable[[str], str]) -> Callable[[str], tuple[bool, str]]:
    """By the alphabet, what has no value last."""
    return lambda key: (not key, alphabetical(text(key)))


def places(values: Iterable[str | None], order: Callable[[str], Any]) -> dict[str | None, int]:
    """The place of each value among the others, in an order."""
    return {value: place for place, value in enumerate(sorted({one for one in values if one}, key=order))}


def sort_key(columns: Iterable[int | None]) -> str:
    """A row's place in the order of each column as the script reads it: `-` where it has none."""
    return " ".join("-" if number is None else str(number) for number in columns)
