"""The values of a change, as the site writes them: texts of front matter → links and words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from mkdocs_plans.model import Cadence, Date, Goal, Health, Keep, LevelPlan, PlanFile, Status, parse_date
from mkdocs_plans.model.amounts import parse_cost
from mkdocs_plans.model.own_fields import OwnField
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.changes.site_changes import Changes
from mkdocs_plans.render.pieces import Link, Pieces, named
from mkdocs_plans.wording.html_text import inline
from mkdocs_plans.wording.language import to_translate

_KEEP = {Keep.AT_LEAST: to_translate("at least"), Keep.AT_MOST: to_translate("at most")}

_DAYS = ("start", "end", "originally", "due", "met", "done", "dropped", "date")

_MARKED = ("statement", "outcome", "note", "title", "do", "summary", "measure", "when", "name")
"""The fields whose texts hold inline Markdown."""

Shown = tuple[Link, ...]


class Values:
    """Shows the values of one of the two states, on one page."""

    def __init__(self, page: Pieces, changes: Changes, *, is_before: bool) -> None:
        self._page = page
        self._changes = changes
        self._is_before = is_before
        self.plan: Plan = changes.before if is_before else changes.now
        self._written: Mapping[str, Callable[[str], str]] = {
            **dict.fromkeys(_DAYS, self._day),
            **dict.fromkeys(_MARKED, inline),
            "status": lambda text: page.words.status(Status(text)),
            "health": lambda text: page.words.health(Health(text.replace(" ", "-"))),
            "review": lambda text: page.words.cadence(Cadence(text)),
            "cost": self._money,
            "type": lambda text: str(getattr(page.words, text).one),
            "keep": lambda text: page.language.gettext(_KEEP[Keep(text)]),
        }

    def shown(self, field: str, text: str | None, file: PlanFile | None, goal: Goal | None = None) -> Shown:
        """Show a text of a field, which is a file's, or of a goal in it; nothing where there is none, or it
        names what the site doesn't have.
        """
        if text is None:
            return ()
        if field in {"dri", "lead"}:
            return (self.person(text),)
        if field in {"theme", "strategy", "parent"}:
            return self._file(field, text, file)
        if field in {"target", "baseline", "readings"}:
            return (Link(self._page.formats.number(Decimal(text), goal.unit if goal else None)),)
        if field == "targets":
            return tuple(map(partial(self._step, goal), text.split(", ")))
        return (Link(self._written.get(field, str)(text)),)

    def own(self, field: OwnField | None, text: str | None) -> Shown:
        """Show a field of the organisation's own."""
        if text is None:
            return ()
        if field is not None and field.type == "person":
            return (self.person(text),)
        return (Link(self._day(text) if field is not None and field.type == "date" else text),)

    def day(self, day: Date | None) -> Shown:
        """A day, or nothing."""
        return (Link(self._page.formats.date(day).text),) if day else ()

    def person(self, handle: str) -> Link:
        """A person by the name of this state; a link where they are there now."""
        known = self._page.person(handle) or Link(handle)
        person = self.plan.people.get(handle)
        return Link(person.shown_name if person else handle, known.href)

    def link(self, file: PlanFile) -> Link:
        """A file of this state, with a link to where it is shown now."""
        if not self._is_before:
            return self._page.link(file)
        path = self._changes.pages.get(file.path)
        return named(file.title, self._page.href(path) if path else None, file.number)

    def goal(self, plan: LevelPlan, goal: Goal) -> Link:
        """A goal of this state, likewise."""
        link = self.link(plan)
        name = self._changes.states.goal_id(plan.id, goal.id) if self._is_before else goal.id
        return named(goal.title, f"{link.href}#goal-{name}" if link.href is not None else None)

    def _file(self, field: str, name: str, file: PlanFile | None) -> Shown:
        is_team = file is not None and file.type == "team"
        plans = self.plan.teams if is_team else self.plan.strategies
        found = (self.plan.themes if field == "theme" else plans).get(name)
        return (self.link(found),) if found else ()

    def _step(self, goal: Goal | None, step: str) -> Link:
        """A number on the way to a target, with its day."""
        day, _, number = step.rpartition(": ")
        written = self._page.formats.number(Decimal(number), goal.unit if goal else None)
        return Link(f"{self._day(day)}: {written}")

    def _day(self, text: str) -> str:
        date = parse_date(text, self._page.site.settings.fiscal_year_start)
        return self._page.formats.date(date).text

    def _money(self, text: str) -> str:
        return self._page.formats.cost(parse_cost(text, self._page.site.language))
