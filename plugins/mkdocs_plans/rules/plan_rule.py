"""A rule that looks at the plan, or at one file of it at a time, and what it judges by."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from mkdocs_plans.findings import Finding
from mkdocs_plans.model import Action, Date, Goal, LevelPlan, PlanFile, Status
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Rule
from mkdocs_plans.settings import Settings


@dataclass(frozen=True, slots=True)
class Promised:
    """What was promised first, as git has it: the date, and the change that brought it."""

    date: Date
    commit: str
    day: datetime.date


@dataclass(frozen=True, slots=True)
class FirstPromises:
    """What was promised first of all dates of a plan. It `is_whole` unless a shallow clone is cut off."""

    by_key: Mapping[tuple[str, str, str], Promised]
    is_whole: bool = True

    def of(self, plan: LevelPlan, part: Goal | Action | None) -> Promised | None:
        """What was promised first of a plan's end, or of one of its parts; None where that isn't known."""
        return self.by_key.get(key_of(plan, part))


def key_of(plan: LevelPlan, part: Goal | Action | None) -> tuple[str, str, str]:
    """By what a date is known: its plan, and the kind and the id of the part that it is of, if any."""
    kind = "" if part is None else "goals" if isinstance(part, Goal) else "actions"
    return plan.id, kind, part.id if part else ""


@dataclass(frozen=True, slots=True)
class Context:
    """The day to judge by, the site's settings, and what was promised first; None where nobody asked git."""

    today: datetime.date
    settings: Settings = field(default_factory=Settings)
    promised: FirstPromises | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlanRule(Rule):
    """A rule with the pure function that gives its findings: no clock, no disk. One that `needs_history`
    finds something only where git was asked.
    """

    check: Callable[[Plan, Context], Iterable[Finding]]
    needs_history: bool = False


F = TypeVar("F", bound=PlanFile)
FileCheck = Callable[[Plan, F, Context], Iterable[Finding]]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class FileRule(Rule, Generic[F]):
    """Likewise, of what can be said of each file by itself: those of a kind, and plans only where they are of
    one of some `statuses`, if any are named. A plan whose `status` was refused may have any, and isn't asked.
    """

    check: FileCheck[F]
    of: type[F]
    statuses: Collection[Status] = ()

    def asks(self, file: PlanFile, status: Status | None) -> bool:
        """Whether it is asked of a file; `status` is None where that was refused, or there is none."""
        return isinstance(file, self.of) and (not self.statuses or status in self.statuses)
