"""What changed in the files of the plan, each compared with what it was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from mkdocs_plans.changes.changes import (
    Change,
    Changed,
    FileId,
    GoalId,
    Kind,
    Value,
    date_edits,
    edits,
)
from mkdocs_plans.changes.matching import Pair
from mkdocs_plans.changes.parts import (
    action_changes,
    goal_changes,
    own_changes,
    people,
    person,
    resource_changes,
    update_changes,
    value_changes,
)
from mkdocs_plans.changes.prose import changed_sections
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import LevelPlan, PlanFile, Strategy, Tactic, Team, Values
from mkdocs_plans.plan import Plan, shown_order


def plan_changes(states: States) -> tuple[Changed, ...]:
    """Give the changed files, those with the weightiest changes first, then in their shown order."""
    found = [changed for pair in states.files if (changed := _changed(pair, states)) is not None]
    return tuple(sorted(found, key=lambda changed: (changed.rank, shown_order(changed.file))))


def _changed(pair: Pair[PlanFile], states: States) -> Changed | None:
    if pair.before is pair.now:  # the same bytes in both states
        return None
    if pair.before and pair.now:
        changes = file_changes(pair.before, pair.now, states)
    elif pair.now:
        kind = Kind.UNREADABLE if _is_unread(pair.now, states.before) else Kind.ADDED
        changes = (Change(kind, "", None, pair.now),)
    else:
        assert pair.before is not None
        kind = Kind.UNREADABLE if _is_unread(pair.before, states.now) else Kind.REMOVED
        changes = (Change(kind, "", pair.before, None),)
    return Changed(pair.before, pair.now, changes) if changes else None


def _is_unread(file: PlanFile, plan: Plan) -> bool:
    """Whether a state has the file and can't read it."""
    return plan.has_unread(file.id)


def file_changes(before: PlanFile, now: PlanFile, states: States) -> tuple[Change, ...]:
    """Give what changed in a file, the weightiest first. What couldn't be read in either state isn't
    compared: that it can't be read is a finding.
    """
    unread = states.before.unread.fields_of(before) | states.now.unread.fields_of(now)
    found = (change for change in _all(before, now, states) if change.field.partition(".")[0] not in unread)
    return tuple(sorted(found, key=lambda change: change.rank))


def _all(before: PlanFile, now: PlanFile, states: States) -> Iterator[Change]:
    yield from edits(Kind.TYPE, "type", before.type, now.type)
    yield from edits(Kind.RENAMED, "title", before.title, now.title)
    yield from edits(Kind.RENAMED, "id", before.id, now.id)
    texts = [getattr(file, "statement", None) for file in (before, now)]
    yield from edits(Kind.STATEMENT, "statement", *texts)
    if isinstance(before, Values) and isinstance(now, Values):
        yield from value_changes(before, now)
    if isinstance(before, LevelPlan) and isinstance(now, LevelPlan):
        yield from _level_plan(before, now, states)
    if isinstance(before, Strategy) and isinstance(now, Strategy):
        yield from _link("theme", "theme", before, now, states)
        yield from _link("parent", "plan", before, now, states)
    if isinstance(before, Tactic) and isinstance(now, Tactic):
        yield from _tactic(before, now, states)
    if isinstance(before, Team) and isinstance(now, Team):
        yield from edits(Kind.REASSIGNED, "lead", person(before.lead, states), person(now.lead))
        yield from _link("parent", "team", before, now, states)
    yield from edits(Kind.PROSE, "body", None, changed_sections(before, now))
    yield from _details(before, now, states)


def _level_plan(before: LevelPlan, now: LevelPlan, states: States) -> Iterator[Change]:
    helpers = people(before.contributors, states), people(now.contributors)
    needed = _plans(before, states), _plans(now)
    yield from chain(
        edits(Kind.STATUS, "status", before.status, now.status),
        edits(Kind.RESCHEDULED, "start", before.start, now.start),
        date_edits("end", (before.end, now.end), (before.originally, now.originally)),
        edits(Kind.RESCHEDULED, "when", before.when, now.when),
        edits(Kind.REASSIGNED, "dri", person(before.dri, states), person(now.dri)),
        edits(Kind.REASSIGNED, "contributors", *helpers),
        _link("team", "team", before, now, states),
        edits(Kind.RELINKED, "depends_on", *needed),
        goal_changes(before, now, states),
        update_changes(before, now, states),
        edits(Kind.DETAIL, "review", before.review, now.review),
    )


def _tactic(before: Tactic, now: Tactic, states: States) -> Iterator[Change]:
    yield from _link("strategy", "plan", before, now, states)
    yield from edits(Kind.RELINKED, "advances", *_advanced(before, now, states))
    yield from action_changes(before.actions, now.actions, states)
    yield from resource_changes(before.resources, now.resources)
    yield from edits(Kind.STATEMENT, "outcome", before.outcome, now.outcome)


def _link(field: str, group: str, before: PlanFile, now: PlanFile, states: States) -> Iterator[Change]:
    """Give where a file leads now instead of where it led."""
    kind = Kind.REASSIGNED if field == "team" else Kind.RELINKED
    names = states.renamed(group, getattr(before, field)), getattr(now, field)
    was, is_now = (FileId(group, name) if name else None for name in names)
    yield from edits(kind, field, was, is_now)


def _plans(plan: LevelPlan, before: States | None = None) -> tuple[FileId, ...]:
    """What a plan waits for."""
    names = (before.renamed("plan", name) if before else name for name in plan.depends_on)
    return tuple(FileId("plan", name or "") for name in names)


def _advanced(before: Tactic, now: Tactic, states: States) -> tuple[Value, Value]:
    """Which goals a tactic advances: one that is named alike, or means the same, is the same."""
    is_now = [GoalId(*states.goal(now, one, is_before=False), str(one)) for one in now.advances]
    named = {one.written: one for one in is_now}
    was = [GoalId(*states.goal(before, one, is_before=True), str(one)) for one in before.advances]
    return tuple(named.get(one.written, one) for one in was), tuple(is_now)


def _details(before: PlanFile, now: PlanFile, states: States) -> Iterator[Change]:
    detail = Kind.DETAIL
    yield from edits(detail, "summary", before.summary, now.summary)
    yield from edits(detail, "number", before.number, now.number)
    yield from edits(detail, "audience", before.audience, now.audience)
    yield from own_changes("", (before.extra, now.extra), states)
    yield from edits(detail, "ignore", tuple(before.ignore), tuple(now.ignore))
    for rule in before.ignore.keys() & now.ignore.keys():
        yield from edits(detail, f"ignore.{rule}", before.ignore[rule], now.ignore[rule])
