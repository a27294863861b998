"""Does a field that names plans, teams or people find what it names?"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plans.fixes.case import Case
from mkdocs_plans.model import Person, PlanFile, Team, ids_called
from mkdocs_plans.yaml import Value


def leads_nowhere(case: Case, field: str, value: Value) -> bool:
    """Whether something that a field would name isn't there. No other field leads anywhere."""
    named = [
        each.strip() for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)
    ]
    if field == "advances":
        return not all(_is_goal(case, name) for name in named)
    there = _there(case, field)
    return there is not None and not all(
        len(ids_called(name.removeprefix("@"), there)) == 1 for name in named
    )


def _there(case: Case, field: str) -> Mapping[str, PlanFile | Person] | None:
    """What a field may name, by id; None for a field that names nothing, or where nobody is known."""
    plan = case.plan
    is_team = isinstance(plan.by_path.get(case.document.path), Team)
    people = plan.people or None
    named: dict[str, Mapping[str, PlanFile | Person] | None] = {
        "strategy": plan.strategies,
        "parent": plan.teams if is_team else plan.strategies,
        "depends_on": plan.plans,
        "theme": plan.themes,
        "team": plan.teams,
        "dri": people,
        "lead": people,
        "contributors": people,
    }
    return named.get(field)


def _is_goal(case: Case, reference: str) -> bool:
    plan, _, goal = reference.rpartition("#")
    holder = case.plan.plans.get(plan or str(case.values.get("strategy")))
    return holder is not None and holder.goal(goal) is not None
