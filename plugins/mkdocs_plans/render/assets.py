"""The style sheet (and, where views need one, the script) that the site serves beside its pages."""

from mkdocs_plans.render.environment import templates_folder

STYLE_SHEET = "assets/plans/plans.css"
"""Where the style sheet is served, relative to the site."""


def style_sheet() -> str:
    """The text of the style sheet."""
    return (templates_folder() / "assets" / "plans.css").read_text("utf-8")
