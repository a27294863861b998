"""What most fields have in common: texts, dates, people and lists, before and now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.sentence import Sentence, counted, joined, listed, say
from mkdocs_plans.changes.shown import shown_date
from mkdocs_plans.changes.states import States
from mkdocs_plans.model import Date

Edge = Literal["first", "last"]
"""The day that a period means: as a start its first, else its last."""


def same_text(before: str | None, now: str | None) -> bool:
    """Whether two texts have the same words, however they are broken into lines."""
    return (before or "").split() == (now or "").split()


def text_changed(
    kind: Kind, field: str, label: Sentence, before: str | None, now: str | None
) -> Iterator[Change]:
    """Give the change of a text, if it is another one."""
    if not same_text(before, now):
        yield Change(kind, field, label + _replaced(before, now, "“{}”"), before, now)


def word_changed(
    kind: Kind, field: str, label: Sentence, before: str | None, now: str | None
) -> Iterator[Change]:
    """Give the change of a word, a name or a figure, if it is another one."""
    if before != now:
        yield Change(kind, field, label + _replaced(before, now, "{}"), before, now)


def _replaced(before: str | None, now: str | None, form: str) -> Sentence:
    was = Sentence("none") if before is None else say(form, before)
    return say(" ") + was + say(" → ") + (Sentence("none") if now is None else say(form, now))


def date_changed(
    field: str,
    label: Sentence,
    dates: tuple[Date | None, Date | None],
    promised: tuple[Date | None, Date | None] = (None, None),
    edge: Edge = "last",
) -> Iterator[Change]:
    """Give the change of a date, with the days of difference and what was promised first; dates are
    compared by the day that they mean. That only the promise changed is a change as well.
    """
    before, now = dates
    first = promised[1]
    if _edge(before, edge) != _edge(now, edge):
        days = _days(before, now, edge)
        line = label + say(" ") + _moved(before, now) + _later(days)
        if first is not None and now is not None and first.last != now.last:
            line += say("; first promised for {}", shown_date(first, now))
        yield Change(Kind.RESCHEDULED, field, line, _text(before), _text(now), days)
    elif _edge(promised[0], "last") != _edge(first, "last"):
        line = label + say(": first promise ") + _moved(*promised)
        yield Change(Kind.RESCHEDULED, _originally(field), line, _text(promised[0]), _text(first))


def _originally(field: str) -> str:
    return field.rpartition(".")[0] + ".originally" if "." in field else "originally"


def _moved(before: Date | None, now: Date | None) -> Sentence:
    was = shown_date(before, now) if before else "none"
    return say("{} → {}", was, shown_date(now) if now else "none")


def _later(days: int | None) -> Sentence:
    if not days:
        return say("")
    return say(f", {counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}")


def _days(before: Date | None, now: Date | None, edge: Edge) -> int | None:
    was, is_now = _edge(before, edge), _edge(now, edge)
    return None if was is None or is_now is None else (is_now - was).days


def _edge(when: Date | None, edge: Edge) -> date | None:
    return None if when is None else when.first if edge == "first" else when.last


def _text(when: Date | None) -> str | None:
    return None if when is None else when.text


def dri_changed(
    field: str, label: Sentence, dris: tuple[str | None, str | None], states: States, nobody: str = "nobody"
) -> Iterator[Change]:
    """Give the change of who answers for something; a person who is called otherwise is the same."""
    before, now = dris
    if before != now and states.handle(before) != now:
        line = label + say(" {} → {}", before or nobody, now or nobody)
        yield Change(Kind.REASSIGNED, field, line, before, now)


def contributors_changed(
    field: str, label: Sentence, before: Iterable[str], now: Iterable[str], states: States
) -> Iterator[Change]:
    """Give the change of who contributes, in one line."""
    was = [handle for handle in (states.handle(one) for one in before) if handle]
    yield from list_changed(Kind.REASSIGNED, field, label, was, list(now))


def list_changed(
    kind: Kind, field: str, label: Sentence, before: Sequence[str], now: Sequence[str]
) -> Iterator[Change]:
    """Give what came to a list and what left it, in one line; its order is no change."""
    added = [one for one in dict.fromkeys(now) if one not in before]
    gone = [one for one in dict.fromkeys(before) if one not in now]
    if added or gone:
        parts = [listed(say("{}", one) for one in group) for group in (added, gone)]
        said = [part + say(word) for part, word in zip(parts, (" added", " removed"), strict=True)]
        line = label + say(" ") + joined((s for s, group in zip(said, (added, gone), strict=True) if group))
        yield Change(kind, field, line, ", ".join(before) or None, ", ".join(now) or None)
