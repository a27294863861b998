"""Two states of a plan → the review of the change from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mkdocs_plans.changes.changes import Changed, ChangedPerson, Kind
from mkdocs_plans.changes.people import people_changes
from mkdocs_plans.changes.plans import plan_changes
from mkdocs_plans.changes.reviewers import Reviewer, reviewers
from mkdocs_plans.changes.sentence import counted
from mkdocs_plans.changes.states import States
from mkdocs_plans.changes.whole import Consequence, consequences, finding_told
from mkdocs_plans.findings import Located
from mkdocs_plans.since import State, brought_in, same_files


@dataclass(frozen=True, slots=True)
class Review:
    """What a change of plan means.

    `brought_in` and `mended` are all the findings that only one of the states has, in the order of files
    and lines.
    """

    consequences: tuple[Consequence, ...] = ()
    brought_in: tuple[Located, ...] = ()
    mended: tuple[Located, ...] = ()
    plans: tuple[Changed, ...] = ()
    people: tuple[ChangedPerson, ...] = ()
    reviewers: tuple[Reviewer, ...] = ()
    settings: tuple[str, ...] = ()
    """The settings that changed: what that does isn't compared."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the plan changed, nor what decides which files are in it."""
        return not (self.plans or self.people or self.brought_in or self.mended or self.settings)

    @property
    def further(self) -> tuple[Located, ...]:
        """The findings brought in that no consequence tells already, the gravest first."""
        told = {one.finding for one in self.consequences}
        found = (one for one in self.brought_in if finding_told(one) not in told)
        return tuple(sorted(found, key=lambda one: one.finding.severity.rank))

    @property
    def summary(self) -> str:
        """What the change is, in one line: `3 plans changed: 1 new, 2 end later; 1 person changed`."""
        parts = [self._plans()] if self.plans else []
        if self.people:
            several = "people" if len(self.people) > 1 else "person"
            parts.append(f"{len(self.people)} {several} changed")
        return "; ".join(parts) or "Nothing changed in the plans themselves"

    def _plans(self) -> str:
        told = [f"{number} {word}" for word, number in _told(self.plans) if number]
        head = f"{counted(len(self.plans), 'plan file')} changed"
        return f"{head}: {', '.join(told)}" if told else head


def _told(plans: Iterable[Changed]) -> list[tuple[str, int]]:
    """What is counted of the changed plans, in the order in which it is told."""
    listed = [changed.changes for changed in plans]

    def number(kind: Kind, field: str = "") -> int:
        return sum(any(c.kind is kind and c.field.startswith(field) for c in changes) for changes in listed)

    return [
        ("new", number(Kind.ADDED)),
        ("taken out", number(Kind.REMOVED)),
        ("with another status", number(Kind.STATUS)),
        ("with later dates", sum(any((c.days or 0) > 0 for c in changes) for changes in listed)),
        ("with earlier dates", sum(any((c.days or 0) < 0 for c in changes) for changes in listed)),
        ("with another target", number(Kind.RETARGETED)),
        ("with another DRI", number(Kind.REASSIGNED, "dri")),
    ]


def compare(before: State, now: State) -> Review:
    """Compare two states of a plan, each loaded and checked by the same settings and day."""
    new, mended = _findings(before, now)
    return replace(review_of(States(before.loaded.plan, now.loaded.plan)), brought_in=new, mended=mended)


def review_of(states: States) -> Review:
    """Compare two states of a plan by what they say alone, with no findings."""
    plans, people = plan_changes(states), tuple(people_changes(states))
    return Review(
        consequences=consequences(states),
        plans=plans,
        people=people,
        reviewers=reviewers(states, plans, people),
    )


def _findings(before: State, now: State) -> tuple[tuple[Located, ...], tuple[Located, ...]]:
    """Give the findings that only one of the states has. One that is there in both and only written
    otherwise in the file, as in quotes, is neither brought in nor mended.
    """
    old_paths = same_files(before.loaded, now.loaded)
    new, gone = brought_in(before, now).found, brought_in(now, before).found

    def said(located: Located, path: str) -> tuple[str, str, str]:
        return located.finding.rule, path, located.finding.message

    there = [said(one, old_paths.get(one.finding.path, one.finding.path)) for one in new]
    then = [said(one, one.finding.path) for one in gone]
    both = Counter(there) & Counter(then)
    return _without(new, there, both), _without(gone, then, both)


def _without(
    found: Iterable[Located], said: Iterable[tuple[str, str, str]], both: Counter[tuple[str, str, str]]
) -> tuple[Located, ...]:
    left = both.copy()
    kept = []
    for located, key in zip(found, said, strict=True):
        left[key] -= 1
        if left[key] < 0:
            kept.append(located)
    return tuple(kept)
