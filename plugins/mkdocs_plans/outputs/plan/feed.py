"""The newest check-ins and changes of plan as a feed (Atom, RFC 4287), for newsrooms, chat and feed readers.

A change of plan is a change of the default branch, in the words of its report. It is known where the site
shows what became of the plan (`history`) and git tells. One that only records news isn't told: check-ins are.
"""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice
from xml.etree import ElementTree as ET

from mkdocs_plans.history import Event, Step
from mkdocs_plans.history import said as sentence
from mkdocs_plans.history.period import names_of, period_path
from mkdocs_plans.model import LevelPlan, PlanFile, Update, plain_text
from mkdocs_plans.model.views import Tactics
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.outputs.plan.xml import Element, add, written
from mkdocs_plans.settings import Verdict
from mkdocs_plans.settings.data_files import FEED, FOLDER

MOST = 50
"""How many entries the feed has."""

MOST_EDITS = 20
"""How many edits of one change are told. Our convention."""

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A check-in of a plan, the `number`th of its day."""

    plan: LevelPlan
    update: Update
    number: int

    @property
    def day(self) -> datetime.date:
        """Its day."""
        return self.update.date.last


@dataclass(frozen=True, slots=True)
class Entry:
    """What the feed says of something: `name` tells it from all others; `page` is where it leads to; the
    content is HTML or text.
    """

    name: str
    title: str
    content: str
    type: str
    page: str | None = None
    authors: tuple[str, ...] = ()


def emit(export: Export) -> Files:
    """Write the feed, the newest first."""
    found: list[CheckIn | Event] = [*_check_ins(export), *_changes(export)]
    listed = sorted(found, key=lambda one: one.day, reverse=True)[:MOST]
    site = export.site.url
    newest = listed[0].day if listed else export.said.today
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": export.site.language.replace("_", "-")})
    title = f"{export.site.organization}{export.said.language.gettext(': ')}"
    add(feed, "id", f"{site}{FOLDER}/{FEED}" if site else _urn(export, FEED))
    add(feed, "title", title + export.said.language.gettext("Updates"))
    if export.as_it_was:
        add(feed, "subtitle", export.as_it_was)
    add(feed, "updated", _moment(newest))
    add(add(feed, "author"), "name", export.site.organization)
    add(feed, "generator", "mkdocs-plans", uri="https://www.mkdocs.org/")
    if site:
        add(feed, "link", rel="self", type="application/atom+xml", href=f"{site}{FOLDER}/{FEED}")
        add(feed, "link", rel="alternate", type="text/html", href=export.address("updates.md") or site)
    for one in listed:
        entry = _of_check_in(one, export) if isinstance(one, CheckIn) else _of_change(one, export)
        _add_entry(feed, entry, one.day)
    return {FEED: written(feed)}


def _add_entry(feed: Element, one: Entry, day: datetime.date) -> None:
    entry = add(feed, "entry")
    add(entry, "id", one.name)
    add(entry, "title", one.title)
    add(entry, "updated", _moment(day))
    for name in one.authors:
        add(add(entry, "author"), "name", name)
    if one.page:
        add(entry, "link", rel="alternate", type="text/html", href=one.page)
    add(entry, "content", one.content, type=one.type)


# --- check-ins ---------------------------------------------------------------------------------------


def _check_ins(export: Export) -> Iterator[CheckIn]:
    """What was checked in up to today. Of two on one day the lower is older, and stays the first."""
    for plan in export.plan.plans.values():
        if export.rows.passes(plan, export.chosen):
            numbers = Counter[datetime.date]()
            for update in reversed(plan.updates):
                day = update.date.last
                if day <= export.said.today:
                    numbers[day] += 1
                    yield CheckIn(plan, update, numbers[day])


def _of_check_in(one: CheckIn, export: Export) -> Entry:
    plan, update, said = one.plan, one.update, export.said
    page, name = export.address(plan.path), f"{one.day}-{one.number}"
    health = f"{said.language.gettext(': ')}{said.words.health(update.health)}" if update.health else ""
    return Entry(
        f"{page}#update-{name}" if page else _urn(export, f"{plan.id}/{name}"),
        f"{plain_text(plan.title)}{health}",
        "\n".join(_lines(one, export)),
        "text",
        f"{page}#plan-updates" if page else None,
        tuple(map(said.person_name, plan.dri)),
    )


def _lines(one: CheckIn, export: Export) -> Iterator[str]:
    said, colon = export.said, export.said.language.gettext(": ")
    if one.update.note:
        yield plain_text(one.update.note)
    for id_, value in one.update.readings.items():
        goal = one.plan.goal(id_)
        if goal is not None:
            yield f"{plain_text(goal.title)}{colon}{said.value(value, goal)}"


# --- changes of plan ---------------------------------------------------------------------------------


def _changes(export: Export) -> Iterator[Event]:
    """What changed the plan up to today, of what passes the filters."""
    for event in export.history.events if export.history else ():
        verdicts = {one for step in _steps(event, export) for edit in step.edits for one in edit.verdicts}
        if event.day <= export.said.today and verdicts - {Verdict.RECORD}:
            yield event


def _steps(event: Event, export: Export) -> Iterator[Step]:
    """What a change did to each plan file that passes the filters: if there are any, what is gone doesn't."""
    for step in event.meaning.files:
        if step.edits and (export.chosen == Tactics() or _passes(_file_now(step, export), export)):
            yield step


def _passes(file: PlanFile | None, export: Export) -> bool:
    return isinstance(file, LevelPlan) and export.rows.passes(file, export.chosen)


def _file_now(step: Step, export: Export) -> PlanFile | None:
    """The file as the plan has it now; None where it is gone."""
    path = export.history.lineages.path_now(step.now or "") if export.history else None
    return export.plan.by_path.get(path or "")


def _of_change(event: Event, export: Export) -> Entry:
    """A change in the words of its report. Who made it is never named."""
    site, steps, headline = export.site, list(_steps(event, export)), str(sentence(event.meaning.headline))
    if len(steps) == 1:
        headline = f"{plain_text(steps[0].title)}{export.said.language.gettext(': ')}{headline}"
    own = _file_now(steps[0], export) if len(steps) == 1 else None
    page = export.address(own.path) if own else None
    *_, month = names_of(event.day, site.settings.fiscal_year_start)
    return Entry(
        f"{site.url}{FOLDER}/{FEED}#{event.commit}" if site.url else _urn(export, event.commit),
        headline,
        "".join(_told(steps, export)),
        "html",
        f"{page}#plan-history" if page else export.address(period_path(month)),
    )


def _told(steps: list[Step], export: Export) -> Iterator[str]:
    """What a change did to each plan, as HTML."""
    edits = ((step, edit) for step in steps for edit in step.edits)
    before = None
    for step, edit in islice(edits, MOST_EDITS):
        if step is not before:
            yield f"<p><strong>{escape(plain_text(step.title))}</strong></p>"
        pointed = f"{edit.pointed}{export.said.language.gettext(': ')}" if edit.pointed else ""
        yield f"<p>{escape(pointed + str(sentence(edit.line)))}</p>"
        before = step
    more = sum(len(step.edits) for step in steps) - MOST_EDITS
    if more > 0:
        yield f"<p>{escape(export.said.language.ngettext('%(num)d more', '%(num)d more', more))}</p>"


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _urn(export: Export, name: str) -> str:
    """An id of its own for what has no address."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{export.site.organization}/{name}").urn
