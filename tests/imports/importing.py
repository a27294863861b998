"""Imports into small sites, without the command."""

from __future__ import annotations

from pathlib import Path

from mkdocs_plans.cli.data import export_of
from mkdocs_plans.edits import write_together
from mkdocs_plans.imports.map_file import Map, read_map
from mkdocs_plans.imports.read import read_source
from mkdocs_plans.imports.writing import Import, plan_import
from mkdocs_plans.load import Loaded
from mkdocs_plans.model import LevelPlan, PlanFile
from mkdocs_plans.outputs.plan.json import encoded, whole
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from tests.small_site import read_site


def bring_in(folder: Path, source: Path, kind: str | None = None, map_path: Path | None = None) -> Import:
    """Import a source into the site of a folder, and write it."""
    loaded, site = read_site(folder)
    map_ = read_map(map_path) if map_path else Map()
    map_ = map_.model_copy(update={"kind": kind}) if kind else map_
    found = plan_import(read_source(source, map_, loaded, site), loaded, site)
    write_together(found.changes, site.docs_dir)
    return found


def exported(plan: Plan, site: Site, target: Path) -> Path:
    """Write a whole plan as JSON into a file."""
    target.write_bytes(encoded(whole(export_of(plan, site, is_whole=True))))
    return target


def same_model(one: Loaded, other: Loaded) -> bool:
    """Whether two plans have the same files, people and readings of tables, each file with the same text."""
    return _files(one) == _files(other) and one.plan.people == other.plan.people


def _files(loaded: Loaded) -> dict[str, tuple[object, ...]]:
    return {file.path: (_without_measured(file), file.body, _measured(file)) for file in loaded.plan.files}


def _without_measured(file: PlanFile) -> PlanFile:
    return file.with_measured(()) if isinstance(file, LevelPlan) else file


def _measured(file: PlanFile) -> list[tuple[object, ...]]:
    """The readings, without the places in their table."""
    found = file.measured if isinstance(file, LevelPlan) else ()
    return [(one.goal, one.day, one.value, one.note, one.path) for one in found]
