"""What a list of tactics can be narrowed by: team, DRI, strategy, theme, status, health, quarter, overdue."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from mkdocs_plans import standing
from mkdocs_plans.model import Health, Status, Tactic, plain_text
from mkdocs_plans.model.dates import Date, fiscal_year, parse_date
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.wording.language import alphabetical
from mkdocs_plans.wording.phrases import Badge

YEARS_AROUND = 10
"""How many years before and after today the quarters to choose from reach. Our convention: further away
stands a slip of the pen rather than a plan.
"""

FacetValues = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value to choose: as it stands in addresses, as text (or as a health's badge), and how many
    tactics have it.
    """

    key: str
    text: str
    count: int
    health: Badge | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its name in addresses, its label, its values in their order, and, in the order of the
    tactics, which of them each tactic has: several where `has_many`.
    """

    name: str
    label: str
    values: tuple[FacetValue, ...]
    has_many: bool
    of: tuple[FacetValues, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a facet is made. `values` gives those of a tactic, `text` a value in words, `order` its place
    among the others.
    """

    name: str
    label: str
    values: Callable[[Tactic], FacetValues]
    text: Callable[[str], str]
    order: Callable[[str], Any]
    health: Callable[[str], Badge | None] = lambda key: None


def facets(page: Presenter, tactics: Sequence[Tactic]) -> list[Facet]:
    """The facets that tell some of the tactics from others."""
    kinds = (*_named(page), *_standing(page), *_in_time(page))
    made = (_facet(kind, tuple(map(kind.values, tactics))) for kind in kinds)
    return [facet for facet in made if len(set(facet.of)) > 1]


def _facet(kind: _Kind, of: tuple[FacetValues, ...]) -> Facet:
    counts = Counter(chain.from_iterable(of))
    values = (FacetValue(k, kind.text(k), counts[k], kind.health(k)) for k in sorted(counts, key=kind.order))
    has_many = kind.name == "quarter" or any(len(one) > 1 for one in of)
    return Facet(kind.name, kind.label, tuple(values), has_many, of)


def _named(page: Presenter) -> Iterator[_Kind]:
    """Who works on it and what it serves; the value is empty where it has none."""
    plan, words, none = page.plan, page.words, page.language.gettext("none")
    strategies = {one: place for place, one in enumerate(plan.strategies)}
    themes = {one: place for place, one in enumerate(plan.themes)}

    def team(key: str) -> str:
        return plain_text(plan.teams[key].title) if key else none

    def person(key: str) -> str:
        return (link.text if (link := page.person(key)) else "") if key else _nobody(page)

    def strategy(key: str) -> str:
        return _numbered(plan.strategies[key]) if key else none

    def theme(key: str) -> str:
        return _numbered(plan.themes[key]) if key else none

    yield _Kind("team", words.team.one, lambda one: _id(plan.team_of(one)), team, _by_name(team))
    yield _Kind("dri", words.dri.one, lambda one: one.dri or ("",), person, _by_name(person))
    yield _Kind(
        "strategy", words.strategy.one, lambda one: _id(plan.strategy_of(one)), strategy,
        lambda key: strategies.get(key, len(strategies)),
    )  # fmt: skip
    yield _Kind(
        "theme", words.theme.one,
        lambda one: _id(plan.theme_of(above) if (above := plan.strategy_of(one)) else None), theme,
        lambda key: themes.get(key, len(themes)),
    )  # fmt: skip


def _standing(page: Presenter) -> Iterator[_Kind]:
    """Where it stands; there is no health in what isn't under way."""
    statuses = [status.value for status in Status]
    healths: dict[str, Health | None] = {health.value: health for health in Health} | {"unknown": None}
    in_order = list(healths)

    def health(tactic: Tactic) -> FacetValues:
        badge = page.health(tactic)
        return (badge.kind,) if badge else ()

    yield _Kind(
        "status", page.language.gettext("Status"), lambda one: (one.status.value,),
        lambda key: page.words.status(Status(key)), statuses.index,
    )  # fmt: skip
    yield _Kind(
        "health", page.language.gettext("Health"), health, lambda key: page.words.health(healths[key]),
        in_order.index, lambda key: page.health_kind(healths[key]),
    )  # fmt: skip


def _in_time(page: Presenter) -> Iterator[_Kind]:
    """When it runs, and whether it is late."""
    say, begins = page.language.gettext, page.site.settings.fiscal_year_start

    def quarter(key: str) -> str:
        return page.formats.date(parse_date(key, begins)).text if key else say("no date")

    def is_late(tactic: Tactic) -> FacetValues:
        ended = standing.is_overdue(standing.awaited_end(tactic), page.today)
        return ("yes",) if ended or standing.overdue_actions(tactic, page.today) else ()

    yield _Kind(
        "quarter", say("Quarter"), lambda one: quarters(one, page.today, begins), quarter,
        lambda key: (not key, parse_date(key, begins).first if key else None),
    )  # fmt: skip
    yield _Kind("overdue", say("Overdue"), is_late, lambda key: say("Overdue"), str)


def quarters(tactic: Tactic, today: datetime.date, year_begins: int) -> FacetValues:
    """The quarters in which a tactic runs, as plan files write them (`2026-Q1`; `FY26-Q1` where the
    plan's year begins in another month than January).

    Where only its start or its end is known, that quarter alone; where neither is, an empty text. None
    of those that are many years from today.
    """
    known = [day for day in (_first(tactic.start), _last(tactic.end)) if day is not None]
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


def _nobody(page: Presenter) -> str:
    return page.language.gettext("nobody named")


def _numbered(file: Any) -> str:
    title = plain_text(file.title)
    return f"{file.number} {title}" if file.number else title


def _by_name(text: Callable[[str], str]) -> Callable[[str], tuple[bool, str]]:
    """By the alphabet, what has no value last."""
    return lambda key: (not key, alphabetical(text(key)))
