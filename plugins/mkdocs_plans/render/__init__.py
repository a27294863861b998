"""Plan + templates → HTML fragments. Knows nothing of MkDocs: links come from whoever asks.

`Renderer` is the one door: the page of a plan file around its text, and a view by its name.
"""

from mkdocs_plans.render.assets import STYLE_SHEET, style_sheet
from mkdocs_plans.render.environment import templates_folder
from mkdocs_plans.render.formats import plain
from mkdocs_plans.render.renderer import Href, PlanPage, Renderer
from mkdocs_plans.render.views import VIEWS, view_name

__all__ = [
    "STYLE_SHEET", "VIEWS", "Href", "PlanPage", "Renderer",
    "plain", "style_sheet", "templates_folder", "view_name",
]  # fmt: skip
