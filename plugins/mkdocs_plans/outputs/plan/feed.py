"""The newest check-ins as a feed (Atom, RFC 4287), for newsrooms, chat and readers of feeds."""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mkdocs_plans.model import LevelPlan, Update, plain_text
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.outputs.plan.xml import Element, add, written
from mkdocs_plans.settings.data_files import FEED, FOLDER

MOST = 50
"""How many check-ins the feed has."""

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A check-in of a plan, the `number`th of its day."""

    plan: LevelPlan
    update: Update
    number: int


def emit(export: Export) -> Files:
    """Write the feed, the newest first."""
    found = sorted(_check_ins(export), key=lambda one: one.update.date.last, reverse=True)[:MOST]
    site = export.site.url
    newest = found[0].update.date.last if found else export.said.today
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
    for one in found:
        _add_entry(feed, one, export)
    return {FEED: written(feed)}


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


def _add_entry(feed: Element, one: CheckIn, export: Export) -> None:
    plan, update, said = one.plan, one.update, export.said
    page, name = export.address(plan.path), f"{update.date.last}-{one.number}"
    entry = add(feed, "entry")
    add(entry, "id", f"{page}#update-{name}" if page else _urn(export, f"{plan.id}/{name}"))
    health = f"{said.language.gettext(': ')}{said.words.health(update.health)}" if update.health else ""
    add(entry, "title", f"{plain_text(plan.title)}{health}")
    add(entry, "updated", _moment(update.date.last))
    for name in plan.dri:
        add(add(entry, "author"), "name", said.person_name(name))
    if page:
        add(entry, "link", rel="alternate", type="text/html", href=f"{page}#plan-updates")
    add(entry, "content", "\n".join(_lines(one, export)), type="text")


def _lines(one: CheckIn, export: Export) -> Iterator[str]:
    said, colon = export.said, export.said.language.gettext(": ")
    if one.update.note:
        yield plain_text(one.update.note)
    for id_, value in one.update.readings.items():
        goal = one.plan.goal(id_)
        if goal is not None:
            yield f"{plain_text(goal.title)}{colon}{said.value(value, goal)}"


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _urn(export: Export, name: str) -> str:
    """An id of its own for what has no address."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{export.site.organization}/{name}").urn
