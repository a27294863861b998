"""Two states of a plan, one commit apart → what the commit means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from mkdocs_plans.changes import (
    Change,
    Changed,
    PlanPair,
    Review,
    Teller,
    changed_files,
    changed_people,
    tell_headline,
    tell_verdicts,
)
from mkdocs_plans.changes.matching import Pair
from mkdocs_plans.changes.plan_pair import group_of, same_parts
from mkdocs_plans.history.event import Dated, Edit, Meaning, PersonStep, Step, kept
from mkdocs_plans.model import Action, Goal, LevelPlan, Person, PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.standing import is_published


class Neighbours(PlanPair):
    """Two states that have most files in common: these are the same object in both, and need no match."""

    @cached_property
    def files(self) -> tuple[Pair[PlanFile], ...]:
        """The files that only one state has as they are, matched."""
        before, now = (set(map(id, plan.files)) for plan in (self.before, self.now))
        gone = tuple(one for one in self.before.files if id(one) not in now)
        came = tuple(one for one in self.now.files if id(one) not in before)
        return PlanPair(Plan(files=gone), Plan(files=came)).files

    @cached_property
    def people(self) -> tuple[Pair[Person], ...]:
        """Likewise the people."""
        before, now = self.before.people, self.now.people
        gone = {name: one for name, one in before.items() if now.get(name) is not one}
        came = {name: one for name, one in now.items() if before.get(name) is not one}
        return PlanPair(Plan(people=gone), Plan(people=came)).people


def meaning_of(plans: Neighbours, teller: Teller) -> Meaning:
    """Say what a change means. `teller` words it."""
    changed = {_key(one.before, one.now): one for one in changed_files(plans)}
    moved = [
        Changed(pair.before, pair.now, ())
        for pair in plans.files
        if pair.before and pair.now and _key(pair.before, pair.now) not in changed
    ]
    people = tuple(
        PersonStep(one.handle, teller.name(one.handle), _edits(one.changes, None, teller))
        for one in changed_people(plans)
    )
    headline = tell_headline(teller, Review(plans, plans=tuple(changed.values())))
    return Meaning(tuple(_step(one, teller) for one in (*changed.values(), *moved)), people, kept(headline))


def _key(before: PlanFile | None, now: PlanFile | None) -> tuple[str | None, str | None]:
    return before.path if before else None, now.path if now else None


def _step(one: Changed, teller: Teller) -> Step:
    file = one.file
    return Step(
        was=one.before.path if one.before else None,
        now=one.now.path if one.now else None,
        group=group_of(file),
        type=file.type,
        id=file.id,
        title=file.title,
        edits=_edits(one.changes, file, teller),
        dates=tuple(_dates(one.before, one.now)) if isinstance(one.now, LevelPlan) else (),
    )


def _edits(changes: Iterable[Change], file: PlanFile | None, teller: Teller) -> tuple[Edit, ...]:
    return tuple(
        Edit(
            one.kind,
            one.field,
            kept(teller.tell(one, file).line),
            one.verdicts,
            one.is_unsure,
            str(tell_verdicts(teller, one)),
            one.days,
        )
        for one in changes
    )


def _dates(before: PlanFile | None, now: LevelPlan) -> Iterator[Dated]:
    """Give all that a plan promises for a day; nothing of a draft."""
    if not is_published(now):
        return
    yield Dated("", before.id if before else None, now.id, now.title, now.end, now.originally)
    parts: tuple[Goal | Action, ...]
    for name in ("goals", "actions"):
        parts = getattr(now, name, ())
        pairs = same_parts(name, before, now) if before else [Pair(None, part) for part in parts]
        for pair in pairs:
            if (part := pair.now) is not None:
                title = part.title if isinstance(part, Goal) else part.do
                was = pair.before.id if pair.before else None
                yield Dated(name, was, part.id, title, part.due, part.originally)
