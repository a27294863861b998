"""What changed in the actions of a tactic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.fields import (
    contributors_changed,
    date_changed,
    dri_changed,
    same_text,
    text_changed,
    word_changed,
)
from mkdocs_plans.changes.matching import Key, Pair, pairs
from mkdocs_plans.changes.own_fields import own_changes
from mkdocs_plans.changes.sentence import Sentence, joined, say
from mkdocs_plans.changes.shown import shown_date
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import Action, Date


def same_actions(before: Sequence[Action], now: Sequence[Action]) -> list[Pair[Action]]:
    """Match the actions of a tactic by what is to do, by id, then by what is like it."""
    keys: tuple[Key[Action], ...] = (lambda action: action.do, lambda action: action.id)
    return pairs(before, now, keys, lambda action: action.do)


def action_changes(before: Sequence[Action], now: Sequence[Action], states: States) -> Iterator[Change]:
    """Give the actions that came and went, and what changed in those that stayed."""
    for pair in same_actions(before, now):
        if pair.before and pair.now:
            yield from _changes(pair.before, pair.now, states)
        elif pair.now:
            line = say("new action “{}”", pair.now.do) + _promise(pair.now)
            yield Change(Kind.ACTION_ADDED, _at(pair.now), line, None, pair.now.do)
        elif pair.before:
            line = say("action “{}” is taken out", pair.before.do) + _promise(pair.before)
            yield Change(Kind.ACTION_REMOVED, _at(pair.before), line, pair.before.do, None)


def _changes(before: Action, now: Action, states: States) -> Iterator[Change]:
    at, label = _at(now), say("action “{}”:", now.do)
    promised = before.originally, now.originally
    yield from chain(
        _reworded(before, now),
        _settled(before, now),
        date_changed(f"{at}.due", label + say(" due"), (before.due, now.due), promised),
        text_changed(Kind.RESCHEDULED, f"{at}.when", label + say(" when"), before.when, now.when),
        dri_changed(f"{at}.dri", label + say(" DRI"), (before.dri, now.dri), states, "the tactic’s own"),
        contributors_changed(
            f"{at}.contributors", label + say(" contributors"), before.contributors, now.contributors, states
        ),
        text_changed(Kind.DETAIL, f"{at}.measure", label + say(" measure"), before.measure, now.measure),
        word_changed(Kind.DETAIL, f"{at}.number", label + say(" number"), before.number, now.number),
        own_changes(f"{at}.", label + say(" "), (before.extra, now.extra), states),
    )


def _reworded(before: Action, now: Action) -> Iterator[Change]:
    if not same_text(before.do, now.do):
        line = say("action “{}” is now “{}”", before.do, now.do)
        yield Change(Kind.ACTION_REWORDED, f"{_at(now)}.do", line, before.do, now.do)
    elif before.id != now.id:
        line = say("action “{}”: id {} → {}", now.do, before.id, now.id)
        yield Change(Kind.RENAMED, f"{_at(now)}.id", line, before.id, now.id)


def _state(action: Action) -> tuple[str, Date | None]:
    """What an action has come to, and when."""
    if action.dropped is not None:
        return "dropped", action.dropped
    return ("done", action.done) if action.done is not None else ("open", None)


def _settled(before: Action, now: Action) -> Iterator[Change]:
    """Give that an action was done, dropped or opened again, in one line."""
    (was, then), (word, day) = _state(before), _state(now)
    if was == word and (then and then.last) == (day and day.last):
        return
    kinds = {"open": Kind.ACTION_REOPENED, "done": Kind.ACTION_DONE, "dropped": Kind.ACTION_DROPPED}
    said = say(f"action “{{}}”: {word if day else 'open again'}", now.do)
    if day is not None:
        said += say(" {}", shown_date(day))
    if then is not None:
        said += say(f" (before: {was} {{}})", shown_date(then, day))
    field = f"{_at(now)}.{word if day else was}"
    yield Change(kinds[word], field, said, then.text if then else None, day.text if day else None)


def _promise(action: Action) -> Sentence:
    """Who is to do it and when, in brackets."""
    parts = [say("DRI {}", action.dri)] if action.dri else []
    word, day = _state(action)
    if day is not None:
        parts.append(say(f"{word} {{}}", shown_date(day)))
    elif action.due is not None:
        parts.append(say("due {}", shown_date(action.due)))
    elif action.when is not None:
        parts.append(say("{}", action.when))
    return say(" (") + joined(parts) + say(")") if parts else say("")


def _at(action: Action) -> str:
    return f"actions.{action.id}"
