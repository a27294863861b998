"""Plans lead back to themselves.

A strategy's `parent`, a team's `parent` and the plans named in `depends_on` must not lead round in a
circle. The circle is reported once, at the first of its files.

Why it matters: nothing in a circle stands above the rest, and nothing that waits for itself can start.

Wrong, two files:

    # strategies/grow-the-field-team.md
    type: strategy
    title: Grow the field team
    parent: win-the-region

    # strategies/win-the-region.md
    type: strategy
    title: Win the region
    parent: grow-the-field-team

Right, two files:

    # strategies/grow-the-field-team.md
    type: strategy
    title: Grow the field team
    parent: win-the-region

    # strategies/win-the-region.md
    type: strategy
    title: Win the region
"""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import PlanFile
from mkdocs_plans.plan import Plan
from mkdocs_plans.rules.context import Context

SEVERITY = Severity.ERROR


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each circle of parents and of dependencies once."""
    strategies = {s.id: (s.parent,) for s in plan.strategies.values() if s.parent}
    yield from _circles(strategies, plan.strategies, "parent", "stands above itself")
    teams = {team.id: (team.parent,) for team in plan.teams.values() if team.parent}
    yield from _circles(teams, plan.teams, "parent", "is a part of itself")
    waiting = {p.id: p.depends_on for p in plan.plans.values() if p.depends_on}
    yield from _circles(waiting, plan.plans, "depends_on", "waits for itself")


def _circles(
    links: Mapping[str, Iterable[str]], files: Mapping[str, PlanFile], key: str, does: str
) -> Iterator[Finding]:
    left = {name: set(others) for name, others in links.items()}
    while circle := _circle(left):
        ring = [files[name] for name in circle]
        start = min(range(len(ring)), key=lambda index: ring[index].path)
        ring = ring[start:] + ring[:start]
        yield _finding(ring, key, does)
        for name in circle:
            left[name] -= set(circle)


def _circle(links: Mapping[str, set[str]]) -> list[str]:
    """One circle, each name once, each followed by one that it links to; empty where there is none."""
    try:
        TopologicalSorter(links).prepare()
    except CycleError as error:
        names: list[str] = error.args[1]
        return names[:0:-1]
    return []


def _finding(ring: list[PlanFile], key: str, does: str) -> Finding:
    way = " → ".join(file.id for file in [*ring, ring[0]])
    message = f'"{ring[0].title}" {does}: {way}'
    after = ring[1 % len(ring)].id
    listed = list(getattr(ring[0], key)) if key == "depends_on" else []
    at = Route.to(key, listed.index(after)) if after in listed else Route.to(key)
    related = tuple(Related("and goes on here", file.path, Route.to(key)) for file in ring[1:])
    hint = f"take one `{key}` of the circle out"
    return Finding("circular-link", message, ring[0].path, at, hint, related)
