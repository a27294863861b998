"""The command `plans`: one sub-command a file, a few lines each over the core."""

from __future__ import annotations

import io
import sys
from importlib import import_module

import click

from mkdocs_plans.errors import PlansError

COMMANDS = ("list", "show", "due", "check", "diff", "owners", "rule", "schema")
"""The sub-commands; each is the function of its name in the module of its name."""


class _Commands(click.Group):
    """Imports a sub-command when it is asked for, so that none waits for what others need; turns what
    makes a run impossible into one line and exit status 2.
    """

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"mkdocs_plans.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a title may hold what the terminal can't show
        try:
            return super().invoke(ctx)
        except PlansError as error:
            click.echo(f"plans: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-plans", message="%(prog)s %(version)s")
def main() -> None:
    """Check an organisation's plan: the same rules as in the site's build."""
