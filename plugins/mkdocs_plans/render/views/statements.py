"""Vision, mission and values as large statements."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_plans.model import ValueStatement
from mkdocs_plans.model.views import Statements as Arguments
from mkdocs_plans.render.pieces import Link
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.render.views.view import view


@dataclass(frozen=True, slots=True)
class Statements:
    """Each statement with a link to its page; nothing for what the plan doesn't have."""

    visions: tuple[tuple[Link, str], ...]
    missions: tuple[tuple[Link, str], ...]
    values: tuple[tuple[Link, tuple[ValueStatement, ...]], ...]


@dataclass(frozen=True, slots=True)
class StatementsView:
    """What the template is given."""

    statements: Statements


@view(Arguments)
def show(page: Presenter, _: Arguments) -> StatementsView:
    """Give each statement with a link to its page."""
    return StatementsView(statements(page))


def statements(page: Presenter) -> Statements:
    """Make the statements of a plan."""
    plan = page.plan
    return Statements(
        visions=tuple((page.link(vision), vision.statement) for vision in plan.visions),
        missions=tuple((page.link(mission), mission.statement) for mission in plan.missions),
        values=tuple((page.link(values), values.values) for values in plan.values),
    )
