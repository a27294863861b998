"""The templates that new files are written from: Markdown with front matter, so nothing is escaped as HTML.

A value is written with the filter `yaml`, which puts quotes around it where it needs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_plans.yaml import in_one_line


def environment(folder: Path) -> Environment:
    """The environment over a folder of templates."""
    made = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    made.filters["yaml"] = in_one_line
    return made


def filled(folder: Path, name: str, values: Mapping[str, object]) -> str:
    """Fill a template of the folder in."""
    return environment(folder).get_template(name).render(values)


def filled_text(folder: Path, text: str, values: Mapping[str, object]) -> str:
    """Fill a text in that is a template itself."""
    return environment(folder).from_string(text).render(values)
