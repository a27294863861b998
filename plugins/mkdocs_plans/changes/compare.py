"""Two states of a plan → the review of the change from one to the other: who and what changed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from mkdocs_plans.changes.change import Change, Changed, ChangedPerson, Kind
from mkdocs_plans.changes.consequences import Consequence, consequences, finding_told
from mkdocs_plans.changes.differences import list_changes
from mkdocs_plans.changes.findings import State, exchanged
from mkdocs_plans.changes.matching import Pair
from mkdocs_plans.changes.plan_pair import PlanPair
from mkdocs_plans.changes.reviewers import Reviewer, reviewers
from mkdocs_plans.changes.together import Other, Together
from mkdocs_plans.changes.verdicts import added_cost, judge
from mkdocs_plans.findings import Located
from mkdocs_plans.model import PlanFile
from mkdocs_plans.model.arranging import shown_order
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Verdict


@dataclass(frozen=True)
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
    together: tuple[Together, ...] = ()
    """What it does together with other open changes, each of them, then all."""
    not_compared: tuple[Other, ...] = ()
    """The other open changes that couldn't be held beside it."""
    is_sum: bool = False
    """Whether it is all that happened since a day: the net change, which nobody is asked to agree to."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the plan changed, nor what decides which files are in it."""
        return not (self.plans or self.people or self.brought_in or self.fixed or self.settings)

    @property
    def changes(self) -> Iterator[Change]:
        """All changes, of plan files and of people."""
        for plan in self.plans:
            yield from plan.changes
        for person in self.people:
            yield from person.changes

    @property
    def verdicts(self) -> frozenset[Verdict]:
        """All that the change amounts to."""
        return frozenset(verdict for one in self.changes for verdict in one.verdicts)

    @cached_property
    def cost(self) -> Mapping[str, Decimal]:
        """By how much more it costs, for each currency: less than 0 where it costs less."""
        return added_cost(self.plans)

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
    plans, people = changed_files(compared), changed_people(compared)
    return Review(
        compared,
        consequences=consequences(compared),
        plans=plans,
        people=people,
        reviewers=reviewers(compared, plans, people),
    )


def changed_files(plans: PlanPair) -> tuple[Changed, ...]:
    """Give the changed files, those with the worst changes first, then in their shown order."""
    found = (Changed(pair.before, pair.now, _file_changes(pair, plans)) for pair in plans.files)
    changed = (one for one in found if one.changes)
    return tuple(sorted(changed, key=lambda one: (one.rank, shown_order(one.file))))


def _file_changes(pair: Pair[PlanFile], plans: PlanPair) -> tuple[Change, ...]:
    """Give what changed in a file, the worst first. What couldn't be read in either state isn't
    compared: that it can't be read is a finding.
    """
    if pair.before is None or pair.now is None:
        return (judge(_whole(pair, plans), pair.before, pair.now),)
    then = pair.before if plans.then is plans.before else plans.then.by_path[pair.before.path]
    if then is pair.now:  # the same bytes in both states
        return ()
    unread = plans.before.unread.fields_of(pair.before) | plans.now.unread.fields_of(pair.now)
    found = (one for one in list_changes(then, pair.now, plans) if one.top not in unread)
    return tuple(sorted((judge(one, then, pair.now) for one in found), key=lambda change: change.rank))


def _whole(pair: Pair[PlanFile], plans: PlanPair) -> Change:
    def is_unread(file: PlanFile | None, plan: Plan) -> bool:
        """Whether a state has the file and can't read it."""
        return file is not None and plan.has_unread(file.id)

    kind = Kind.ADDED if pair.now else Kind.REMOVED
    if is_unread(pair.now, plans.before) or is_unread(pair.before, plans.now):
        kind = Kind.UNREADABLE
    return Change(kind, "", pair.before, pair.now)


def changed_people(plans: PlanPair) -> tuple[ChangedPerson, ...]:
    """Give the people who came, went or changed, in the order of their handles; none where the people
    file couldn't be read in one of the states.
    """
    if not (plans.before.knows_everyone and plans.now.knows_everyone):
        return ()
    found = {}
    for before, person in ((pair.before, pair.now) for pair in plans.people):
        if before and person:
            then = plans.then.people[person.handle]
            found[person.handle] = tuple(list_changes(then, person, plans))
        else:
            there = person or before
            assert there is not None
            found[there.handle] = (Change(Kind.ADDED if person else Kind.REMOVED, "", before, person),)
    judged = {name: tuple(judge(one, None, None) for one in changes) for name, changes in found.items()}
    return tuple(ChangedPerson(name, judged[name]) for name in sorted(judged) if judged[name])
