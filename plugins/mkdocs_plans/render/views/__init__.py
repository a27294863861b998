"""The views: what can be placed on any page, one file each, with a template of the same name.

A view's `show` is given the presenter of the page and the view's typed arguments, and gives what its
template shows.
"""

from types import ModuleType

from mkdocs_plans.render.views import (
    archive,
    changes,
    coverage,
    fields,
    figures,
    map,
    mission_and_vision,
    on_one_page,
    overview,
    people,
    person,
    rules,
    scoreboard,
    settings,
    statements,
    strategies,
    strategy_and_tactic,
    tactics,
    teams,
    themes,
    timeline,
    updates,
)

VIEWS: tuple[ModuleType, ...] = (
    mission_and_vision,
    statements,
    overview,
    themes,
    strategies,
    tactics,
    timeline,
    teams,
    people,
    person,
    on_one_page,
    strategy_and_tactic,
    scoreboard,
    updates,
    archive,
    coverage,
    map,
    rules,
    fields,
    settings,
    figures,
    changes,
)


def view_name(view: ModuleType) -> str:
    """The name by which a comment places a view: `mission-and-vision`."""
    return view.__name__.rpartition(".")[2].replace("_", "-")
