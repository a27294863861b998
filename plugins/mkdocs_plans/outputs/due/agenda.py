"""What is due → an agenda by person, in the site's words: what a terminal and a message then lay out."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_plans.due import Due, Kind
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.attention import row
from mkdocs_plans.render.views.facets import alphabetical
from mkdocs_plans.standing import is_overdue


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


def agenda_of(page: Presenter, found: Sequence[Due], until: datetime.date, most: int | None = None) -> Agenda:
    """Sort what is due by person, by their names; last what nobody is named for. Only the first `most`
    are shown, where that is said; all are counted.
    """
    by_person: dict[str | None, list[Due]] = defaultdict(list)
    for one in found[:most]:
        by_person[one.dri].append(one)
    groups = [_group(page, handle, mine) for handle, mine in by_person.items()]
    groups.sort(key=lambda group: (group.handle is None, alphabetical(group.name)))
    say = page.language.gettext
    head = (say("What"), say("Kind"), say("Due"), say("When"), say("Part of"))
    title = say("Due in the plan of %(organization)s", organization=page.site.organization)
    return Agenda(title, _summary(page, found, until), head, tuple(groups))


def _summary(page: Presenter, found: Sequence[Due], until: datetime.date) -> str:
    say, ngettext = page.language.gettext, page.language.ngettext
    if not page.plan.plans:
        return say("There is no plan yet: `plans init` writes one to begin with.")
    day = page.formats.day(until).text
    if not found:
        return say("Nothing is due by %(day)s.", day=day)
    late = sum(is_overdue(one.day, page.today) for one in found)
    due = ngettext(
        "%(num)d thing is due by %(day)s", "%(num)d things are due by %(day)s", len(found), day=day
    )
    overdue = ngettext("%(num)d is overdue", "%(num)d are overdue", late) if late else say("none is overdue")
    return say("%(due)s; %(overdue)s.", due=due, overdue=overdue)


def _group(page: Presenter, handle: str | None, found: Sequence[Due]) -> Group:
    link = page.person(handle)
    name = link.text if link else page.language.gettext("Nobody named")
    person = page.plan.people.get(handle or "")
    hosts = person.host_names if person else ()
    return Group(name, handle, hosts, tuple(_entry(page, one) for one in found))


def _entry(page: Presenter, one: Due) -> Entry:
    shown, say = row(page, one), page.language.gettext
    kind = say("Review") if one.kind is Kind.REVIEW else shown.kind
    link = shown.link
    return Entry(
        what=f"{link.number} {link.text}" if link.number else link.text,
        kind=kind,
        of=shown.of.text if shown.of else "",
        day=page.formats.date(one.date).text if one.date else page.formats.day(one.day).text,
        when=_when(page, one),
        is_overdue=is_overdue(one.day, page.today),
        path=one.plan.path,
    )


def _when(page: Presenter, one: Due) -> str:
    days = -one.days_late(page.today)
    if days < 0:
        return page.overdue(-days)
    if days == 0:
        return page.language.gettext("today")
    return page.language.ngettext("in %(num)d day", "in %(num)d days", days)
