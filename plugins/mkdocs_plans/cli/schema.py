"""`plans schema`: what plan files may hold, for editors, and what the JSON report holds, for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from mkdocs_plans.errors import ConfigurationError
from mkdocs_plans.load.own_fields import allowed_by
from mkdocs_plans.model import TYPES
from mkdocs_plans.model.json_schema import OURS, Allowed, people_schema, plan_file_schema, type_schema
from mkdocs_plans.outputs.findings.json import schema as report_schema
from mkdocs_plans.outputs.plan.json_schema import plan_schema
from mkdocs_plans.outputs.review.json import schema as review_schema
from mkdocs_plans.settings import find_site

Make = Callable[[Allowed], dict[str, Any]]

SCHEMAS: Mapping[str, Make] = {
    **{name: partial(type_schema, name) for name in TYPES},
    "people": lambda _: people_schema(),
}


@click.command()
@click.option(
    "--type", "kind", type=click.Choice(list(SCHEMAS)), help="Only this type of plan file, or people.yml."
)
@click.option("--report", "is_report", is_flag=True, help="The schema of `plans check --format json`.")
@click.option("--diff", "is_diff", is_flag=True, help="The schema of `plans diff --format json`.")
@click.option("--export", "is_export", is_flag=True, help="The schema of `plans export json`.")
def schema(*, kind: str | None, is_report: bool, is_diff: bool, is_export: bool) -> None:
    """Print the JSON Schema of a plan file's front matter. In a site's folder the schema allows what
    the site does: its own fields (`extra_fields`), and several DRIs (`joint_dris`).

    \b
    Examples:
      plans schema > plan-file.schema.json
      plans schema --type people > people.schema.json
    """  # noqa: D301 - click wants the character itself
    if sum((bool(kind), is_report, is_diff, is_export)) > 1:
        raise click.UsageError("--type, --report, --diff and --export exclude each other")
    reports = {is_report: report_schema, is_diff: review_schema}
    if make := reports.get(True):
        made = make()
    else:
        make_of = SCHEMAS[kind] if kind else plan_schema if is_export else plan_file_schema
        made = make_of(_allowed())
    click.echo(json.dumps(made, indent=2))


def _allowed() -> Allowed:
    """What the site allows that this runs in; nothing of its own where there is none, or it can't be read."""
    try:
        return allowed_by(find_site(Path.cwd()).settings)
    except ConfigurationError:
        return OURS
