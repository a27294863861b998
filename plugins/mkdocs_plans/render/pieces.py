"""The small pieces that pages are made of: phrases whose references are links."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ParamSpec, Protocol, Self, TypeVar, cast

from markupsafe import Markup

from mkdocs_plans.model import Action, LevelPlan, PlanFile, Tactic, Theme, person_path, plain_text
from mkdocs_plans.model.held import GoalOf
from mkdocs_plans.model.markup import has_markup
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.facts import Fact
from mkdocs_plans.render.looks import Look, look_of
from mkdocs_plans.render.site_pages import FIGURES
from mkdocs_plans.wording.html_text import inline, unlinked
from mkdocs_plans.wording.phrases import Phrases

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A")

MOST_RELATED = 30
"""How many plans a page lists that come before its own, wait for it or advance a goal of it. Each plan may
name each other one: without a bound, a site would grow with the square of its plans. Our convention.
"""

MOST_IN_ROW = 10
"""Likewise in a line of a list, and how many lines lead to one row of a timeline. Our convention."""

MOST_ANSWERING = 3
"""How many of those who answer jointly a row names; the plan's own page names all. Our convention."""

Href = Callable[[str], str | None]
"""The way from a page to the page of a file, by the file's path; None where the site doesn't have it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere; `href` None where that has no page. `text` is plain; `html` is the
    same with its markup, where it has any; `look` that of a theme.
    """

    text: str
    href: str | None = None
    number: str | None = None
    html: Markup | None = None
    look: Look | None = None


def make_link(text: str, href: str | None = None, number: str | None = None) -> Link:
    """A link that says a text of the plan. A link within it is one only where nothing else leads on."""
    if not has_markup(text):
        return Link(text, href, number)
    return Link(plain_text(text), href, number, inline(text) if href is None else unlinked(text))


class Memory(Protocol):
    """Keeps answers that are asked for often; longer than a build where it `lasts`."""

    lasts: bool

    def remember(self, function: Callable[P, T], most: int | None = None, /) -> Callable[P, T]:
        """Give a function that asks the given one once for each answer, and keeps so many of them."""

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is made under a key, as it was made before if that lasts longer than a build."""

    def fact(self, function: Fact[T], plan: Plan, today: datetime.date) -> T:
        """What the whole plan says to a question."""


class Cached:
    """Keeps each answer as long as the function that gives it, or the last ones."""

    lasts = False

    def remember(self, function: Callable[P, T], most: int | None = None, /) -> Callable[P, T]:
        """As `Memory` says."""
        return cast(Callable[P, T], lru_cache(most)(function))

    def once(self, _: Hashable, make: Callable[[], T]) -> T:
        """As `Memory` says."""
        return make()

    def fact(self, function: Fact[T], plan: Plan, today: datetime.date) -> T:
        """As `Memory` says."""
        return function(plan, today)


class Pieces(Phrases):
    """Makes pieces, with every reference turned into a link by `href`. So one object serves the pages
    that share their way to the others, and keeps what many of them show. `changes` is what the site marks.
    """

    def __init__(
        self, phrases: Phrases, href: Href, changes: Changes | None = None, memory: Memory | None = None
    ) -> None:
        super().__init__(phrases.plan, phrases.site, phrases.words, phrases.formats)
        self.health_figure, self.health = phrases.health_figure, phrases.health  # once for all pages
        self.changes = changes
        self.href = href
        self._memory = memory or Cached()
        self.remember = remember = self._memory.remember
        self.link = remember(self._link)
        self.person = remember(self._person)
        self.look = remember(self._look)

    def once(self, make: Callable[[Self, A], T], one: A, *key: Hashable) -> T:
        """What is made of one thing, which the key tells from others: a plan, and what of it."""
        return self._memory.once((self.href, make, *key), lambda: make(self, one))

    def fact(self, function: Fact[T]) -> T:
        """What the whole plan says to a question."""
        return self._memory.fact(function, self.plan, self.today)

    def _link(self, file: PlanFile, anchor: str = "") -> Link:
        """A link to a file's page."""
        href = self.href(file.path)
        link = make_link(file.title, href + anchor if href is not None else None, file.number)
        look = self.look(file) if isinstance(file, Theme) else None
        return replace(link, look=look) if look else link

    def _look(self, theme: Theme | None) -> Look | None:
        """A theme's colour and icon."""
        return look_of(theme, self.site)

    def goal_link(self, found: GoalOf) -> Link:
        """A link to a goal's place on its plan's page."""
        link = self.link(found.plan, f"#goal-{found.goal.id}")
        return make_link(found.goal.title, link.href, found.goal.number)

    def action_link(self, tactic: Tactic, action: Action) -> Link:
        """A link to an action's place on its tactic's page."""
        return make_link(action.do, self.link(tactic, f"#action-{action.id}").href, action.number)

    def _person(self, handle: str | None) -> Link | None:
        """A link to a person's page; where people have none, to their place on their team's. A team that
        answers has its own.
        """
        if handle is None:
            return None
        person = self.plan.people.get(handle)
        if person is None:
            answering = self.plan.answering_team(handle)
            return self.link(answering) if answering else Link(handle)
        own = self.href(person_path(handle))
        team = self.plan.teams.get(person.team or "")
        href = self.href(team.path) if team and own is None else None
        return Link(person.shown_name, own or (f"{href}#person-{handle}" if href is not None else None))

    @property
    def how(self) -> str | None:
        """The way to the page that says how figures are computed; None where the site has none."""
        return self.href(FIGURES)

    def people(self, handles: Iterable[str]) -> tuple[Link, ...]:
        """Links to several people, or teams that answer."""
        return tuple(link for handle in handles if (link := self.person(handle)))

    def names(self, handles: Iterable[str]) -> str | None:
        """What several are called, to sort by; None where there is nobody."""
        return " · ".join(map(self.person_name, handles)) or None

    def team(self, plan: LevelPlan) -> Link | None:
        """A link to the team of a plan; None where it is among those who answer, and shown as that."""
        team = self.plan.team_of(plan)
        return self.link(team) if team and team not in map(self.plan.answering_team, plan.dri) else None
