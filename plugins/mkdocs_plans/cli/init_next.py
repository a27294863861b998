"""What `plans init` leaves to the author: the commands that lead to the site, and lines for a mkdocs.yml
that was there.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from mkdocs_plans.authoring.plugin_entry import has_plugin, read_site_config
from mkdocs_plans.authoring.starter import Answers
from mkdocs_plans.cli.hand_in import quoted
from mkdocs_plans.cli.init_folder import THEME, SiteFolder
from mkdocs_plans.render.site_pages import SECTIONS

ENVIRONMENT = {
    "posix": ("python3 -m venv .venv", ". .venv/bin/activate"),
    "nt": ("py -m venv .venv", r".venv\Scripts\activate"),
}
"""How an environment of Python's is made and entered, by the kind of system: many systems let nothing be
installed outside one.
"""

ACTIVE = ("VIRTUAL_ENV", "CONDA_PREFIX")
"""The variables that tell that a terminal is in one."""

MENU = ("- Plan:", *(f"    - {first}" for first, *_ in SECTIONS[1:-1]), "    - how-to-write.md")
"""An entry of a menu for the plan: the first page of each section but the home page and the changes; and the
page for those who write it.
"""


def list_next_steps(
    there: SiteFolder, answers: Answers, variables: Mapping[str, str], system: str = os.name
) -> list[str]:
    """The commands that show the site here; what is done already is left out."""
    path = os.path.relpath(there.path)
    install = f"-r {answers.requirements}" if answers.requirements else quoted(answers.install.argument)
    return [
        *([f"cd {quoted(path)}"] if path != "." else ()),
        *(ENVIRONMENT.get(system, ENVIRONMENT["posix"]) if not any(map(variables.get, ACTIVE)) else ()),
        f"pip install {install}",
        "mkdocs serve",
    ]


def list_menu_lines(there: SiteFolder) -> list[str]:
    """The lines that lead to the plan from a menu that the site had before the plugin; none where it had
    none.
    """
    config = _config(there)
    return list(MENU) if config.get("nav") and not has_plugin(config) else []


def advise_on_theme(there: SiteFolder) -> str:
    """What to write for the pages to look as they are designed; empty where they do."""
    if there.config_path is None or there.theme == THEME:
        return ""
    said = _config(there).get("theme")
    if isinstance(said, dict):
        line, old = f"name: {THEME}", f"name: {there.theme}" if "name" in said else ""
    else:
        line, old = f"theme: {{name: {THEME}, font: false}}", f"theme: {there.theme}" if said else ""
    place = f" in place of `{old}`" if old else ""
    return (
        f"The theme is {there.theme}, and the pages are designed for {THEME}: write `{line}`{place}"
        f" in {there.config_path.name}."
    )


def _config(there: SiteFolder) -> Mapping[str, Any]:
    return read_site_config(there.config, there.config_path.name) if there.config_path else {}
