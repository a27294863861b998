"""A plan no deeper than can be shown."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from mkdocs_plans.model.nesting import find_too_deep
from mkdocs_plans.plan import Plan


def within_bounds(plan: Plan) -> Plan:
    """The plan with no more strategies or teams one above the other than can be shown: one that stands
    deeper, which is a finding, stands at the top.
    """
    # By identity: a strategy and a team may have one id, and two files are compared by all that is in them.
    deep = {id(file) for file in chain(find_too_deep(plan.strategies), find_too_deep(plan.teams))}
    if not deep:
        return plan
    files = (file.model_copy(update={"parent": None}) if id(file) in deep else file for file in plan.files)
    return replace(plan, files=tuple(files))
