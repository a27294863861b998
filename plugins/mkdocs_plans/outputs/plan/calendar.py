"""What is due as calendars to subscribe to (RFC 5545): of all, of each team and of each person.

Each is an event of a whole day, which leaves its reader's time free. Its `UID` is made of what it is about
and never of its day, so that a date that moves is the same event, moved. Calendars take the newer of two by
`SEQUENCE`, which counts the days up to the one that the plan is judged by; `DTSTAMP` is that day. So the same
plan on the same day gives the same bytes, and a later day a higher number.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from icalendar import Calendar, Event, Timezone, TimezoneStandard
from icalendar.prop import vDuration

from mkdocs_plans import due, standing
from mkdocs_plans.due import Due, Kind
from mkdocs_plans.model import person_path, plain_text, slug
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.settings.data_files import CALENDAR, calendar_of_person, calendar_of_team

_FIRST = datetime.date(2000, 1, 1)
"""The day from which `SEQUENCE` counts."""

_HOURS = datetime.timedelta(days=1)
"""How often a calendar is asked to look for what is new: a site is built once a day."""


def emit(export: Export) -> Files:
    """Write the calendar of all that is due, then those of teams and of the people who have a page."""
    found = list(_due(export))
    events = {id(one): _event(export, one) for one in found}
    teams, people = defaultdict[str, list[Due]](list), defaultdict[str, list[Due]](list)
    for one in found:
        team = export.plan.team_of(one.plan)
        answering = {each.id for name in one.dri if (each := export.plan.answering_team(name))}
        for id_ in sorted({*answering, *([team.id] if team else ())}):
            teams[id_].append(one)
        for name in dict.fromkeys(one.dri):
            people[name].append(one)

    def written(name: str, page: str, members: Iterable[Due]) -> bytes:
        return _calendar(export, name, page, [events[id(one)] for one in members])

    organization = export.site.organization
    files = {CALENDAR: written(organization, "index.md", found)}
    for team in export.plan.teams.values():
        files[calendar_of_team(team.id)] = written(plain_text(team.title), team.path, teams[team.id])
    for person in export.people_with_pages:
        path = person_path(person.handle)
        files[calendar_of_person(person.handle)] = written(person.shown_name, path, people[person.handle])
    return files


def _due(export: Export) -> Iterator[Due]:
    """All that is due and passes the filters; the DRI is its own."""
    chosen = export.chosen.model_copy(update={"dri": ()})
    found = due.due_by(export.plan, export.site.settings.review, export.said.today, datetime.date.max)
    for one in found:
        if standing.answers(one.dri, export.chosen) and export.rows.passes(one.plan, chosen):
            yield one


# --- an event ----------------------------------------------------------------------------------------


def _event(export: Export, one: Due) -> str:
    said, colon = export.said, export.said.language.gettext(": ")
    lines = [plain_text(one.plan.title)] if one.part else []
    if one.dri:
        lines.append(f"{said.words.dri.one}{colon}{', '.join(map(said.person_name, one.dri))}")
    if one.originally and one.date and one.originally != one.date:
        day = said.formats.date(one.originally).text
        lines.append(said.language.gettext("first promised for %(day)s", day=day))
    anchor = f"{one.kind}-{one.part.id}" if one.part else ""
    page = export.place(one.plan, anchor) if anchor else export.address(one.plan.path)
    about = f"{one.plan.id}/{one.part.id}" if one.part else one.plan.id
    title = f"{said.due_kind(one)}{colon}{plain_text(one.title)}"
    uid = f"{one.kind}/{about}@{_host(export)}"
    return _written(_Dated(uid, one.kind, one.day, title, "\n".join(lines), page), said.today)


@dataclass(frozen=True, slots=True)
class _Dated:
    """What an event says."""

    uid: str
    kind: Kind
    day: datetime.date
    title: str
    text: str
    url: str | None


@lru_cache(maxsize=100_000)  # while a site is served, most events of a build are those of the one before
def _written(one: _Dated, today: datetime.date) -> str:
    """An event as it stands in a calendar."""
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", datetime.datetime.combine(today, datetime.time(), datetime.UTC))
    event.add("sequence", (today - _FIRST).days)
    event.add("dtstart", one.day)
    event.add("summary", _clean(one.title))
    if one.text:
        event.add("description", _clean(one.text))
    if one.url:
        event.add("url", one.url)
    event.add("categories", [one.kind.upper()])
    event.add("transp", "TRANSPARENT")
    return str(event.to_ical(sorted=False), "utf-8")


def _clean(text: str) -> str:
    """A text without control characters, which a calendar can't hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


def _host(export: Export) -> str:
    """What makes an id unique among the calendars of others: the site's host, else the organisation."""
    return urlsplit(export.site.url).hostname or slug(export.site.organization, export.site.language)


# --- a calendar --------------------------------------------------------------------------------------


def _calendar(export: Export, name: str, page: str, events: list[str]) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//mkdocs-plans//plan//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _clean(name))
    calendar.add("name", _clean(name))
    if address := export.address(page):
        calendar.add("url", address)
    calendar.add("refresh-interval", vDuration(_HOURS), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_HOURS))
    if not events:
        calendar.add_component(_nothing())
    begun, end = calendar.to_ical(sorted=False).decode().split("END:VCALENDAR")
    return f"{begun}{''.join(events)}END:VCALENDAR{end}".encode()


def _nothing() -> Timezone:
    """What a calendar with no event holds, for it has to hold something: the time of the world."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime.datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", datetime.timedelta())
    standard.add("tzoffsetto", datetime.timedelta())
    zone.add_component(standard)
    return zone
