"""What changed in what a tactic needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_plans.model import Resource
from mkdocs_plans.review.changes import Change, Kind
from mkdocs_plans.review.fields import word_changed
from mkdocs_plans.review.matching import Key, pairs
from mkdocs_plans.review.sentence import Sentence, say
from mkdocs_plans.review.shown import amount, number


def resource_changes(before: Sequence[Resource], now: Sequence[Resource]) -> Iterator[Change]:
    """Give the resources that came and went, and those whose name, cost or link changed."""
    keys: tuple[Key[Resource], ...] = (lambda resource: resource.name, lambda resource: resource.url)
    for pair in pairs(before, now, keys, lambda resource: resource.name):
        if pair.before and pair.now:
            yield from _changes(pair.before, pair.now)
        elif pair.now:
            line = say("new resource “{}”", pair.now.name) + _cost(pair.now)
            yield Change(Kind.RESOURCE_ADDED, "resources", line, None, pair.now.name)
        elif pair.before:
            line = say("resource “{}” is taken out", pair.before.name) + _cost(pair.before)
            yield Change(Kind.RESOURCE_REMOVED, "resources", line, pair.before.name, None)


def _changes(before: Resource, now: Resource) -> Iterator[Change]:
    label = say("resource “{}”:", now.name)
    kind = Kind.RESOURCE_CHANGED
    if before.name != now.name:
        line = say("resource “{}” is now “{}”", before.name, now.name)
        yield Change(kind, "resources.name", line, before.name, now.name)
    costs = [cost and (cost.value, cost.currency) for cost in (before.cost, now.cost)]
    if costs[0] != costs[1]:
        line = label + say(" cost {} → {}", amount(before.cost), amount(now.cost)) + _dearer(before, now)
        was, is_now = (cost.text if cost else None for cost in (before.cost, now.cost))
        yield Change(kind, "resources.cost", line, was, is_now)
    yield from word_changed(kind, "resources.url", label + say(" link"), before.url, now.url)


def _dearer(before: Resource, now: Resource) -> Sentence:
    """By how much, where both are in one currency."""
    if before.cost is None or now.cost is None or before.cost.currency != now.cost.currency:
        return say("")
    more = now.cost.value - before.cost.value
    return say(f", {{}} {'more' if more > 0 else 'less'}", number(abs(more), now.cost.currency))


def _cost(resource: Resource) -> Sentence:
    return say(" ({})", amount(resource.cost)) if resource.cost else say("")
