"""What changed in the check-ins of a plan."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.fields import text_changed, word_changed
from mkdocs_plans.changes.matching import Key, pairs
from mkdocs_plans.changes.sentence import Sentence, joined, say
from mkdocs_plans.changes.shown import number, shown_date, two_numbers
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import LevelPlan, Update


def update_changes(before: LevelPlan, now: LevelPlan, states: States) -> Iterator[Change]:
    """Give the updates that came, went or were edited; an update keeps its day, else what it says."""
    keys: tuple[Key[Update], ...] = (lambda update: update.date.last, _content)
    for pair in pairs(before.updates, now.updates, keys):
        if pair.before and pair.now:
            yield from _edited(pair.before, pair.now, before, now, states)
        elif pair.now:
            line = say("update of {}", shown_date(pair.now.date)) + _summary(pair.now, now)
            yield Change(Kind.UPDATE_ADDED, "updates", line, None, pair.now.date.text)
        elif pair.before:
            line = say("update of {} is taken out", shown_date(pair.before.date))
            yield Change(Kind.UPDATE_REMOVED, "updates", line, pair.before.date.text, None)


def _content(update: Update) -> Hashable:
    return update.health, tuple(sorted(update.readings.items())), update.note


def _edited(
    before: Update, now: Update, old_plan: LevelPlan, plan: LevelPlan, states: States
) -> Iterator[Change]:
    label = say("update of {}:", shown_date(now.date))
    edited = Kind.UPDATE_EDITED
    if before.date.last != now.date.last:
        line = say("update of {} is now of {}", shown_date(before.date, now.date), shown_date(now.date))
        yield Change(edited, "updates.date", line, before.date.text, now.date.text)
    yield from word_changed(edited, "updates.health", label + say(" health"), _health(before), _health(now))
    was = {states.goal_id(old_plan.id, goal): value for goal, value in before.readings.items()}
    for goal in dict.fromkeys((*now.readings, *was)):
        old, new = was.get(goal), now.readings.get(goal)
        if old != new:
            found = plan.goal(goal)
            numbers = two_numbers(old, new, found.unit if found else None)
            said = say(" {}", numbers[1]) if old is None else say(" {} → {}", *numbers)
            line = label + say(" {}", _name(plan, goal)) + said
            was_text, now_text = (None if value is None else f"{value:f}" for value in (old, new))
            yield Change(Kind.READING, f"updates.readings.{goal}", line, was_text, now_text)
    yield from text_changed(edited, "updates.note", label + say(" note"), before.note, now.note)


def _summary(update: Update, plan: LevelPlan) -> Sentence:
    """What an update says: its health, its readings and its note."""
    parts = [say("{}", _health(update))] if update.health else []
    for goal, value in update.readings.items():
        found = plan.goal(goal)
        parts.append(say("{} {}", _name(plan, goal), number(value, found.unit if found else None)))
    if update.note:
        parts.append(say("“{}”", update.note))
    return say(": ") + joined(parts, "; ") if parts else say("")


def _name(plan: LevelPlan, goal_id: str) -> str:
    goal = plan.goal(goal_id)
    return (goal.measure or goal.title) if goal else goal_id


def _health(update: Update) -> str | None:
    return update.health.replace("-", " ") if update.health else None
