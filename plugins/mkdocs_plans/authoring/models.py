"""Planning models: whole plans to begin with, each a data file. Another file is another model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from mkdocs_plans.authoring.days import days_from
from mkdocs_plans.authoring.templates import filled_text
from mkdocs_plans.edits import FileChange
from mkdocs_plans.errors import ConfigurationError, EditError
from mkdocs_plans.settings import Site, Word
from mkdocs_plans.spelling import suggest

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
ModelPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$")]


class PlanningModel(BaseModel):
    """A way of planning: what it is, when to choose it, its words where they aren't ours (as the setting
    `labels` has them), and the files that a plan by it begins with, by their paths relative to `docs_dir`.
    Their texts are templates, which are given `days.Days`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text
    summary: Text
    choose: Text
    labels: dict[Word, Text] = {}
    files: Annotated[dict[ModelPath, str], Field(min_length=1)]


def planning_models(folder: Path) -> Mapping[str, PlanningModel]:
    """Read the models of a folder by their names, those of their files. ConfigurationError where one of
    them isn't what a model must be.
    """
    models = {path.stem: _read(path) for path in sorted(folder.glob("*.yml"))}
    simplest_first = sorted(models, key=lambda name: (len(models[name].files), name))
    return {name: models[name] for name in simplest_first}


def _read(path: Path) -> PlanningModel:
    try:
        return PlanningModel.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        said = re.sub(r"\s+", " ", str(error))
        raise ConfigurationError(f"{path} is no planning model: {said}") from error


def named_model(models: Mapping[str, PlanningModel], name: str) -> PlanningModel:
    """Find a model. EditError where there is none of that name."""
    if name not in models:
        raise EditError(f'there is no planning model "{name}": {suggest(name, models, "")}')
    return models[name]


def model_files(model: PlanningModel, site: Site, templates: Path) -> list[FileChange]:
    """Make the files of a model. EditError where one is there already."""
    there = [path for path in model.files if (site.docs_dir / path).exists()]
    if there:
        said = "begin single files by `plans new strategy` and `plans new tactic`"
        raise EditError(f"{', '.join(there)} in {site.docs_dir.name} would be overwritten: {said}")
    values = asdict(days_from(site.today, site.settings.fiscal_year_start))
    return [
        FileChange(path, None, filled_text(templates, text, values).encode())
        for path, text in model.files.items()
    ]
