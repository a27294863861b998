"""Two states of a plan → the review of the change from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mkdocs_plans.changes.changes import Changed, ChangedPerson
from mkdocs_plans.changes.consequences import Consequence, consequences, finding_told
from mkdocs_plans.changes.people import people_changes
from mkdocs_plans.changes.plan_file import plan_changes
from mkdocs_plans.changes.reviewers import Reviewer, reviewers
from mkdocs_plans.changes.states import States
from mkdocs_plans.findings import Located
from mkdocs_plans.since import State, brought_in, same_files


@dataclass(frozen=True, slots=True)
class Review:
    """What a change of plan means.

    `brought_in` and `mended` are all the findings that only one of the states has, in the order of files
    and lines.
    """

    states: States
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


def compare(before: State, now: State) -> Review:
    """Compare two states of a plan, each loaded and checked by the same settings and day."""
    new, mended = _findings(before, now)
    return replace(review_of(States(before.loaded.plan, now.loaded.plan)), brought_in=new, mended=mended)


def review_of(states: States) -> Review:
    """Compare two states of a plan by what they say alone, with no findings."""
    plans, people = plan_changes(states), tuple(people_changes(states))
    return Review(
        states,
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
