"""What is due → an agenda by person, in the site's words: what a terminal and a message then lay out."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plans.due import Due
from mkdocs_plans.model import plain_text
from mkdocs_plans.standing import is_overdue
from mkdocs_plans.wording.language import alphabetical
from mkdocs_plans.wording.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is due. `when` is how far its day is from today, in words; `path` its plan's file."""

    what: str
    kind: str
    of: str
    day: str
    when: str
    is_overdue: bool
    path: str


@dataclass(frozen=True, slots=True)
class Group:
    """What one person answers for; `handle` None where nobody is named."""

    name: str
    handle: str | None
    hosts: tuple[tuple[str, str], ...]
    """The person's user names on code hosts, each with the host's."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due, by person. `summary` says in one line how much it is and up to which day."""

    title: str
    summary: str
    head: tuple[str, ...]
    groups: tuple[Group, ...]


def agenda_of(said: Phrases, found: Sequence[Due], until: datetime.date, most: int | None = None) -> Agenda:
    """Sort what is due by person, by their names; last what nobody is named for. What several answer for
    stands with each of them. Only the first `most` are shown, where that is said; all are counted.
    """
    by_person: dict[str | None, list[Due]] = defaultdict(list)
    for one in found[:most]:
        for handle in one.dri or (None,):
            by_person[handle].append(one)
    groups = [_group(said, handle, mine) for handle, mine in by_person.items()]
    groups.sort(key=lambda group: (group.handle is None, alphabetical(group.name)))
    say = said.language.gettext
    head = (say("What"), say("Kind"), say("Due"), say("When"), say("Part of"))
    title = say("Due in the plan of %(organization)s", organization=said.site.organization)
    return Agenda(title, _summary(said, found, until), head, tuple(groups))


def _summary(said: Phrases, found: Sequence[Due], until: datetime.date) -> str:
    say, ngettext = said.language.gettext, said.language.ngettext
    if not said.plan.plans:
        return say("There is no plan yet: `plans init` writes one to begin with.")
    day = said.formats.day(until).text
    if not found:
        return say("Nothing is due by %(day)s.", day=day)
    late = sum(is_overdue(one.day, said.today) for one in found)
    due = ngettext(
        "%(num)d thing is due by %(day)s", "%(num)d things are due by %(day)s", len(found), day=day
    )
    overdue = ngettext("%(num)d is overdue", "%(num)d are overdue", late) if late else say("none is overdue")
    return say("%(due)s; %(overdue)s.", due=due, overdue=overdue)


def _group(said: Phrases, handle: str | None, found: Sequence[Due]) -> Group:
    name = said.person_name(handle) if handle else said.language.gettext("Nobody named")
    person = said.plan.people.get(handle or "")
    hosts = person.host_names if person else ()
    return Group(name, handle, hosts, tuple(_entry(said, one) for one in found))


def _entry(said: Phrases, one: Due) -> Entry:
    title, number = plain_text(one.title), (one.part or one.plan).number
    return Entry(
        what=f"{number} {title}" if number else title,
        kind=said.due_kind(one),
        of=plain_text(one.plan.title) if one.part else "",
        day=said.formats.date(one.date).text if one.date else said.formats.day(one.day).text,
        when=said.days_away(-one.days_late(said.today)),
        is_overdue=is_overdue(one.day, said.today),
        path=one.plan.path,
    )
