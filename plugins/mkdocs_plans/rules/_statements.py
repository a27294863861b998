"""What the rules about missing statements share."""

from __future__ import annotations

import posixpath

from mkdocs_plans.plan import Plan


def lacks(plan: Plan, kind: str) -> bool:
    """Whether no file of a plan is of a type, and none that couldn't be read seems to be. A plan
    without a single file isn't begun.
    """
    unread = plan.has_unread(kind) or plan.unread.mentions(kind)
    return bool(plan.files) and not unread and all(file.type != kind for file in plan.files)


def path_for(plan: Plan, kind: str) -> str:
    """Where the statement would be written: beside the others, else at the top of the plan's folder."""
    others = (*plan.missions, *plan.visions, *plan.values)
    return posixpath.join(posixpath.dirname(others[0].path) if others else "", f"{kind}.md")
