"""A plan ends before it starts.

`end` counts to its last day, `start` from its first: a plan may start and end in one period. Plans of any
status are looked at, for their dates stand in timelines and in the archive.

Why it matters: the plan can't be drawn, and nobody can say how much of its time is gone.

Wrong:

    type: strategy
    title: Open a second warehouse
    start: 2027-01-11
    end: 2026-06-30

Right:

    type: strategy
    title: Open a second warehouse
    start: 2027-01-11
    end: 2027-06-30
"""

from collections.abc import Iterator

from mkdocs_plans.findings import Finding, Related, Route, Severity
from mkdocs_plans.model import Date, LevelPlan
from mkdocs_plans.plan import Plan
from mkdocs_plans.rules.context import Context

SEVERITY = Severity.ERROR


def check(plan: Plan, _: Context) -> Iterator[Finding]:
    """Give each plan whose dates are the wrong way round."""
    for one in plan.plans.values():
        if is_reversed(one):
            message = f"this {one.type} ends ({one.end}) before it starts ({one.start})"
            hint = "correct `end`, or `start`"
            related = Related("it starts here", one.path, Route.to("start"))
            yield Finding("end-before-start", message, one.path, Route.to("end"), hint, (related,))


def is_reversed(one: LevelPlan) -> bool:
    """Whether a plan ends before it starts: then neither of the two can be relied on."""
    return one.start is not None and one.end is not None and one.end.last < one.start.first


def end_of(one: LevelPlan) -> Date | None:
    """The end of a plan, where it has one that can be relied on."""
    return None if is_reversed(one) else one.end
