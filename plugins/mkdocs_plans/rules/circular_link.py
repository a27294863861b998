"""Plans lead back to themselves.

A strategy's `parent` (which `serves` may say as well), a team's `parent` and the plans named in `depends_on`
must not form a circle. Each circle is reported once, at the first of its files, and at most ten circles of a
kind at a time.

Strategies and teams can be nested at most fifty levels deep, because no page could show more. The first one
that is too deep is reported, and not those below it.

Why it matters: nothing in a circle is above the rest, and a plan that waits for itself can never start.

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

from mkdocs_plans.bounds import MAX_DEPTH
from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import PlanFile, Strategy
from mkdocs_plans.model.nesting import count_depths
from mkdocs_plans.plan import Plan
from mkdocs_plans.rule import Group
from mkdocs_plans.rules.plan_rule import Context, PlanRule
from mkdocs_plans.standing import circles, dependencies

_SHOWN = 8
"""How many plans of a circle are named. Our convention."""


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each circle of parents and of dependencies once."""
    strategies = {s.id: (s.parent,) for s in plan.strategies.values() if s.parent}
    yield from _circles(strategies, plan.strategies, "parent", "stands above itself")
    teams = {team.id: (team.parent,) for team in plan.teams.values() if team.parent}
    yield from _circles(teams, plan.teams, "parent", "is a part of itself")
    yield from _too_deep({s.id: s.parent for s in plan.strategies.values()}, plan.strategies, "strategies")
    yield from _too_deep({team.id: team.parent for team in plan.teams.values()}, plan.teams, "teams")
    yield from _circles(dependencies(plan), plan.plans, "depends_on", "waits for itself")


def _circles(
    links: Mapping[str, Iterable[str]], files: Mapping[str, PlanFile], key: str, does: str
) -> Iterator[Finding]:
    for circle in circles(links):
        ring = [files[name] for name in circle]
        start = min(range(len(ring)), key=lambda index: ring[index].path)
        yield _finding(ring[start:] + ring[:start], key, does)


def _too_deep(above: Mapping[str, str | None], files: Mapping[str, PlanFile], noun: str) -> Iterator[Finding]:
    """Give those that have just more above them than a site can be built of. Circles have no depth."""
    for name, depth in count_depths(above).items():
        if depth == MAX_DEPTH + 1:  # and not `>`: those further down are the same mistake
            message = f"more than {MAX_DEPTH} {noun} stand one above the other, up to this one"
            key = _key_of(files[name], "parent")
            hint = f"remove its `{key}`, or one above it"
            yield RULE.finding(message, files[name].path, Route.to(key), hint)


def _key_of(file: PlanFile, key: str) -> str:
    """The field in which a file names the one above it: a strategy may name it together with a goal."""
    return file.parent_key if isinstance(file, Strategy) and key == "parent" else key


def _finding(ring: list[PlanFile], key: str, does: str) -> Finding:
    left_out = [f"… ({len(ring) - _SHOWN} more)"] if len(ring) > _SHOWN else []
    way = " → ".join([*(file.id for file in ring[:_SHOWN]), *left_out, ring[0].id])
    message = f'"{ring[0].title}" {does}: {way}'
    after = ring[1 % len(ring)].id
    listed = list(getattr(ring[0], key)) if key == "depends_on" else []
    keys = [_key_of(file, key) for file in ring]
    at = Route.to(key, listed.index(after)) if after in listed else Route.to(keys[0])
    shown = list(zip(ring, keys, strict=True))[1:_SHOWN]
    related = tuple(Related("and continues here", file.path, Route.to(name)) for file, name in shown)
    named = " or ".join(f"`{name}`" for name in dict.fromkeys(keys))
    hint = f"remove one {named} from the circle"
    return RULE.finding(message, ring[0].path, at, hint, related)


RULE = PlanRule("circular-link", Group.LINKS, Severity.ERROR, __doc__, check=check)
