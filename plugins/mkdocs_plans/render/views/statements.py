"""Vision, mission and values as large statements."""

from __future__ import annotations

from typing import Any

from mkdocs_plans.model import ViewArguments
from mkdocs_plans.render.presenter import Presenter


def show(page: Presenter, arguments: ViewArguments) -> dict[str, Any]:
    """Give each statement with a link to its page; nothing for what the plan doesn't have."""
    plan = page.plan
    return {
        "visions": [(page.link(vision), vision.statement) for vision in plan.visions],
        "missions": [(page.link(mission), mission.statement) for mission in plan.missions],
        "values": [(page.link(values), values.values) for values in plan.values],
    }
