"""What changed in the people file."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plans.changes.changes import Change, ChangedPerson, FileId, Kind, edits
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import Person


def people_changes(states: States) -> Iterator[ChangedPerson]:
    """Give the people who came, went or changed, in the order of their handles; none where the people
    file couldn't be read in one of the states.
    """
    if not (states.before.knows_everyone and states.now.knows_everyone):
        return
    found = []
    for pair in states.people:
        person = pair.now or pair.before
        changes = tuple(_changes(pair.before, pair.now, states))
        if person and changes:
            found.append(ChangedPerson(person.handle, changes))
    yield from sorted(found, key=lambda changed: changed.handle)


def _changes(before: Person | None, now: Person | None, states: States) -> Iterator[Change]:
    if before is None or now is None:
        yield Change(Kind.ADDED if now else Kind.REMOVED, "", before, now)
        return
    teams = states.renamed("team", before.team), now.team
    was, is_now = (FileId("team", name) if name else None for name in teams)
    yield from edits(Kind.RENAMED, "handle", before.handle, now.handle)
    yield from edits(Kind.DETAIL, "name", before.name, now.name)
    yield from edits(Kind.DETAIL, "role", before.role, now.role)
    yield from edits(Kind.REASSIGNED, "team", was, is_now)
    yield from edits(Kind.STATUS, "until", before.until, now.until)
    yield from edits(Kind.DETAIL, "github", before.github, now.github)
    yield from edits(Kind.DETAIL, "gitlab", before.gitlab, now.gitlab)
    if before.email != now.email:
        yield Change(Kind.DETAIL, "email")  # an address stands in no report
