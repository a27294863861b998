"""The command `plans`: one sub-command a file, a few lines each over the core."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from importlib import import_module
from keyword import iskeyword

import click

from mkdocs_plans.cli.failures import debug_option, say_failure

GROUPS: dict[str, tuple[str, ...]] = {
    "Start": ("init", "new", "import", "field"),
    "Look": ("list", "show", "due", "export"),
    "Look back": ("log", "slips"),
    "Change": ("update", "rename"),
    "Check and review": ("check", "rule", "diff"),
    "Use a code host": ("comment", "agreement", "owners", "forms", "apply-form"),
    "Integrate": ("schema",),
}
"""The sub-commands as the help groups them; each is the function of its name in the module of its name."""

# What a run made is left to the system: to take it apart, object by object, takes a tenth of a check, and so
# would looking for garbage once more before the end. So the collector stays off when a command is done.
atexit.register(gc.freeze)

COMMANDS = tuple(name for names in GROUPS.values() for name in names)


class _Commands(click.Group):
    """Imports a sub-command when it is asked for, so that none waits for what others need; turns what
    makes a run impossible into one line and exit status 2.
    """

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"mkdocs_plans.cli.{module}"), module)
        if not any(option.name == "debug" for option in command.params):
            command.params.append(debug_option())
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the sub-commands in their groups, each with its help in short."""
        for title, names in GROUPS.items():
            found = ((name, self.get_command(ctx, name)) for name in names)
            with formatter.section(title):
                formatter.write_dl(
                    [(name, one.get_short_help_str(formatter.width)) for name, one in found if one]
                )

    def invoke(self, ctx: click.Context) -> object:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a title may hold what the terminal can't show
        gc.disable()  # a short run that frees next to nothing: looking for garbage only costs time
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()  # here, where it can be said that the disk is full
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except click.Abort:  # in a question: nothing is written before the last one is answered
            click.echo("\nStopped: nothing is written.", err=True)
            ctx.exit(1)
        except Exception as error:  # whatever it is, 1 would mean that a check found something
            ctx.exit(say_failure(error, ctx))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-plans", message="%(prog)s %(version)s")
def main() -> None:
    """Keep an organisation's plan as Markdown files: begin it, look at it, change it, check it.

    \b
    Examples:
      plans init our-plan
      plans list --tree
      plans update hire-salespeople-who-stay
      plans check
      plans COMMAND --help
    """  # noqa: D301 - click wants the character itself
