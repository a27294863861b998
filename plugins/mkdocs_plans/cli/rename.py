"""`plans rename`: another id, wherever the old one is named."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plans.authoring.rename import rename_everywhere
from mkdocs_plans.authoring.rename_target import TYPES, find_renaming
from mkdocs_plans.cli.completion import ALL, complete_ids
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.proposal import Proposal, dry_run_option, yes_option
from mkdocs_plans.cli.reading import refuse_unread, say_left_out
from mkdocs_plans.cli.site import config_option, on_one_day, shown_path, site_of
from mkdocs_plans.load import folder_of
from mkdocs_plans.model import composed
from mkdocs_plans.wording.terminal_text import printable


@click.command(short_help="Give a plan, theme, team, goal or person another id.")
@config_option
@click.option(
    "--type", "type_", type=click.Choice(TYPES), help="What OLD is, if several things have that id."
)
@dry_run_option
@yes_option
@click.argument("old", type=composed, shell_complete=complete_ids(*ALL))
@click.argument("new", type=composed)
def rename(  # noqa: PLR0913 - an option each
    *, config_file: Path | None, type_: str | None, is_dry: bool, is_yes: bool, old: str, new: str
) -> None:
    """Give a strategy, tactic, theme, team, goal or person another id.

    The id changes wherever it is used: in the front matter of every file, the people file, links in texts,
    filters of views, and `nav` in mkdocs.yml. A file that is named after the id is renamed, too. You see all
    changes first. Either all of them are written or none.

    \b
    Exit status: 0 written, or nothing to change, 1 not agreed to, 2 it failed.

    \b
    Examples:
      plans rename hire-twenty-reps hire-thirty-reps
      plans rename hire-twenty-reps#first-year-retention retention
      plans rename people culture --type theme
      plans rename vp-sales chief-sales-officer --dry-run
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    folder = folder_of(site)
    loaded = load_plan(folder, site)
    refuse_unread(loaded, site, old.partition("#")[0])
    say_left_out(loaded, site)
    wanted = find_renaming(loaded.plan, old, new, type_, site.language)
    proposal = Proposal(site, loaded, rename_everywhere(folder, loaded, site, wanted), is_renaming=True)
    if proposal.carry_out(is_dry=is_dry, is_yes=is_yes):
        count = len(proposal.changes)
        click.echo(f"{old} is now {new}, in {count} file{'s' * (count != 1)}")
        if wanted.moves:
            page = printable(shown_path(wanted.path, site))
            click.echo(f"the page of {page} has another address now (old links to it no longer work)")
