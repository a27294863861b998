"""`plans apply-form`: a form that was handed in, made a change of the plan."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import click

from mkdocs_plans.authoring.new import begin_file
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.proposal import Proposal, dry_run_option
from mkdocs_plans.cli.reading import say_left_out
from mkdocs_plans.cli.site import config_option, on_one_day, say_error, shown_path, site_of
from mkdocs_plans.cli.update import make_change
from mkdocs_plans.codehost.forms import CheckInForm, TacticForm, read_answers
from mkdocs_plans.codehost.forms.body import LONGEST_BODY, is_meant_as
from mkdocs_plans.disk import templates_folder
from mkdocs_plans.edits import FileChange
from mkdocs_plans.errors import EditError, PlansError
from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.phrases import Phrases
from mkdocs_plans.wording.terminal_text import printable

NONE_OF_OURS, REFUSED = 3, 4
"""Exit statuses that nothing else has: a workflow must not take a failure for another issue."""


@click.command("apply-form", short_help="Turn a submitted form into a change of the plan.")
@config_option
@click.option("--env", metavar="NAME", help="Read the text from an environment variable.")
@dry_run_option
@click.argument("file", type=click.File("rb"), default="-")
def apply_form(*, config_file: Path | None, env: str | None, is_dry: bool, file: BinaryIO) -> None:
    """Turn a submitted form into a change of the plan. FILE, or standard input, holds the text of the
    issue. A check-in is written into its plan's file as by `plans update`, and a tactic into a new file
    as by `plans new`.

    The text may come from anyone. It must have the form's headings and choose what the plan offers. The
    rest of it becomes text of that one file. A change that would bring an error into the plan is refused.

    \b
    Exit status: 0 written, 2 it failed, 3 the text isn't one of our forms, 4 it is one, but can't be
    applied.

    \b
    Examples:
      plans apply-form issue.md
      jq -j .issue.body "$GITHUB_EVENT_PATH" | plans apply-form
      plans apply-form --env ISSUE_BODY --dry-run
    """  # noqa: D301 - click wants the character itself
    body = _body(env, file)
    site = on_one_day(site_of(config_file))
    loaded = load_plan(folder_of(site), site)
    say_left_out(loaded, site)
    try:
        change = _change(body, loaded, site, Phrases.of(loaded.plan, site))
        is_written = change and Proposal(site, loaded, [change]).carry_out(is_dry=is_dry, is_yes=True)
    except EditError as error:
        say_error(error)
        raise SystemExit(REFUSED) from error
    if change is None:
        click.echo("the text is none of our forms: it begins with none of their headings")
        raise SystemExit(NONE_OF_OURS)
    if is_written:
        click.echo(f"{printable(shown_path(change.path, site))} is written")


def _body(env: str | None, file: BinaryIO) -> str:
    """The text, as far as a form can reach."""
    if env is not None:
        if env not in os.environ:
            raise PlansError(f"there is no environment variable {env}")
        return os.environ[env]
    try:
        return file.read(4 * LONGEST_BODY + 1).decode()
    except UnicodeDecodeError as error:
        raise EditError("the text isn't UTF-8") from error


def _change(body: str, loaded: Loaded, site: Site, said: Phrases) -> FileChange | None:
    """What a form asks for; None where the text is none."""
    check_in, tactic = CheckInForm(said), TacticForm(said)
    if is_meant_as(check_in.form, body):
        answers = read_answers(check_in.form, body)
        change = make_change(site, loaded, *check_in.interpret(answers, site.today.isoformat()))
        if not change.does_something:
            raise EditError("the plan says so already: there is nothing to change")
        return change
    if is_meant_as(tactic.form, body):
        begun = tactic.interpret(read_answers(tactic.form, body))
        return begin_file(loaded, site, templates_folder(), begun)
    return None
