"""What the commands that give data share: what they start from, and where it goes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_plans.errors import PlansError, ToolError
from mkdocs_plans.load import Known
from mkdocs_plans.outputs.plan import csv, json
from mkdocs_plans.outputs.plan.export import Export, Files, published
from mkdocs_plans.outputs.plan.tables import DataTable
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.source.revision import commit_of
from mkdocs_plans.wording.phrases import Phrases

if TYPE_CHECKING:
    from mkdocs_plans.history import History

format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    show_default=True,
    help="Text for a terminal; JSON or CSV for programs and spreadsheets.",
)


def export_of(plan: Plan, site: Site, history: History | None = None, *, is_whole: bool) -> Export:
    """A plan to hand out: as the site shows it, or the whole."""
    said, revision = Phrases.of(plan if is_whole else published(plan), site), commit_of(site.docs_dir)
    return Export(said, site.address_of, revision, is_whole=is_whole, history=history)


def history_of(site: Site, known: Known, *, is_whole: bool) -> History | None:
    """What became of the plan, where the site shows it; None, and said so, where git can't tell."""
    if not site.settings.history:
        return None
    from mkdocs_plans.history import read_history  # noqa: PLC0415 - for what tells of the past alone

    try:
        return read_history(site, known, is_public=not is_whole)
    except ToolError as error:
        click.echo(f"plans: what became of the plan is left out (history): {error}", err=True)
        return None


def write_data(data: bytes, output: Path | None) -> None:
    """Write data to a file, or to standard output. PlansError where the file can't be written."""
    if output is None:
        click.echo(data, nl=False)
        return
    write_files({output.name: data}, output.parent)


def write_files(files: Files, folder: Path) -> None:
    """Write files into a folder, each whole or not at all, whose own paths may lead below it."""
    try:
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.part")
            beside.write_bytes(data)
            os.replace(beside, path)  # noqa: PTH105 - it says what it does
    except OSError as error:
        raise PlansError(f"{error.filename} can't be written: {error.strerror}") from error


def rows_written(table: DataTable, format_: str) -> str:
    """The rows of a table as JSON or CSV."""
    if format_ == "csv":
        return csv.written([table])
    return json.encoded(json.rows_as_objects(table)).decode()
