"""Write the id of the goal that a misspelt one means.

    advances: [first-year-retenton]       →  advances: [first-year-retention]
    serves: hire#first-year-retenton      →  serves: hire#first-year-retention
    readings: {first-year-retenton: 74}   →  readings: {first-year-retention: 74}

Left alone: what may mean another goal too, or is the goal of another plan; what stands in more places than
the right one; and what its list already names.
"""

from __future__ import annotations

from mkdocs_plans.edits.scalars import find_neighbours, find_scalar, rewrite
from mkdocs_plans.findings import Fix
from mkdocs_plans.fixes.case import Case, Fixer, goal_of
from mkdocs_plans.model import LevelPlan, ids_called
from mkdocs_plans.spelling import find_certain_slip


def fix(case: Case) -> Fix:
    """Put the goal's id in the place of the one that isn't there."""
    scalar = find_scalar(case.document, case.route)
    if scalar is None:
        return ()
    plan, hash_, named = scalar.text.rpartition("#")
    holder = _holder(case, plan)
    meant = _meant(named, holder) if holder else None
    if holder is None or meant is None or _is_elsewhere(case, named):
        return ()
    if not case.is_likelier(goal_of(holder.id, meant), goal_of(holder.id, named)):
        return ()
    text = plan + hash_ + meant
    return (
        () if text in find_neighbours(case.document, scalar.route) else rewrite(case.document, scalar, text)
    )


def _meant(named: str, holder: LevelPlan) -> str | None:
    """The goal that is called so, by its title or number, else the one that it is a slip for."""
    called = ids_called(named, holder.goals)
    if called:
        return called[0] if len(called) == 1 else None
    return find_certain_slip(named, [goal.id for goal in holder.goals])


def _holder(case: Case, named: str) -> LevelPlan | None:
    """The plan that has the goal: the named one; else in an update the plan itself, in `advances` the
    tactic's strategy, and in `serves` the strategy's parent.
    """
    own = case.plan.by_path.get(case.document.path)
    if case.finding.rule == "unknown-reading":
        return own if isinstance(own, LevelPlan) else None
    above = own.above_id if isinstance(own, LevelPlan) else None
    return case.plan.plans.get(named.strip() or above or "")


def _is_elsewhere(case: Case, goal: str) -> bool:
    return any(plan.goal(goal.strip()) for plan in case.plan.plans.values())


FIXER = Fixer(fix, ("unknown-goal", "unknown-reading"))
