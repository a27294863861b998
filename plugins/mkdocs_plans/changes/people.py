"""What changed in the people file."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plans.changes.changes import Change, ChangedPerson, Kind
from mkdocs_plans.changes.fields import word_changed
from mkdocs_plans.changes.sentence import Sentence, joined, say
from mkdocs_plans.changes.shown import shown_date
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import Person
from mkdocs_plans.plan import ANYONE


def people_changes(states: States) -> Iterator[ChangedPerson]:
    """Give the people who came, went or changed, in the order of their handles; none where the people
    file couldn't be read in one of the states.
    """
    if ANYONE in states.before.incomplete | states.now.incomplete:
        return
    found = []
    for pair in states.people:
        person = pair.now or pair.before
        changes = tuple(_changes(pair.before, pair.now, states))
        if person and changes:
            found.append(ChangedPerson(person.handle, changes))
    yield from sorted(found, key=lambda changed: changed.handle)


def _changes(before: Person | None, now: Person | None, states: States) -> Iterator[Change]:
    if before and now:
        yield from _changed(before, now, states)
    elif now:
        yield Change(Kind.ADDED, "", say("new") + _who(now, states), None, now.handle)
    elif before:
        yield Change(Kind.REMOVED, "", say("taken out") + _who(before, states), before.handle, None)


def _changed(before: Person, now: Person, states: States) -> Iterator[Change]:
    if before.handle != now.handle:
        line = say("handle {} → {}", before.handle, now.handle)
        yield Change(Kind.RENAMED, "handle", line, before.handle, now.handle)
    yield from word_changed(Kind.DETAIL, "name", say("name"), before.name, now.name)
    yield from word_changed(Kind.DETAIL, "role", say("role"), before.role, now.role)
    teams = states.renamed("team", before.team), now.team
    if teams[0] != teams[1]:
        names = [name and states.title("team", name) for name in teams]
        yield from word_changed(Kind.REASSIGNED, "team", say("team"), *names)
    yield from _left(before, now)
    yield from word_changed(Kind.DETAIL, "github", say("GitHub name"), before.github, now.github)
    yield from word_changed(Kind.DETAIL, "gitlab", say("GitLab name"), before.gitlab, now.gitlab)
    if before.email != now.email:
        yield Change(Kind.DETAIL, "email", say("another e-mail address"))


def _left(before: Person, now: Person) -> Iterator[Change]:
    """Give that someone leaves, on another day, or stays."""
    was, day = before.until, now.until
    if (was and was.last) == (day and day.last):
        return
    line = say("leaves {}", shown_date(day)) if day else say("stays")
    if was:
        line += say(" (before: leaves {})", shown_date(was, day))
    yield Change(Kind.STATUS, "until", line, was.text if was else None, day.text if day else None)


def _who(person: Person, states: States) -> Sentence:
    """Name, role and team, as far as they are there."""
    parts = [say("{}", text) for text in (person.name, person.role) if text]
    if person.team:
        parts.append(say("team {}", states.title("team", person.team)))
    return say(": ") + joined(parts) if parts else say("")
