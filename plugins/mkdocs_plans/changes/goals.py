"""What changed in the goals of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.fields import (
    contributors_changed,
    date_changed,
    dri_changed,
    text_changed,
    word_changed,
)
from mkdocs_plans.changes.own_fields import own_changes
from mkdocs_plans.changes.sentence import Sentence, joined, listed, say
from mkdocs_plans.changes.shown import number, shown_date, two_numbers
from mkdocs_plans.changes.states import States, same_goals
from mkdocs_plans.model import Date, Goal, LevelPlan


def goal_changes(before: LevelPlan, now: LevelPlan, states: States) -> Iterator[Change]:
    """Give the goals that came and went, and what changed in those that stayed."""
    for pair in same_goals(before.goals, now.goals):
        if pair.before and pair.now:
            yield from _changes(pair.before, pair.now, states)
        elif pair.now:
            line = say("new goal “{}”", pair.now.title) + _promise(pair.now)
            yield Change(Kind.RETARGETED, _at(pair.now), line, None, pair.now.title)
        elif pair.before:
            line = say("goal “{}” is taken out", pair.before.title) + _promise(pair.before)
            yield Change(Kind.RETARGETED, _at(pair.before), line, pair.before.title, None)


def _changes(before: Goal, now: Goal, states: States) -> Iterator[Change]:
    at, label = _at(now), say("goal “{}”:", now.title)
    promised = before.originally, now.originally
    yield from chain(
        _named(before, now),
        _met(before, now),
        _numbers(before, now),
        date_changed(f"{at}.due", label + say(" due"), (before.due, now.due), promised),
        text_changed(Kind.RESCHEDULED, f"{at}.when", label + say(" when"), before.when, now.when),
        dri_changed(f"{at}.dri", label + say(" DRI"), (before.dri, now.dri), states, "the plan’s own"),
        contributors_changed(
            f"{at}.contributors", label + say(" contributors"), before.contributors, now.contributors, states
        ),
        word_changed(Kind.DETAIL, f"{at}.number", label + say(" number"), before.number, now.number),
        own_changes(f"{at}.", label + say(" "), (before.extra, now.extra), states),
    )


def _named(before: Goal, now: Goal) -> Iterator[Change]:
    if before.title != now.title:
        line = say("goal “{}” is now “{}”", before.title, now.title)
        yield Change(Kind.RENAMED, f"{_at(now)}.title", line, before.title, now.title)
    elif before.id != now.id:
        line = say("goal “{}”: id {} → {}", now.title, before.id, now.id)
        yield Change(Kind.RENAMED, f"{_at(now)}.id", line, before.id, now.id)


def _met(before: Goal, now: Goal) -> Iterator[Change]:
    if (before.met and before.met.last) == (now.met and now.met.last):
        return
    if now.met is None:
        line = say("goal “{}” is no longer met", now.title)
    elif before.met is None:
        line = say("goal “{}” is met, {}", now.title, shown_date(now.met))
    else:
        line = say("goal “{}”: met {} → {}", now.title, shown_date(before.met, now.met), shown_date(now.met))
    yield Change(Kind.RETARGETED, f"{_at(now)}.met", line, _text(before.met), _text(now.met))


def _numbers(before: Goal, now: Goal) -> Iterator[Change]:
    """Give the changes of the measure; its numbers by the measure's name, as readers know them."""
    at, name = _at(now), say("{}:", now.measure or now.title)
    retargeted = Kind.RETARGETED
    goal = say("goal “{}”:", now.title)
    yield from text_changed(retargeted, f"{at}.measure", goal + say(" measure"), before.measure, now.measure)
    yield from word_changed(retargeted, f"{at}.unit", name + say(" unit"), before.unit, now.unit)
    for field, label in (("target", name), ("baseline", name + say(" baseline"))):
        was, is_now = getattr(before, field), getattr(now, field)
        if was != is_now:
            line = label + say(" {} → {}", *two_numbers(was, is_now, now.unit))
            yield Change(retargeted, f"{at}.{field}", line, _plain(was), _plain(is_now))
    yield from word_changed(retargeted, f"{at}.keep", name + say(" keep"), before.keep, now.keep)
    yield from _path(before, now)


def _path(before: Goal, now: Goal) -> Iterator[Change]:
    """Give the change of the targets on the way, in one line."""
    days = {day.last: day for day in (*before.targets, *now.targets)}
    was = {day.last: value for day, value in before.targets.items()}
    is_now = {day.last: value for day, value in now.targets.items()}
    steps = [
        say("{} {} → {}", shown_date(days[day]), *two_numbers(was.get(day), is_now.get(day), now.unit))
        for day in sorted(days)
        if was.get(day) != is_now.get(day)
    ]
    if steps:
        line = say("{}: on the way ", now.measure or now.title) + listed(steps)
        yield Change(Kind.RETARGETED, f"{_at(now)}.targets", line, _listed(before), _listed(now))


def _promise(goal: Goal) -> Sentence:
    """What a goal promises, in brackets: `(62 → 80 %, due 31 Dec 2026)`."""
    parts = []
    if goal.target is not None and goal.baseline is not None and goal.keep is None:
        parts.append(say("{} → {}", *two_numbers(goal.baseline, goal.target, goal.unit)))
    elif goal.target is not None:
        parts.append(say(f"{goal.keep} {{}}" if goal.keep else "{}", number(goal.target, goal.unit)))
    if goal.due is not None:
        parts.append(say("due {}", shown_date(goal.due)))
    elif goal.when is not None:
        parts.append(say("{}", goal.when))
    return say(" (") + joined(parts) + say(")") if parts else say("")


def _at(goal: Goal) -> str:
    return f"goals.{goal.id}"


def _text(when: Date | None) -> str | None:
    return None if when is None else when.text


def _plain(value: object) -> str | None:
    return None if value is None else f"{value:f}"


def _listed(goal: Goal) -> str | None:
    return ", ".join(f"{day}: {value}" for day, value in goal.targets.items()) or None
