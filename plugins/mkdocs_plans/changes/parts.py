"""What changed in the parts of a plan: its goals, actions, resources, updates and values."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

from mkdocs_plans.changes.changes import (
    Change,
    Handle,
    Kind,
    Number,
    Part,
    Settled,
    Step,
    Value,
    date_edits,
    edits,
)
from mkdocs_plans.changes.matching import Key, pairs
from mkdocs_plans.changes.states import States, same_actions, same_goals
from mkdocs_plans.model import Action, Goal, LevelPlan, Resource, Update, Values, ValueStatement


def goal_changes(before: LevelPlan, now: LevelPlan, states: States) -> Iterator[Change]:
    """Give the goals that came and went, and what changed in those that stayed."""
    for pair in same_goals(before.goals, now.goals):
        there = pair.now or pair.before
        assert there is not None
        if pair.before and pair.now:
            yield from _goal(pair.before, pair.now, states)
        else:
            yield Change(Kind.RETARGETED, f"goals.{there.id}", pair.before, pair.now)


def _goal(before: Goal, now: Goal, states: States) -> Iterator[Change]:
    at, retargeted = f"goals.{now.id}", Kind.RETARGETED

    def edit(kind: Kind, name: str, was: Value, is_now: Value) -> Iterator[Change]:
        return edits(kind, f"{at}.{name}", was, is_now, now)

    yield from edit(Kind.RENAMED, "title", before.title, now.title)
    if before.title == now.title:
        yield from edit(Kind.RENAMED, "id", before.id, now.id)
    yield from edit(retargeted, "met", before.met, now.met)
    yield from edit(retargeted, "measure", before.measure, now.measure)
    yield from edit(retargeted, "unit", before.unit, now.unit)
    yield from edit(retargeted, "target", _number(before, before.target), _number(now, now.target))
    yield from edit(retargeted, "baseline", _number(before, before.baseline), _number(now, now.baseline))
    yield from edit(retargeted, "keep", before.keep, now.keep)
    yield from edit(retargeted, "targets", _steps(before), _steps(now))
    yield from _common(at, before, now, states)


def _number(goal: Goal | None, value: Decimal | None) -> Number | None:
    return None if value is None else Number(value, goal.unit if goal else None)


def _steps(goal: Goal) -> tuple[Step, ...]:
    ordered = sorted(goal.targets.items(), key=lambda step: step[0].last)
    return tuple(Step(day, Number(value, goal.unit)) for day, value in ordered)


def _common(at: str, before: Goal | Action, now: Goal | Action, states: States) -> Iterator[Change]:
    """Give what changed in the fields that goals and actions share."""
    rescheduled, reassigned = Kind.RESCHEDULED, Kind.REASSIGNED
    helpers = people(before.contributors, states), people(now.contributors)
    yield from chain(
        date_edits(f"{at}.due", (before.due, now.due), (before.originally, now.originally), now),
        edits(rescheduled, f"{at}.when", before.when, now.when, now),
        edits(reassigned, f"{at}.dri", person(before.dri, states), person(now.dri), now),
        edits(reassigned, f"{at}.contributors", *helpers, now),
        edits(Kind.DETAIL, f"{at}.number", before.number, now.number, now),
        own_changes(f"{at}.", (before.extra, now.extra), states, now),
    )


def action_changes(before: Sequence[Action], now: Sequence[Action], states: States) -> Iterator[Change]:
    """Give the actions that came and went, and what changed in those that stayed."""
    for pair in same_actions(before, now):
        if pair.before and pair.now:
            yield from _action(pair.before, pair.now, states)
        elif pair.now:
            yield Change(Kind.ACTION_ADDED, f"actions.{pair.now.id}", None, pair.now)
        elif pair.before:
            yield Change(Kind.ACTION_REMOVED, f"actions.{pair.before.id}", pair.before, None)


def _action(before: Action, now: Action, states: States) -> Iterator[Change]:
    at = f"actions.{now.id}"
    was, is_now = _settled(before), _settled(now)
    kinds = {"done": Kind.ACTION_DONE, "dropped": Kind.ACTION_DROPPED}
    yield from edits(Kind.ACTION_REWORDED, f"{at}.do", before.do, now.do, now)
    if before.do == now.do:
        yield from edits(Kind.RENAMED, f"{at}.id", before.id, now.id, now)
    if settled := is_now or was:
        kind = kinds[settled.word] if is_now else Kind.ACTION_REOPENED
        yield from edits(kind, f"{at}.{settled.word}", was, is_now, now)
    yield from edits(Kind.DETAIL, f"{at}.measure", before.measure, now.measure, now)
    yield from _common(at, before, now, states)


def _settled(action: Action) -> Settled | None:
    """What an action has come to, and when."""
    if action.dropped is not None:
        return Settled("dropped", action.dropped)
    return Settled("done", action.done) if action.done is not None else None


def resource_changes(before: Sequence[Resource], now: Sequence[Resource]) -> Iterator[Change]:
    """Give the resources that came and went, and those whose name, cost or link changed."""
    keys: tuple[Key[Resource], ...] = (lambda resource: resource.name, lambda resource: resource.url)
    for pair in pairs(before, now, keys, lambda resource: resource.name):
        if pair.before and pair.now:
            kind, part = Kind.RESOURCE_CHANGED, pair.now
            yield from edits(kind, "resources.name", pair.before.name, part.name, part)
            yield from edits(kind, "resources.cost", pair.before.cost, part.cost, part)
            yield from edits(kind, "resources.url", pair.before.url, part.url, part)
        else:
            kind = Kind.RESOURCE_ADDED if pair.now else Kind.RESOURCE_REMOVED
            yield Change(kind, "resources", pair.before, pair.now)


def update_changes(before: LevelPlan, now: LevelPlan, states: States) -> Iterator[Change]:
    """Give the updates that came, went or were edited; an update keeps its day, else what it says."""
    keys: tuple[Key[Update], ...] = (lambda update: update.date.last, _content)
    for pair in pairs(before.updates, now.updates, keys):
        if pair.before and pair.now:
            yield from _update(pair.before, pair.now, before, now, states)
        else:
            kind = Kind.UPDATE_ADDED if pair.now else Kind.UPDATE_REMOVED
            yield Change(kind, "updates", pair.before, pair.now)


def _content(update: Update) -> Hashable:
    return update.health, tuple(sorted(update.readings.items())), update.note


def _update(
    before: Update, now: Update, old_plan: LevelPlan, plan: LevelPlan, states: States
) -> Iterator[Change]:
    edited = Kind.UPDATE_EDITED
    yield from edits(edited, "updates.date", before.date, now.date, now)
    yield from edits(edited, "updates.health", before.health, now.health, now)
    was = {states.goal_id(old_plan.id, goal): value for goal, value in before.readings.items()}
    for name in dict.fromkeys((*now.readings, *was)):
        goal = plan.goal(name)
        numbers = _number(goal, was.get(name)), _number(goal, now.readings.get(name))
        yield from edits(Kind.READING, f"updates.readings.{name}", *numbers, now)
    yield from edits(edited, "updates.note", before.note, now.note, now)


def value_changes(before: Values, now: Values) -> Iterator[Change]:
    """Give the values that came and went, and what is said of those that stayed."""
    keys: tuple[Key[ValueStatement], ...] = (lambda value: value.name, lambda value: value.statement)
    for pair in pairs(before.values, now.values, keys, lambda value: value.name):
        if pair.before and pair.now:
            part = pair.now
            yield from edits(Kind.STATEMENT, "values.name", pair.before.name, part.name, part)
            yield from edits(Kind.STATEMENT, "values.statement", pair.before.statement, part.statement, part)
        else:
            yield Change(Kind.STATEMENT, "values", pair.before, pair.now)


def person(handle: str | None, states: States | None = None) -> Handle | None:
    """Name a person; of the state before, where `states` are given."""
    name = states.handle(handle) if states else handle
    return None if name is None else Handle(name)


def people(handles: Sequence[str], states: States | None = None) -> tuple[Handle, ...]:
    """Name people, likewise."""
    return tuple(one for handle in handles if (one := person(handle, states)))


def own_changes(
    at: str, extra: tuple[Mapping[str, Any], Mapping[str, Any]], states: States, part: Part | None = None
) -> Iterator[Change]:
    """Give what changed in the own fields of one thing. `at` is its route with a dot behind it, empty for a
    plan file itself.
    """
    before, now = extra
    own = states.now.own_fields
    for key in sorted({*before, *now}):
        if before.get(key) != now.get(key):
            was, is_now = (None if one.get(key) is None else own.read(key, one[key]) for one in extra)
            yield from edits(Kind.DETAIL, f"{at}extra.{key}", was, is_now, part)
