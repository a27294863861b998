"""`plans schema`: what plan files may hold, for editors, and what the JSON report holds, for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import click

from mkdocs_plans.model import TYPES
from mkdocs_plans.model.json_schema import people_schema, plan_file_schema, type_schema
from mkdocs_plans.report.json import schema as report_schema
from mkdocs_plans.report.review import review_schema

SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    **{name: partial(type_schema, name) for name in TYPES},
    "people": people_schema,
}


@click.command()
@click.option(
    "--type", "kind", type=click.Choice(list(SCHEMAS)), help="Only this type of plan file, or people.yml."
)
@click.option("--report", "is_report", is_flag=True, help="What `plans check --format json` prints, instead.")
@click.option("--diff", "is_diff", is_flag=True, help="What `plans diff --format json` prints, instead.")
def schema(*, kind: str | None, is_report: bool, is_diff: bool) -> None:
    """Print the JSON Schema of a plan file's front matter.

    \b
    Examples:
      plans schema > plan-file.schema.json
      plans schema --type people > people.schema.json
    """  # noqa: D301 - click wants the character itself
    if sum((bool(kind), is_report, is_diff)) > 1:
        raise click.UsageError("--type, --report and --diff exclude each other")
    reports = {is_report: report_schema, is_diff: review_schema}
    make = reports.get(True) or (SCHEMAS[kind] if kind else plan_file_schema)
    click.echo(json.dumps(make(), indent=2))
