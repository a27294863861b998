"""What pages are made with, for a place where nothing is a link."""

from mkdocs_plans.plan import Plan
from mkdocs_plans.render.pieces import Shared
from mkdocs_plans.render.presenter import Presenter
from mkdocs_plans.settings import Site


def terminal_page(plan: Plan, site: Site) -> Presenter:
    """Make the presenter of a plan whose texts lead nowhere."""
    return Presenter(Shared.of(plan, site), lambda path: None)
