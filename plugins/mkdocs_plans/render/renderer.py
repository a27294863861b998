"""The door to rendering: one renderer a build, one presenter a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_plans import figures
from mkdocs_plans.findings import Located
from mkdocs_plans.model import PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.changes import page_changes
from mkdocs_plans.render.changes.page_changes import PageChange
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.environment import make_environment
from mkdocs_plans.render.past import Past, commits_of
from mkdocs_plans.render.pieces import Cached, Href, Link, Memory
from mkdocs_plans.render.plan_pages import PLAN_PAGES, PlanFrame, PlanText, plan_frame
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.site_pages import (
    SitePage,
    change_pages,
    part_pages,
    past_pages,
    people_pages,
    removed_pages,
    site_pages,
)
from mkdocs_plans.render.views import VIEWS
from mkdocs_plans.render.views.parts import Parts
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.foreign import with_elements
from mkdocs_plans.wording.formats import Day, Formats
from mkdocs_plans.wording.html_text import without_tags
from mkdocs_plans.wording.phrases import Phrases
from mkdocs_plans.yaml import read_yaml

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_BODY = "<!-- the body of the plan file -->"


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The HTML above and below the author's own text, and what the site's search is given in its place."""

    above: str
    below: str
    found_above: str
    found_below: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The way up from a page, from the top."""

    trail: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AsItWas:
    """A past state of the plan: its day, and its commit with the way to it."""

    day: Day
    commit: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong with a page's file."""

    findings: Sequence[Located]


@dataclass(frozen=True, slots=True)
class ErrorPlace:
    """Where an error is, by file and line; its page, if it has one; and what is wrong."""

    place: str
    href: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Errors:
    """The first of some errors in other files, and how many there are."""

    places: Sequence[ErrorPlace]
    number: int


MOST_ERRORS = 5
"""How many errors elsewhere a page names. Our convention."""


class Renderer:
    """Renders a plan for a site. `overrides` is the folder of the site's own templates, `changes` what the
    site marks as changed, `past` what it shows of the past, `memory` keeps answers that many pages ask for.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a build has
        self,
        plan: Plan,
        site: Site,
        overrides: Path | None = None,
        changes: Changes | None = None,
        memory: Memory | None = None,
        past: Past | None = None,
    ) -> None:
        self.plan = plan
        self._site = site
        phrases = Phrases.of(plan, site)
        self.words = phrases.words
        self._language = language = phrases.formats.language
        self._environment = make_environment(language, overrides)
        self._environment.globals |= {
            "words": self.words,
            "organization": site.organization,
            "today": phrases.formats.day(site.today),
        }
        self._changes, self._past = changes, past
        self._presenter = cache(lambda href: Presenter(phrases, href, changes, memory, past))
        remember = (memory or Cached()).remember
        if memory and memory.lasts:  # else a file that is saved again and again would be there many times
            phrases.health_figure = remember(lambda one: figures.health(one, site.today))
            phrases.health = remember(phrases.work_out_health)
        self._view_given = remember(self._give_view, 1)  # the page has it, then the search
        self._before = Phrases.of(changes.before, site) if changes else phrases

    @cached_property
    def pages(self) -> tuple[SitePage, ...]:
        """The pages that the site has beside its plan files, in the order of the menu."""
        pages = site_pages(self.plan, self.words, self._language, self._site.organization)
        of_past = [page for page in self.past_pages if not page.above]
        return (*pages, *of_past, *(change_pages(self._language) if self._changes else ()))

    @cached_property
    def past_pages(self) -> tuple[SitePage, ...]:
        """The page of dates that moved, and those of periods below it; none where the site shows no past."""
        if self._past is None or not self.plan.plans:
            return ()
        fiscal_year_start = self._site.settings.fiscal_year_start
        return tuple(past_pages(self._past, Formats(self._language), fiscal_year_start))

    def begin_again(self) -> None:
        """The plan says something else now."""
        for name, value in vars(Renderer).items():
            if isinstance(value, cached_property):
                vars(self).pop(name, None)

    @property
    def home(self) -> str:
        """What the menu calls the home page."""
        return str(self._language.gettext("Home"))  # the theme's HTML knows none of our marks

    @cached_property
    def people_pages(self) -> tuple[SitePage, ...]:
        """The list of people, and each person's page; none where the site wants none."""
        return (
            tuple(people_pages(self.plan, self.words, self._language))
            if self._site.settings.people_pages
            else ()
        )

    @cached_property
    def part_pages(self) -> tuple[SitePage, ...]:
        """The parts of the pages that are divided, where the plan is large, and the periods of the past."""
        of_past = (page for page in self.past_pages if page.above)
        return (*part_pages(self.plan, self.pages, self.words, self._language), *of_past)

    @cached_property
    def _above(self) -> Mapping[str, SitePage]:
        """The page above each person's page and each part of a page."""
        every = {page.path: page for page in (*self.pages, *self.people_pages, *self.part_pages)}
        return {page.path: every[page.above] for page in every.values() if page.above}

    @cached_property
    def removed_pages(self) -> tuple[SitePage, ...]:
        """A page for each plan file that was taken out; none where the site marks no changes."""
        return tuple(removed_pages(self._changes, self._language)) if self._changes else ()

    def plan_page(
        self, file: PlanFile, href: Href, heading: str = "", findings: Sequence[Located] = ()
    ) -> PlanPage:
        """Render what stands around a plan file's text.

        `href` gives the way from the page to another file's; `heading` is the author's own first
        heading as HTML, which takes the place of the title; `findings` are shown at the top.
        """
        show = self._presenter(href)
        given = _given(show, file, show.change(file))
        text = PlanText(Markup(_BODY), Markup(heading), findings)
        above, _, below = self._plan_file("plans", given, text, show.how).partition(_BODY)
        found = PlanText(text.body, Markup(without_tags(heading)))
        found_above, _, found_below = self._plan_file("search", given, found, show.how).partition(_BODY)
        return PlanPage(above, below, found_above, found_below)

    def removed_page(self, path: str, href: Href) -> str:
        """Render a plan file that was taken out as it was, text included. `path` is that of its page."""
        from mkdocs_plans.render.changes.as_it_was import as_it_was  # noqa: PLC0415 - few sites need it

        assert self._changes is not None
        pages, file = self._changes.pages, self._changes.removed[path]
        show = Presenter(self._before, lambda target: href(pages.get(target, target)))
        given = _given(show, file, page_changes.of_removed(self._presenter(href)))
        body = as_it_was(file.body, file.path, show.href)
        return self._plan_file("plans", given, PlanText(body), show.how)

    def _plan_file(self, folder: str, given: _Given, text: PlanText, how: str | None) -> str:
        """A plan file by the template of its type."""
        page, frame = given
        name, _ = PLAN_PAGES[type(frame.file)]
        return self._html(f"{folder}/{name}.html", page, frame, text, how=how)

    def has_view(self, name: str) -> bool:
        """Whether there is a view of a name."""
        return name in VIEWS

    def _html(self, name: str, *given: DataclassInstance, how: str | None = None) -> str:
        """Render a template, whose names are the fields of the dataclasses that it is given, and `how`:
        the way to how figures are computed. What is in another language than the page says so.
        """
        values = {field.name: getattr(one, field.name) for one in given for field in fields(one)}
        html = self._environment.get_template(name).render(values, how=how)
        return with_elements(html, is_right_to_left=self._language.locale.text_direction == "rtl")

    def view(self, name: str, arguments: str, href: Href) -> str:
        """Render a view. Arguments that can't be read count as not given, an unknown view as
        nothing: the check says so.
        """
        view = VIEWS.get(name)
        if view is None:
            return ""
        given = self._view_given(name, arguments, href)
        template = "partials/parts.html" if isinstance(given, Parts) else view.template
        return self._html(template, given, how=self._presenter(href).how)

    def _give_view(self, name: str, arguments: str, href: Href) -> DataclassInstance:
        return VIEWS[name].given(self._presenter(href), read_yaml(arguments).values or {})

    def found_in(self, view: str, html: str, arguments: str, href: Href) -> str | None:
        """What the site's search is given in place of a view's HTML; None for its headings alone."""
        found = VIEWS[view].found if view in VIEWS else "headings"
        if found != "own":
            return html if found == "whole" else None
        how = self._presenter(href).how
        return self._html(f"search/{view}.html", self._view_given(view, arguments, href), how=how)

    def trail(self, path: str, href: Href) -> str:
        """Render the way up from a person's page, whoever wrote it, to the list of people, from a part to its
        page, and from a period to those that it lies in; nothing for other pages.
        """
        links: list[Link] = []
        while above := self._above.get(path):
            path = above.path
            if (to := href(path)) is not None:
                links.insert(0, Link(above.title, to))
        return self._html("partials/trail.html", Trail(tuple(links))) if links else ""

    @cached_property
    def as_it_was(self) -> str:
        """Which state of the plan the site shows; nothing for that of now."""
        as_of, commits = self._site.as_of, commits_of(self._site.repository)
        if as_of is None:
            return ""
        day = Formats(self._language).day(as_of.day)
        href = commits + as_of.commit if commits else None
        return self._html("partials/as_it_was.html", AsItWas(day, as_of.commit[:10], href))

    def findings(self, findings: Sequence[Located]) -> str:
        """Render what is wrong with a page that is no plan file, or couldn't be read as one."""
        return self._html("partials/findings.html", Findings(findings))

    def errors(self, found: Sequence[tuple[str, Located]], href: Href) -> str:
        """Render that there are errors elsewhere, each with its file as it is shown; nothing for none."""
        if not found:
            return ""
        places = tuple(
            ErrorPlace(f"{shown}:{one.span.line}", href(one.finding.path), one.finding.message)
            for shown, one in found[:MOST_ERRORS]
        )
        return self._html("partials/errors.html", Errors(places, len(found)))


_Given = tuple["DataclassInstance", PlanFrame]
"""What the template of a plan file is given: what its type has on its page, within the frame of all."""


def _given(show: Presenter, file: PlanFile, change: PageChange) -> _Given:
    _, page_of = PLAN_PAGES[type(file)]
    return page_of(show, file), plan_frame(show, file, change)
