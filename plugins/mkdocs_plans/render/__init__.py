"""Plan + templates → HTML fragments. Knows nothing of MkDocs: links come from whoever asks.

`Renderer` is the one door: the page of a plan file around its text, a view by its name, and the pages
that a site has without anybody having written them.
"""

from mkdocs_plans.render.assets import SCRIPT, STYLE_SHEET, assets
from mkdocs_plans.render.changes.site_changes import CHANGES, Changes
from mkdocs_plans.render.data_links import ALTERNATES, alternate_titles
from mkdocs_plans.render.environment import compile_overrides
from mkdocs_plans.render.facts import FACTS, Fact
from mkdocs_plans.render.past import PAST, PERIODS, Past
from mkdocs_plans.render.pieces import Href
from mkdocs_plans.render.renderer import Renderer
from mkdocs_plans.render.site_pages import (
    FIGURES,
    HOME,
    OWN_PAGE,
    PEOPLE,
    SECTIONS,
    SHEET,
    STRATEGIES,
    TACTICS,
    TEAMS,
    SitePage,
)
from mkdocs_plans.render.views import VIEWS

__all__ = [
    "ALTERNATES", "CHANGES", "FACTS", "FIGURES", "HOME", "OWN_PAGE", "PAST", "PEOPLE", "PERIODS", "SCRIPT",
    "SECTIONS", "SHEET", "STRATEGIES", "STYLE_SHEET", "TACTICS", "TEAMS", "VIEWS", "Changes", "Fact", "Href",
    "Past", "Renderer", "SitePage", "alternate_titles", "assets", "compile_overrides",
]  # fmt: skip
