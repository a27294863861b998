"""Which things of two states are the same: by what they are called, else by what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

ALIKE = 60
"""From how alike two texts are (rapidfuzz's `ratio`, 0 to 100) they are taken for the same thing under
another name. Our convention.
"""

MOST_COMPARISONS = 40_000
"""Up to how many pairs are compared by their texts: in a plan that was exchanged as a whole nothing is
looked for in this way, so that the comparison never grows with the square of the plan.
"""

LONGEST = 1_000
"""How many characters of each text are compared."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """A thing before and now; `before` is None where it is new, `now` where it is gone."""

    before: T | None
    now: T | None


Key = Callable[[T], Hashable]
"""Gives what a thing is known by; None where it isn't known by that."""


def pairs(
    before: Sequence[T],
    now: Sequence[T],
    keys: Iterable[Key[T]],
    text: Callable[[T], str] | None = None,
) -> list[Pair[T]]:
    """Match things by each key in turn, then those that are left by their texts, where they have any.

    The pairs are in the order of now; what is gone follows, in the order of before.
    """
    found: dict[int, int] = {}
    for key in keys:
        _match_by_key(before, now, key, found)
    if text is not None:
        _match_by_text(before, now, text, found)
    taken = set(found.values())
    there = [Pair(before[found[at]] if at in found else None, thing) for at, thing in enumerate(now)]
    return there + [Pair(thing, None) for at, thing in enumerate(before) if at not in taken]


def _match_by_key(before: Sequence[T], now: Sequence[T], key: Key[T], found: dict[int, int]) -> None:
    """Match what shares a key, the first with the first where several do."""
    taken = set(found.values())
    there: dict[Hashable, list[int]] = defaultdict(list)
    for at, thing in enumerate(before):
        if at not in taken:
            there[key(thing)].append(at)
    for at, thing in enumerate(now):
        known = key(thing) if at not in found and there else None
        if known is not None and there.get(known):
            found[at] = there[known].pop(0)


def _match_by_text(
    before: Sequence[T], now: Sequence[T], text: Callable[[T], str], found: dict[int, int]
) -> None:
    """Match what is most alike first."""
    taken = set(found.values())
    old = [at for at in range(len(before)) if at not in taken]
    new = [at for at in range(len(now)) if at not in found]
    if not old or not new or len(old) * len(new) > MOST_COMPARISONS:
        return
    texts = {at: text(before[at])[:LONGEST] for at in old}
    for _, was, at in sorted(_alike(texts, {at: text(now[at])[:LONGEST] for at in new})):
        if at not in found and was not in taken:
            found[at] = was
            taken.add(was)


def are_alike(one: str, other: str) -> bool:
    """Whether two texts are much the same."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - as below

    return fuzz.ratio(one, other) >= ALIKE


def _alike(old: dict[int, str], new: dict[int, str]) -> Iterable[tuple[float, int, int]]:
    """Give how unlike each two texts are that are alike enough, with their places."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most changes rename nothing

    for at, text in new.items():
        for _, score, was in process.extract(text, old, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None):
            yield 100 - score, was, at
