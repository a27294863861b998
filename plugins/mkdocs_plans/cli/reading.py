"""What the commands that show the plan share: reading it, with its errors told on the way."""

from __future__ import annotations

from collections.abc import Collection

import click

from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.errors import PlansError
from mkdocs_plans.findings import Severity, did_you_mean
from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Site


def read_plan(site: Site) -> Loaded:
    """Read a site's plan as far as it can be read; say on standard error how many errors it has."""
    loaded = load_plan(folder_of(site), site)
    found = sum(one.finding.severity is Severity.ERROR for one in check(loaded, site).found)
    if found:
        number = f"{found} error{'s' * (found != 1)}"
        said = f"the plan has {number}, and is taken as far as it can be read: see `plans check`"
        click.echo(f"plans: {said}", err=True)
    return loaded


def refuse_unknown(name: str, names: Collection[str], noun: str, see: str) -> None:
    """PlansError, with the nearest name, where a name is none of those that there are."""
    if name not in names:
        raise PlansError(f'there is no {noun} "{name}": {did_you_mean(name, names) or see}')
