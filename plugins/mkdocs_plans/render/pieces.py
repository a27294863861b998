"""The small pieces that pages are made of: links, badges, dates with their slip, bars."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from typing import ParamSpec, Protocol, TypeVar, cast

from markupsafe import Markup

from mkdocs_plans import due, figures, standing
from mkdocs_plans.model import Action, Date, Goal, Health, LevelPlan, PlanFile, Tactic, plain_text
from mkdocs_plans.model.markup import has_markup
from mkdocs_plans.plan import GoalOf, Plan
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.site_pages import FIGURES, person_path
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.foreign import joined
from mkdocs_plans.wording.formats import Day, Formats, Share
from mkdocs_plans.wording.html_text import inline, unlinked
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.words import Words

P = ParamSpec("P")
T = TypeVar("T")

MOST_RELATED = 30
"""How many plans a page lists that come before its own, wait for it or advance a goal of it. Each plan may
name each other one: without a bound, a site would grow with the square of its plans. Our convention.
"""

MOST_IN_ROW = 10
"""Likewise in a line of a list, and how many lines lead to one row of a timeline. Our convention."""

Href = Callable[[str], str | None]
"""The way from a page to the page of a file, by the file's path; None where the site doesn't have it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere; `href` None where that has no page. `text` is plain; `html` is the
    same with its markup, where it has any.
    """

    text: str
    href: str | None = None
    number: str | None = None
    html: Markup | None = None


def named(text: str, href: str | None = None, number: str | None = None) -> Link:
    """A link that says a text of the plan. A link within it is one only where nothing else leads on."""
    if not has_markup(text):
        return Link(text, href, number)
    return Link(plain_text(text), href, number, inline(text) if href is None else unlinked(text))


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with a class for its colour and sign; `note` says how it came about, `why` in a few words why
    it isn't known.
    """

    text: str
    kind: str
    note: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A date of a plan: as promised now, what was promised first where that differs, and the words
    for how it stands to today (`12 days overdue`). `text` says in the plan's own words what can't be dated.
    """

    day: Day | None
    originally: Day | None = None
    slip: str = ""
    state: str = ""
    words: str = ""
    text: str = ""


class Remember(Protocol):
    """Has a function work out each answer once."""

    def __call__(self, function: Callable[P, T], /) -> Callable[P, T]:
        """Give a function that asks the given one once for each answer."""


def cached(function: Callable[P, T]) -> Callable[P, T]:
    """Keep each answer as long as the function."""
    return cast(Callable[P, T], cache(function))


class Shared:
    """What is the same on all pages of a site. The health of a plan is asked for by many of them, and
    worked out once.
    """

    def __init__(
        self, plan: Plan, site: Site, words: Words, formats: Formats, changes: Changes | None = None
    ) -> None:
        self.plan = plan
        self.site = site
        self.words = words
        self.formats = formats
        self.changes = changes
        self.remember: Remember = cached
        self.health: Callable[[LevelPlan], figures.HealthFigure] = cache(
            lambda one: figures.health(one, site.today)
        )

    @classmethod
    def of(cls, plan: Plan, site: Site, changes: Changes | None = None) -> Shared:
        """What a plan's pages share, in the site's words and language."""
        language = Language(site.language)
        labels = {str(name): label for name, label in site.settings.labels.items()}
        return cls(plan, site, Words(language, labels), Formats(language), changes)


class Pieces:
    """Makes pieces, with every reference turned into a link by `href`. So one object serves the pages
    that share their way to the others, and keeps what many of them show.
    """

    def __init__(self, shared: Shared, href: Href) -> None:
        self.plan = shared.plan
        self.site = shared.site
        self.words = shared.words
        self.formats = shared.formats
        self.language = shared.formats.language
        self.changes = shared.changes
        self.health_figure = shared.health
        self.href = href
        self.today: datetime.date = shared.site.today
        self.remember = shared.remember
        self.link = self.remember(self._link)
        self.person = self.remember(self._person)
        self.health = self.remember(self._health)

    # --- links -----------------------------------------------------------------------------------

    def _link(self, file: PlanFile, anchor: str = "") -> Link:
        """A link to a file's page."""
        href = self.href(file.path)
        return named(file.title, href + anchor if href is not None else None, file.number)

    def goal_link(self, found: GoalOf) -> Link:
        """A link to a goal's place on its plan's page."""
        link = self.link(found.plan, f"#goal-{found.goal.id}")
        return named(found.goal.title, link.href, found.goal.number)

    def action_link(self, tactic: Tactic, action: Action) -> Link:
        """A link to an action's place on its tactic's page."""
        return named(action.do, self.link(tactic, f"#action-{action.id}").href, action.number)

    def _person(self, handle: str | None) -> Link | None:
        """A link to a person's page; where people have none, to their place on their team's."""
        if handle is None:
            return None
        person = self.plan.people.get(handle)
        if person is None:
            return Link(handle)
        own = self.href(person_path(handle))
        team = self.plan.teams.get(person.team or "")
        href = self.href(team.path) if team and own is None else None
        return Link(person.shown_name, own or (f"{href}#person-{handle}" if href is not None else None))

    @cached_property
    def how(self) -> str | None:
        """The way to the page that says how figures are computed; None where the site has none."""
        return self.href(FIGURES)

    def people(self, handles: Iterable[str]) -> tuple[Link, ...]:
        """Links to several people."""
        return tuple(link for handle in handles if (link := self.person(handle)))

    def team(self, plan: LevelPlan) -> Link | None:
        """A link to the team of a plan."""
        team = self.plan.team_of(plan)
        return self.link(team) if team else None

    # --- badges, dates, bars ---------------------------------------------------------------------

    def status(self, plan: LevelPlan) -> Badge:
        """The status of a plan."""
        return Badge(self.words.status(plan.status), plan.status.value)

    def _health(self, plan: LevelPlan) -> Badge | None:
        """The health of a plan, saying whether it is reported or computed, and both where they
        differ; None for a plan that isn't under way.
        """
        if not plan.status.is_under_way:
            return None
        figure = self.health_figure(plan)
        why = self.why(figure.reasons) if figure.value is None else ""
        if why:
            note = self.language.gettext("not reported; not computed: %(why)s", why=why)
        elif figure.differs:
            note = self.language.gettext(
                "reported; computed from the figures: %(health)s",
                health=self.language.small(self.words.health(figure.computed)),
            )
        elif figure.reported:
            note = self.language.gettext("reported")
        else:
            note = self.language.gettext("computed from the figures")
        return Badge(self.words.health(figure.value), figure.value or "unknown", note, why)

    def health_kind(self, health: Health | None) -> Badge:
        """A health as reported in an update."""
        return Badge(self.words.health(health), health or "unknown")

    def date(self, date: Date | None) -> Day | None:
        """A date or nothing."""
        return self.formats.date(date) if date else None

    def why(self, reasons: Iterable[figures.Unknown]) -> str:
        """Why something isn't known, in words."""
        return joined([self.words.unknown(reason) for reason in reasons])

    def not_known(self, reasons: Iterable[figures.Unknown]) -> str:
        """That something isn't known, and why."""
        return self.language.gettext("not known: %(why)s", why=self.why(reasons))

    def end(self, plan: LevelPlan) -> When:
        """The last day of a plan; or, in words, when it ends."""
        return self.when(plan.end, plan.originally, standing.awaited_end(plan), plan.when)

    def goal_due(self, plan: LevelPlan, goal: Goal) -> When:
        """The day by which a goal is to be reached; or, in words, when."""
        awaited = standing.awaited_goal(plan, goal, self.today)
        return self.when(figures.goal_due(plan, goal), goal.originally, awaited, plan.when_of(goal))

    def action_due(self, tactic: Tactic, action: Action) -> When:
        """The day by which an action is to be done."""
        return self.when(action.due, action.originally, standing.awaited_action(tactic, action, self.today))

    def when(
        self,
        date: Date | None,
        originally: Date | None,
        awaited: datetime.date | None,
        text: str | None = None,
    ) -> When:
        """A day by which something is to be done, with its slip; where it is still awaited by a day, whether
        it is overdue. `text` says in the plan's own words what has no day.
        """
        slipped = figures.slip(date, originally)
        first = self.date(originally) if slipped or date is None else None
        slip = self.slip(slipped) if slipped else ""
        if awaited is not None and standing.is_overdue(awaited, self.today):
            late = self.overdue((self.today - awaited).days)
            return When(self.date(date), first, slip, "overdue", late, text or "")
        return When(self.date(date), first, slip, text=text or "")

    def slip(self, days: int) -> str:
        """A slip in words."""
        if days > 0:
            return self.language.ngettext(
                "%(num)d day later than first promised", "%(num)d days later than first promised", days
            )
        return self.language.ngettext(
            "%(num)d day earlier than first promised", "%(num)d days earlier than first promised", -days
        )

    def overdue(self, days: int) -> str:
        """How long something is overdue, in words."""
        return self.language.ngettext("%(num)d day overdue", "%(num)d days overdue", days)

    def share(self, share: figures.Progress | None) -> Share | None:
        """A share for a bar, or nothing where it isn't known."""
        return self.formats.share(share) if isinstance(share, Fraction) else None

    # --- figures ---------------------------------------------------------------------------------

    def count_health(self, plans: Iterable[LevelPlan]) -> standing.HealthCounts:
        """Count plans by health."""
        return standing.count_health(plans, self.health_figure)

    def review_due(self, plan: LevelPlan) -> datetime.date | None:
        """The day by which a plan is to be reviewed, as often as it says itself, else the site."""
        return due.review_due(plan, self.site.settings.review, self.today)
