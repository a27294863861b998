"""What changed in one plan file or of one person, gathered for a template."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs_plans.changes import Changed, ChangedPerson, Kind
from mkdocs_plans.model import LevelPlan, PlanFile, Tactic
from mkdocs_plans.plan import Plan
from mkdocs_plans.render.changes.labels import label
from mkdocs_plans.render.changes.rows import Row, Rows
from mkdocs_plans.render.changes.values import Shown, Values
from mkdocs_plans.render.pieces import Link, Pieces

_STATES = {Kind.ADDED: "added", Kind.REMOVED: "removed", Kind.UNREADABLE: "unread"}

_FACTS = {"start": "time", "end": "time", "originally": "time", "when": "time"}
"""The fields that a plan's page shows as one fact."""

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


def plan_card(page: Pieces, rows: Rows, changed: Changed) -> dict[str, Any]:
    """A plan file that came, went or changed."""
    state = _STATES.get(changed.changes[0].kind, "changed")
    values = rows.was if changed.now is None else rows.is_now
    found = rows.of_file(changed)
    return {
        "state": state,
        "id": f"change-{changed.file.type}-{changed.file.id}",
        "link": values.link(changed.file),
        "type": getattr(page.words, changed.file.type).one,
        "rows": found,
        "groups": _grouped(found),
        "facts": _facts(page, changed.file, values) if state in {"added", "removed"} else (),
    }


def _grouped(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """The rows by what they are of: the plan's own first, then each part's."""
    groups: dict[Link | None, list[Row]] = {None: []}
    for row in rows:
        groups.setdefault(row.subject, []).append(row)
    return [{"subject": subject, "rows": found} for subject, found in groups.items() if found]


def _facts(page: Pieces, file: PlanFile, values: Values) -> tuple[tuple[str, Shown], ...]:
    """The facts of a whole plan that a reviewer asks for first."""
    if not isinstance(file, LevelPlan):
        return ()
    served = values.plan.strategies.get(file.strategy or "") if isinstance(file, Tactic) else None
    days = [date and page.formats.date(date).text for date in (file.start, file.end)]
    found: list[tuple[str, Shown]] = [
        ("strategy", (values.link(served),) if served else ()),
        ("dri", (values.person(file.dri),) if file.dri else ()),
        ("status", (Link(page.words.status(file.status)),)),
        ("start", (Link(days[0]),) if days[0] else ()),
        ("end", (Link(days[1]),) if days[1] else ()),
        ("when", (Link(file.when),) if file.when else ()),
    ]
    return tuple((label(page, field), shown) for field, shown in found if shown)


def person_card(page: Pieces, rows: Rows, person: ChangedPerson, now: Plan) -> dict[str, Any]:
    """A person who came, went or changed."""
    values = rows.is_now if person.handle in now.people else rows.was
    return {
        "state": _STATES.get(person.changes[0].kind, "changed"),
        "id": f"change-person-{person.handle}",
        "link": values.person(person.handle),
        "type": page.words.person.one,
        "groups": _grouped(rows.of_person(person)),
        "facts": (),
    }


def by_anchor(cards: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The cards with anchors that no two of them share."""
    seen: dict[str, int] = defaultdict(int)
    found = []
    for card in cards:
        seen[card["id"]] += 1
        times = seen[card["id"]]
        found.append({**card, "id": card["id"] if times == 1 else f"{card['id']}-{times}"})
    return found
