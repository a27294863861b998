"""How a command ends that can't do what it is asked: one line on standard error, and exit status 2."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import click

from mkdocs_plans.errors import PlansError

FAILED = 2
"""The exit status of a run that couldn't be made. 1 means that there are findings."""

_KEY = "mkdocs_plans.debug"


def _note(context: click.Context, _: click.Parameter, is_set: bool) -> None:
    if is_set:
        context.find_root().meta[_KEY] = True


def debug_option() -> click.Option:
    """The option of every command that shows where the program itself failed."""
    return click.Option(
        ["--debug"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_note,
        help="Show the traceback if plans itself fails.",
    )


def say_failure(error: BaseException, context: click.Context) -> int:
    """Say why a run failed; give its exit status."""
    from mkdocs_plans.cli.site import say_error  # noqa: PLC0415 - only a failing run pays for it

    if isinstance(error, PlansError):
        say_error(error)
        return FAILED
    if context.find_root().meta.get(_KEY):
        traceback.print_exception(error, file=sys.stderr)
    if isinstance(error, OSError):
        say_error(PlansError(f"{error.filename or 'standard output'}: {error.strerror or error}"))
        return FAILED
    hint = "Please report this, with what the same command shows with `--debug`."
    say_error(PlansError(f"plans itself failed ({describe(error)}).\n{hint}"))
    return FAILED


def describe(error: BaseException) -> str:
    """Name an exception, and the innermost line of ours that it came through."""
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "mkdocs_plans" in Path(frame.filename).parts
    ]
    where = f" in {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{where}{': ' if said else ''}{said}"
