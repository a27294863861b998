"""Two states of a plan → the review of the change from one to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mkdocs_plans.changes.change import Changed, ChangedPerson
from mkdocs_plans.changes.consequences import Consequence, consequences, finding_told
from mkdocs_plans.changes.differences import people_changes, plan_changes
from mkdocs_plans.changes.findings import State, exchanged
from mkdocs_plans.changes.plan_pair import PlanPair
from mkdocs_plans.changes.reviewers import Reviewer, reviewers
from mkdocs_plans.findings import Located


@dataclass(frozen=True, slots=True)
class Review:
    """What a change of plan means.

    `brought_in` and `fixed` are all the findings that only one of the states has, in the order of files
    and lines.
    """

    compared: PlanPair
    consequences: tuple[Consequence, ...] = ()
    brought_in: tuple[Located, ...] = ()
    fixed: tuple[Located, ...] = ()
    plans: tuple[Changed, ...] = ()
    people: tuple[ChangedPerson, ...] = ()
    reviewers: tuple[Reviewer, ...] = ()
    settings: tuple[str, ...] = ()
    """The settings that changed: what that does isn't compared."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the plan changed, nor what decides which files are in it."""
        return not (self.plans or self.people or self.brought_in or self.fixed or self.settings)

    @property
    def further(self) -> tuple[Located, ...]:
        """The findings brought in that no consequence tells already, the gravest first."""
        told = {one.finding for one in self.consequences}
        found = (one for one in self.brought_in if finding_told(one) not in told)
        return tuple(sorted(found, key=lambda one: one.finding.severity.rank))


def compare(before: State, now: State) -> Review:
    """Compare two states of a plan, each loaded and checked by the same settings and day."""
    new, fixed = exchanged(before, now)
    return replace(review_of(PlanPair(before.loaded.plan, now.loaded.plan)), brought_in=new, fixed=fixed)


def review_of(compared: PlanPair) -> Review:
    """Compare two states of a plan by what they say alone, with no findings."""
    plans, people = plan_changes(compared), people_changes(compared)
    return Review(
        compared,
        consequences=consequences(compared),
        plans=plans,
        people=people,
        reviewers=reviewers(compared, plans, people),
    )
