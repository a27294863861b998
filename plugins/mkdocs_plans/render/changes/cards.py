"""What changed in one plan file or of one person, gathered for a template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from mkdocs_plans.changes import Changed, ChangedPerson, Kind, tell_verdicts
from mkdocs_plans.render.changes.rows import Row, Rows
from mkdocs_plans.render.pieces import Link, Pieces

_STATES = {Kind.ADDED: "added", Kind.REMOVED: "removed", Kind.UNREADABLE: "unread"}

_FACTS = {"start": "time", "end": "time", "originally": "time", "when": "time"}
"""The fields that a plan's page shows as one fact."""

MOST_ROWS = 8
"""How many rows of a card stand open. Our convention."""

_LISTS = frozenset({"resources", "updates", "values"})
"""What is marked as a whole."""


class Marks(dict[str, tuple[Row, ...]]):
    """The rows by the fact that they are about; nothing for a fact that hasn't changed."""

    def __missing__(self, key: str) -> tuple[Row, ...]:
        return ()


NO_MARKS = Marks()


def marks(rows: Iterable[Row]) -> Marks:
    """The rows of a plan by fact: `time` where it is about start or end."""
    found: dict[str, tuple[Row, ...]] = defaultdict(tuple)
    for row in rows:
        group = row.field.partition(".")[0]
        found[group if group in _LISTS else _FACTS.get(row.field, row.field)] += (row,)
    return Marks(found)


def part(found: Marks, group: str, name: str) -> Marks:
    """The marks of a goal or an action: of its fields, and of the whole under no name."""
    whole = f"{group}.{name}"
    inner = {key[len(whole) + 1 :]: rows for key, rows in found.items() if f"{key}.".startswith(f"{whole}.")}
    return Marks(inner) if inner else NO_MARKS


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of one part of a plan; `subject` None for the plan's own."""

    subject: Link | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A plan file or a person that came, went or changed: `state` is `added`, `removed`, `unread` or
    `changed`. `facts` are those of a whole plan that a reviewer asks for first, `verdict` what it amounts to
    as a whole; `folded` are rows after those that stand open, `number` of them.
    """

    state: str
    id: str
    link: Link
    type: str
    groups: tuple[RowGroup, ...]
    facts: tuple[tuple[str, Markup], ...] = ()
    verdict: str = ""
    folded: tuple[RowGroup, ...] = ()
    number: int = 0


def plan_card(page: Pieces, rows: Rows, changed: Changed) -> Card:
    """A plan file that came, went or changed."""
    wording = rows.teller.tell(changed.changes[0], changed.file)
    state = _STATES.get(changed.changes[0].kind, "changed")
    return Card(
        state=state,
        id=f"change-{changed.file.type}-{changed.file.id}",
        link=rows.link(changed.file),
        type=getattr(page.words, changed.file.type).one,
        groups=_grouped(rows.of_file(changed), getattr(page.words, changed.file.type).one),
        facts=tuple((label, rows.html(shown)) for label, shown in wording.facts),
        verdict="" if state == "changed" else tell_verdicts(rows.teller, changed.changes[0]),
    )


def fold_card(card: Card) -> Card:
    """Fold the last of many rows that nothing points out."""
    rows = sorted((row for group in card.groups for row in group.rows), key=lambda row: not row.verdict)
    shown = max(MOST_ROWS, sum(bool(row.verdict) for row in rows))
    if len(rows) <= shown + 1:
        return card
    open_, rest = (_grouped(some, card.type) for some in (rows[:shown], rows[shown:]))
    return replace(card, groups=open_, folded=rest, number=len(rows) - shown)


def _grouped(rows: Iterable[Row], own: str) -> tuple[RowGroup, ...]:
    """The rows by what they are of, what has the worst of them first. The plan's `own` are named where others
    stand above them.
    """
    groups: dict[Link | None, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.subject, []).append(row)
    subjects = [subject or (Link(own) if at else None) for at, subject in enumerate(groups)]
    return tuple(
        RowGroup(subject, tuple(found)) for subject, found in zip(subjects, groups.values(), strict=True)
    )


def person_card(page: Pieces, rows: Rows, person: ChangedPerson) -> Card:
    """A person who came, went or changed."""
    return Card(
        state=_STATES.get(person.changes[0].kind, "changed"),
        id=f"change-person-{person.handle}",
        link=rows.person(person.handle),
        type=page.words.person.one,
        groups=_grouped(rows.of_person(person), page.words.person.one),
    )


def by_anchor(cards: Iterable[Card]) -> list[Card]:
    """The cards with anchors that no two of them share."""
    seen: dict[str, int] = defaultdict(int)
    found = []
    for card in cards:
        seen[card.id] += 1
        times = seen[card.id]
        found.append(card if times == 1 else replace(card, id=f"{card.id}-{times}"))
    return found
