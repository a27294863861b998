"""`plans forms`: the code host's forms for a check-in and a tactic, with the plan's choices."""

from __future__ import annotations

import posixpath
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_plans.cli.reading import read_plan
from mkdocs_plans.cli.site import config_option, on_one_day, repository_of, site_of
from mkdocs_plans.codehost.forms import FORM_HOSTS, MARK, CheckInForm, FormFile, TacticForm, write_forms
from mkdocs_plans.codehost.owners import HOSTS, guess_host
from mkdocs_plans.edits import FileChange, write_together
from mkdocs_plans.errors import EditError, PlansError
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.phrases import Phrases


@click.command(short_help="Print forms for people who don't edit files.")
@config_option
@click.option(
    "--host", type=click.Choice(list(FORM_HOSTS)), help="The code host; by default the one whose files exist."
)
@click.option("--write", "is_writing", is_flag=True, help="Update the files.")
@click.option("--check", "is_checking", is_flag=True, help="Report which are out of date, without writing.")
def forms(*, config_file: Path | None, host: str | None, is_writing: bool, is_checking: bool) -> None:
    """Print forms for people who don't edit files: one for a check-in, and one to propose a tactic. They
    offer the plan's open plans, goals, strategies and people to choose from.

    GitHub has forms. GitLab has issue descriptions instead, with headings to fill in. `plans apply-form`
    turns a submitted form into a change of the plan; the workflow plans-forms.yml does so for each one.

    \b
    Exit status: 0 done, or up to date, 1 out of date (--check), 2 it failed.

    \b
    Examples:
      plans forms
      plans forms --write
      plans forms --check
    """  # noqa: D301 - click wants the character itself
    if is_writing and is_checking:
        raise click.UsageError("--write and --check exclude each other")
    site = on_one_day(site_of(config_file))
    plan = read_plan(site).plan
    if not (is_writing or is_checking):
        for file in _files(plan, site, host or "github"):
            click.echo(f"# {file.path}\n{file.text}")
        return
    repository = repository_of(site, "forms")
    named = host or _likely(repository)
    stale = _stale(repository, _files(plan, site, named))
    if is_checking:
        sys.exit(_check(stale))
    write_together(stale, repository)
    for change in stale:
        click.echo(f"{change.path} is written")
    if not stale:
        click.echo("the forms are up to date")


def _files(plan: Plan, site: Site, host: str) -> list[FormFile]:
    said = Phrases.of(plan, site)
    every = [CheckInForm(said).form, TacticForm(said).form]
    for form in every:
        if not form.can_be_answered:
            click.echo(f"plans: {form.name} is left out: the plan has nothing to choose in it yet", err=True)
    return write_forms([form for form in every if form.can_be_answered], host)


def _likely(repository: Path) -> str:
    host = guess_host(lambda one: (repository / one).is_file())
    return next(name for name, one in HOSTS.items() if one is host)


def _stale(repository: Path, files: Sequence[FormFile]) -> list[FileChange]:
    """What has to be written. EditError where a file of that name isn't ours."""
    stale = []
    for file in files:
        path = repository / file.path
        try:
            before = path.read_bytes() if path.exists() else None
        except OSError as error:
            raise PlansError(f"{file.path} can't be read: {error.strerror}") from error
        if before is not None and MARK.encode() not in before.split(b"\n")[0]:
            raise EditError(f"{file.path} isn't ours, and is left as it is: give it another name")
        if before != file.text.encode():
            stale.append(FileChange(file.path, before, file.text.encode()))
    return stale


def _check(stale: Sequence[FileChange]) -> int:
    for change in stale:
        click.echo(f"{posixpath.basename(change.path)} is out of date: run `plans forms --write`")
    if not stale:
        click.echo("the forms are up to date")
    return int(bool(stale))
