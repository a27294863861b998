"""What changed in what a tactic needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_plans.changes.changes import Change, Kind
from mkdocs_plans.changes.fields import word_changed
from mkdocs_plans.changes.matching import Key, pairs
from mkdocs_plans.changes.sentence import Sentence, say
from mkdocs_plans.changes.shown import amount, number
from mkdocs_plans.model import Amount, Cost, Resource


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
    if _sum(before.cost) != _sum(now.cost):
        line = label + say(" cost {} → {}", amount(before.cost), amount(now.cost)) + _dearer(before, now)
        was, is_now = (str(cost) if cost else None for cost in (before.cost, now.cost))
        yield Change(kind, "resources.cost", line, was, is_now)
    yield from word_changed(kind, "resources.url", label + say(" link"), before.url, now.url)


def _sum(cost: Cost | None) -> object:
    """What a cost comes to, however it is written."""
    return (cost.value, cost.currency) if isinstance(cost, Amount) else cost


def _dearer(before: Resource, now: Resource) -> Sentence:
    """By how much, where both are in one currency."""
    was, is_now = before.cost, now.cost
    if not isinstance(was, Amount) or not isinstance(is_now, Amount) or was.currency != is_now.currency:
        return say("")
    more = is_now.value - was.value
    return say(f", {{}} {'more' if more > 0 else 'less'}", number(abs(more), is_now.currency))


def _cost(resource: Resource) -> Sentence:
    return say(" ({})", amount(resource.cost)) if resource.cost else say("")
