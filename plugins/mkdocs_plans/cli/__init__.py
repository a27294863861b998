"""The command `plans`: one sub-command a file, a few lines each over the core."""

from __future__ import annotations

import io
import sys

import click

from mkdocs_plans.cli.check import check
from mkdocs_plans.cli.rule import rule
from mkdocs_plans.cli.schema import schema
from mkdocs_plans.errors import PlansError


class _Command(click.Group):
    """Turns what makes a run impossible into one line and exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a title may hold what the terminal can't show
        try:
            return super().invoke(ctx)
        except PlansError as error:
            click.echo(f"plans: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-plans", message="%(prog)s %(version)s")
def main() -> None:
    """Check an organisation's plan: the same rules as in the site's build."""


for command in (check, rule, schema):
    main.add_command(command)
