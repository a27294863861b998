"""What was promised first, as git has it: by this, rules judge what is written."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plans.history.history import History
from mkdocs_plans.history.slips import parts_of, series_of
from mkdocs_plans.plan import Plan
from mkdocs_plans.rules.plan_rule import FirstPromises, Promised, key_of
from mkdocs_plans.standing import is_published


def first_promises(plan: Plan, history: History) -> FirstPromises:
    """Give the first day that the default branch had for each date of a plan, as far as that is known."""
    return FirstPromises(dict(_promises(plan, history)), is_whole=not history.is_cut)


def _promises(plan: Plan, history: History) -> Iterator[tuple[tuple[str, str, str], Promised]]:
    for one in filter(is_published, plan.plans.values()):
        series = series_of(one, history)
        for part in parts_of(one):
            key = key_of(one, part)
            points = series.get(key[1:], [])
            first = (points[0].originally or points[0].date) if points else None
            if first and points[0].event is not history.base:
                yield key, Promised(first, points[0].event.commit, points[0].event.day)
