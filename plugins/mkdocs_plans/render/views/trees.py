"""Which strategy stands below which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from mkdocs_plans.model import Strategy
from mkdocs_plans.plan import Plan


def grow_trees(plan: Plan, shown: Set[str]) -> tuple[list[Strategy], dict[str, list[Strategy]]]:
    """The strategies at the top, and those below each of them, of the ones whose ids are given."""
    children: dict[str, list[Strategy]] = {}
    strategies = [strategy for key, strategy in plan.strategies.items() if key in shown]
    tops = [strategy for strategy in strategies if strategy.parent not in shown]
    return [s for s in (*tops, *strategies) if _gather(plan, s, shown, children)], children


def _gather(plan: Plan, strategy: Strategy, shown: Set[str], children: dict[str, list[Strategy]]) -> bool:
    """Enter a strategy and all that cascades from it; False where it has its place already."""
    if strategy.id in children:
        return False
    below: list[Strategy] = []
    children[strategy.id] = below
    kept = (child for child in plan.children_of(strategy) if child.id in shown)
    below.extend(child for child in kept if _gather(plan, child, shown, children))
    return True


def walk(
    strategies: Iterable[Strategy], children: Mapping[str, Sequence[Strategy]], depth: int = 0
) -> Iterator[tuple[Strategy, int]]:
    """Give each strategy before those below it, with how many stand above it."""
    for strategy in strategies:
        yield strategy, depth
        yield from walk(children[strategy.id], children, depth + 1)
