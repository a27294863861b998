"""Plans of written sites, ready to be handed out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs_plans.load import Loaded
from mkdocs_plans.outputs.plan.export import Export, files_of, published
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.phrases import Phrases
from tests.small_site import read_site

ADDRESS = "https://plan.example.org/"


def export_of(loaded: Loaded, site: Site, *, is_whole: bool = False) -> Export:
    """A plan as its site shows it, or the whole."""
    plan = loaded.plan if is_whole else published(loaded.plan)
    return Export(Phrases.of(plan, site), lambda path: ADDRESS + path, "abc", is_whole=is_whole)


def exported(folder: Path, *, is_whole: bool = False) -> Export:
    """The plan of a written site."""
    return export_of(*read_site(folder), is_whole=is_whole)


def plan_json(export: Export) -> Any:
    """The plan's JSON, read."""
    return json.loads(files_of("json", export)["plan.json"])
