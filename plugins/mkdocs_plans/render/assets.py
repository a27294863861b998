"""What the site serves beside its pages: the style sheet, the script, and the form of the plan's files."""

import json
from collections.abc import Iterable

from mkdocs_plans.disk import templates_folder
from mkdocs_plans.model import Theme
from mkdocs_plans.model.json_schema import OURS, Allowed, people_schema, plan_file_schema
from mkdocs_plans.render import looks, places

STYLE_SHEET = "assets/plans/plans.css"
SCRIPT = "assets/plans/plans.js"
PLAN_FILE_SCHEMA = "assets/plans/plan-file.schema.json"
PEOPLE_SCHEMA = "assets/plans/people.schema.json"
"""Where they are served, relative to the site. The schemas are those of `plans schema`, for editors."""

_STYLES = (
    "colours", "directions", "words", "head", "facts", "badges", "bars", "lists", "cards", "counts", "goals",
    "actions", "updates", "tables", "goals_table", "due", "browse", "sheet", "people", "outline", "tree",
    "rules",
    "reference", "figures", "folds", "scoreboard", "stacks", "journal", "archive", "coverage", "map",
    "timeline_bars", "timeline", "timeline_table", "goal_chart", "looks", "changes", "past", "paper",
)  # fmt: skip
"""The parts of the style sheet, `templates/assets/style/NAME.css`, in the order in which they overrule
each other.
"""

_SCRIPTS: tuple[str, ...] = ("facet", "download", "browse")
"""The parts of the script, `templates/assets/script/NAME.js`, in the order in which they run."""


def assets(allowed: Allowed = OURS, themes: Iterable[Theme] = ()) -> dict[str, str]:
    """The text of each file to serve, by its place in the site. `allowed` is what its plan files may say,
    `themes` those of the plan, whose colours the style sheet knows.
    """
    styles = _joined("style", "css", _STYLES), places.style_sheet(), looks.style_sheet(themes)
    return {
        STYLE_SHEET: "\n".join((*filter(None, styles), "")),
        SCRIPT: _joined("script", "js", _SCRIPTS),
        PLAN_FILE_SCHEMA: json.dumps(plan_file_schema(allowed), indent=2),
        PEOPLE_SCHEMA: json.dumps(people_schema(), indent=2),
    }


def _joined(folder: str, ending: str, names: tuple[str, ...]) -> str:
    parts = templates_folder() / "assets" / folder
    return "\n".join((parts / f"{name}.{ending}").read_text("utf-8") for name in names)
