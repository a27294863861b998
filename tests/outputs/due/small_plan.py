"""A small plan in which something is overdue and something is near, for the tests of each format."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from mkdocs_plans.due import due_by
from mkdocs_plans.outputs.due import emitter
from mkdocs_plans.wording.phrases import Phrases
from tests.small_site import CONFIG, STRATEGY, TACTIC, TODAY, read_site, write_site

PEOPLE = """
vp-sales: {role: VP Sales, github: "@ann", gitlab: ann.gl}
recruiting-lead: {role: Recruiting Lead}
"""

LATE = TACTIC.replace(
    "dri: recruiting-lead\n",
    "dri: vp-sales\nend: 2026-11-20\noriginally: 2026-10-31\nactions:\n"
    "  - {do: Write the guide, due: 2026-11-25, dri: recruiting-lead}\n"
    "  - {do: Look back, due: 2026-12-24}\n"
    "  - {do: Begin, due: 2026-01-01, done: 2026-01-02}\n",
)
"""A tactic that is over, with an action of two days ahead and one of a month."""

FILES = {"people.yml": PEOPLE, "hire.md": STRATEGY, "ask.md": LATE}


def written(
    format_: str, folder: Path, files: Mapping[str, str] = FILES, *, config: str = CONFIG, days: int = 30
) -> str:
    """What a format says of what is due in a plan within so many days."""
    loaded, site = read_site(write_site(folder, files, config=config))
    until = TODAY + datetime.timedelta(days=days)
    found = due_by(loaded.plan, site.settings.review, TODAY, until)
    return emitter(format_)(found, Phrases.of(loaded.plan, site), until, lambda path: f"plans/{path}")
