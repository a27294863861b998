"""What is due as calendars to subscribe to (RFC 5545): of all, of each team and of each person.

Each is an event of a whole day, which leaves its reader's time free. Its `UID` is made of what it is about
and never of its day, so that a date that moves is the same event, moved. Calendars take the newer of two by
`SEQUENCE`, whose thousands are the days up to the one that the plan is judged by, and whose rest is how often
the date moved as far as that is known: from its first promise, from the check-ins of a review, and from git.
So it grows from day to day, and within a day with each move; a shallower clone on a later day takes nothing
back. `DTSTAMP` is that day, and the same plan on the same day gives the same bytes.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from icalendar import vText
from icalendar.parser import Contentline

from mkdocs_plans import due, standing
from mkdocs_plans.due import Due, Kind
from mkdocs_plans.history import History, find_slips
from mkdocs_plans.model import Action, Goal, person_path, plain_text, slug
from mkdocs_plans.outputs.plan.export import Export, Files
from mkdocs_plans.settings.data_files import CALENDAR, calendar_of_person, calendar_of_team

_FIRST = datetime.date(2000, 1, 1)
"""The day from which `SEQUENCE` counts."""

_MOST_MOVES = 999
"""How many moves of a date it counts within a day."""

_HOURS = "P1D"
"""How often a calendar is asked to look for what is new: a site is built once a day."""


def emit(export: Export) -> Files:
    """Write the calendar of all that is due, then those of teams and of the people who have a page."""
    found, moves = list(_due(export)), _moves(export)
    events = {id(one): _event(export, one, moves) for one in found}
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


_Moves = Mapping[tuple[str, str], int]
"""How often a date moved, by the id of its plan and what it is of."""


def _moves(export: Export) -> _Moves:
    slips = find_slips(export.plan, export.history or History())
    return {(one.plan.id, _of(one.part)): len(one.moves) for one in slips}


def _of(part: Goal | Action | None) -> str:
    return f"{type(part).__name__}/{part.id}" if part else ""


def _moved(one: Due, moves: _Moves) -> int:
    """How often a date moved, as far as is known. A review moves with each check-in."""
    if one.kind is Kind.REVIEW:
        return len(one.plan.updates)
    return moves.get((one.plan.id, _of(one.part)), 0)


# --- an event ----------------------------------------------------------------------------------------


def _event(export: Export, one: Due, moves: _Moves) -> str:
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
    number = (said.today - _FIRST).days * (_MOST_MOVES + 1) + min(_moved(one, moves), _MOST_MOVES)
    return _written(_Dated(uid, one.kind, one.day, title, "\n".join(lines), page, number), said.today)


@dataclass(frozen=True, slots=True)
class _Dated:
    """What an event says."""

    uid: str
    kind: Kind
    day: datetime.date
    title: str
    text: str
    url: str | None
    number: int


@lru_cache(maxsize=100_000)  # while a site is served, most events of a build are those of the one before
def _written(one: _Dated, today: datetime.date) -> str:
    """An event as it stands in a calendar."""
    return _lines(
        "BEGIN:VEVENT",
        f"UID:{_text(one.uid)}",
        f"DTSTAMP:{_day(today)}T000000Z",
        f"SEQUENCE:{one.number}",
        f"DTSTART;VALUE=DATE:{_day(one.day)}",
        f"SUMMARY:{_text(one.title)}",
        *([f"DESCRIPTION:{_text(one.text)}"] if one.text else ()),
        *([f"URL:{one.url}"] if one.url else ()),
        f"CATEGORIES:{one.kind.upper()}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _day(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A text as it stands in a line, without control characters, which a calendar can't hold."""
    return vText(_CONTROL.sub("", text)).to_ical().decode()


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def _lines(*lines: str) -> str:
    """Lines as a calendar has them: a long one is folded. The library's components do the same of their
    parts, and take ten times as long.
    """
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    if len(line) < _SHORT and line.isascii():
        return line
    folded: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]
    return folded.decode()


_SHORT = 75
"""Of how many bytes a line must have less; one that isn't ASCII is left to the library to count."""


def _host(export: Export) -> str:
    """What makes an id unique among the calendars of others: the site's host, else the organisation."""
    return urlsplit(export.site.url).hostname or slug(export.site.organization, export.site.language)


# --- a calendar --------------------------------------------------------------------------------------


def _calendar(export: Export, name: str, page: str, events: list[str]) -> bytes:
    address = export.address(page)
    begun = _lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//mkdocs-plans//plan//EN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        f"NAME:{_text(name)}",
        *([f"DESCRIPTION:{_text(export.as_it_was)}"] if export.as_it_was else ()),
        *([f"URL:{address}"] if address else ()),
        f"REFRESH-INTERVAL;VALUE=DURATION:{_HOURS}",
        f"X-PUBLISHED-TTL:{_HOURS}",
    )
    return f"{begun}{''.join(events) or _NOTHING}{_lines('END:VCALENDAR')}".encode()


_NOTHING = _lines(
    "BEGIN:VTIMEZONE",
    "TZID:UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""What a calendar with no event holds, for it has to hold something: the time of the world."""
