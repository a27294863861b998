"""What changed, as data: one change for each edit that a person made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mkdocs_plans.changes.sentence import Sentence
from mkdocs_plans.model import PlanFile


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
        return _ORDER[self]


_ORDER = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a plan file or of a person.

    `field` is what changed (`end`, `goals.first-year-retention.target`), `line` what a reader is told of
    it. `before` and `now` are the values as text, None where there is none, and `days` how much later a
    date is, where that can be said.
    """

    kind: Kind
    field: str
    line: Sentence
    before: str | None = None
    now: str | None = None
    days: int | None = None

    @property
    def rank(self) -> int:
        """0 for the weightiest. What happens to an action never weighs more than what happens to a plan."""
        if self.field.startswith("actions."):
            return max(self.kind.rank, Kind.ACTION_DROPPED.rank)
        return self.kind.rank


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
    def rank(self) -> int:
        """That of the weightiest change."""
        return min(change.rank for change in self.changes)


@dataclass(frozen=True, slots=True)
class ChangedPerson:
    """A person of the people file with what changed, by the handle of now, or of before."""

    handle: str
    changes: tuple[Change, ...]
