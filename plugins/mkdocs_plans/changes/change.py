"""What changed, as data: one change for each edit that a person made, with values as the model has them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from mkdocs_plans.model import (
    Action,
    Amount,
    Date,
    Goal,
    Person,
    PlanFile,
    Resource,
    Status,
    Update,
    ValueStatement,
)
from mkdocs_plans.model.dates import Happened
from mkdocs_plans.model.own_fields import OwnValue, Table, row_text
from mkdocs_plans.model.table_readings import TableReading
from mkdocs_plans.settings import Verdict


class Kind(StrEnum):
    """What a change is about, in the order in which a reviewer is told: the weightiest first."""

    REMOVED = "removed"
    ADDED = "added"
    UNREADABLE = "unreadable"
    TYPE = "type"
    RENAMED = "renamed"
    STATUS = "status"
    RESCHEDULED = "rescheduled"
    RETARGETED = "retargeted"
    REASSIGNED = "reassigned"
    RELINKED = "relinked"
    STATEMENT = "statement"
    ACTION_DROPPED = "action-dropped"
    ACTION_REMOVED = "action-removed"
    ACTION_ADDED = "action-added"
    ACTION_REOPENED = "action-reopened"
    ACTION_DONE = "action-done"
    ACTION_REWORDED = "action-reworded"
    RESOURCE_REMOVED = "resource-removed"
    RESOURCE_ADDED = "resource-added"
    RESOURCE_CHANGED = "resource-changed"
    UPDATE_ADDED = "update-added"
    UPDATE_REMOVED = "update-removed"
    UPDATE_EDITED = "update-edited"
    READING = "reading"
    PROSE = "prose"
    DETAIL = "detail"

    @property
    def rank(self) -> int:
        """0 for the weightiest."""
        return list(Kind).index(self)


@dataclass(frozen=True, slots=True)
class Handle:
    """A person, by the handle of now."""

    name: str


@dataclass(frozen=True, slots=True)
class FileId:
    """A plan, theme or team, by the id of now. `group` is one of these three words."""

    group: str
    name: str


@dataclass(frozen=True, slots=True)
class GoalId:
    """A goal of a plan, by the ids of now; `written` is how the file names it."""

    plan: str
    goal: str
    written: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a goal, in the goal's unit."""

    value: Decimal
    unit: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A number on the way to a target, or what it is told in words, with its day."""

    day: Date
    aim: Number | str


@dataclass(frozen=True, slots=True)
class Settled:
    """That an action was done or dropped, and when."""

    word: Literal["done", "dropped"]
    day: Happened


@dataclass(frozen=True, slots=True)
class OwnStatus:
    """A status of the organisation's own, with the one of ours that it counts as."""

    word: str
    status: Status


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many words came to a section of the text, and how many went."""

    heading: str
    added: int
    removed: int


Part = Goal | Action | Resource | Update | ValueStatement | TableReading

Single = (
    str | Date | Amount | Handle | FileId | GoalId | Number | Step | Settled | OwnStatus | WordCount
    | OwnValue | Part | PlanFile | Person
)  # fmt: skip

Value = Single | tuple[Single, ...] | None
"""What a field held: a text, a word of the model (Status, Health …), or one of the classes above. None where
it held nothing.
"""


def meaning(value: Value, field: str = "") -> Hashable:  # noqa: C901, PLR0911, PLR0912 - a line each
    """What a value means, however it is written: equal for two that are the same to a reader."""
    match value:
        case None:
            return None
        case Date():
            return value.first if field == "start" else value.last
        case Amount():
            return value.value, value.currency
        case Number():
            return value.value
        case Step():
            return value.day.last, meaning(value.aim)
        case Settled():
            return value.word, meaning(value.day)
        case OwnValue(read=Table(head=head, rows=rows)):
            return (
                frozenset(frozenset(zip(head, row, strict=True)) for row in rows) if head else frozenset(rows)
            )
        case OwnValue(read=Decimal() as number):
            return number
        case OwnValue(read=str() | Date() | tuple() as read):
            return meaning(read)
        case str():
            return tuple(value.split())
        case tuple():
            return frozenset(map(meaning, value)) or None
        case Goal() | Action() | Resource() | Update() | ValueStatement() | PlanFile() | Person():
            return id(value)
        case _:
            return value


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a plan file or of a person.

    `field` is what changed (`end`, `goals.first-year-retention.target`), `part` the goal, action or other
    part that it is a field of. `promised` is what a date that moved was first promised for, where that
    stayed and is another day. `verdicts` is all that it amounts to, worst first; `is_unsure` where it can't
    be told whether it lowers a promise.
    """

    kind: Kind
    field: str
    before: Value = None
    now: Value = None
    part: Part | None = None
    promised: Date | None = None
    verdicts: tuple[Verdict, ...] = (Verdict.WORDING,)
    is_unsure: bool = False

    @property
    def verdict(self) -> Verdict:
        """The worst that it amounts to."""
        return self.verdicts[0]

    @property
    def rank(self) -> tuple[int, bool, int]:
        """By what it amounts to, the worst first, then by what it is about. What happens to an action never
        weighs more than what happens to a plan.
        """
        kind = self.kind.rank
        if self.field.startswith("actions."):
            kind = max(kind, Kind.ACTION_DROPPED.rank)
        return self.verdict.rank, self.is_unsure, kind

    @property
    def top(self) -> str:
        """The field of the file that it is in: `goals`."""
        return self.field.partition(".")[0]

    @property
    def name(self) -> str:
        """The name of the field alone: `target`."""
        if self.part is None:
            return self.top
        return self.field.split(".")[2 if isinstance(self.part, Goal | Action) else 1]

    @property
    def days(self) -> int | None:
        """How much later a date is; None where that can't be said."""
        was, is_now = self.before, self.now
        if self.kind is not Kind.RESCHEDULED or not (isinstance(was, Date) and isinstance(is_now, Date)):
            return None
        later = is_now.first - was.first if self.name == "start" else is_now.last - was.last
        return later.days

    @property
    def sides(self) -> tuple[Value, Value]:
        """What there was and what there is; of lists and tables, what only one of them has. Those who answer
        together are told together.
        """
        was, is_now = entries(self.before), entries(self.now)
        if self.name == "dri" or not (isinstance(was, tuple) or isinstance(is_now, tuple)):
            return self.before, self.now
        return _without(was, is_now), _without(is_now, was)


def entries(value: Value) -> Value:
    """The entries of a list or a table; what anything else says."""
    if not isinstance(value, OwnValue):
        return value
    if isinstance(value.read, Table):
        return tuple(row_text(value.read, row) for row in value.read.rows)
    return value.read if isinstance(value.read, tuple) else value.text


def _without(these: Value, those: Value) -> tuple[Single, ...]:
    """The entries of one side that the other hasn't, each once."""
    left, right = (
        {meaning(one): one for one in (side if isinstance(side, tuple) else (side,)) if one is not None}
        for side in (these, those)
    )
    return tuple(one for key, one in left.items() if key not in right)


@dataclass(frozen=True, slots=True)
class Changed:
    """A plan file with what changed in it; `before` is None where it is new, `now` where it is gone."""

    before: PlanFile | None
    now: PlanFile | None
    changes: tuple[Change, ...]

    @property
    def file(self) -> PlanFile:
        """The file as it is now, or was last."""
        found = self.now or self.before
        assert found is not None
        return found

    @property
    def rank(self) -> tuple[int, bool, int]:
        """That of the worst change."""
        return min(change.rank for change in self.changes)

    @property
    def verdict(self) -> Verdict:
        """The worst that any change of it amounts to."""
        return min((change.verdict for change in self.changes), key=lambda one: one.rank)

    @property
    def is_unsure(self) -> bool:
        """Whether the worst is a promise of which it can't be told whether it is lowered."""
        return self.verdict is Verdict.PROMISE_LOWERED and self.rank[1]


@dataclass(frozen=True, slots=True)
class ChangedPerson:
    """A person of the people file with what changed, by the handle of now, or of before."""

    handle: str
    changes: tuple[Change, ...]
