"""`plans slips`: every date that moved, since it was first promised."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plans.cli.reading import id_called, read_plan
from mkdocs_plans.cli.site import config_option, on_one_day, repository_path, site_of
from mkdocs_plans.errors import ToolError
from mkdocs_plans.history import History, Slip, find_slips, read_history
from mkdocs_plans.load import Known
from mkdocs_plans.outputs.slips import FORMATS, emitter
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.phrases import Phrases


@click.command(short_help="Show every date that moved, since it was first promised.")
@config_option
@click.option("--theme", multiple=True, metavar="ID", help="Only plans of this theme.")
@click.option("--team", multiple=True, metavar="ID", help="Only plans of this team.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
def slips(*, config_file: Path | None, theme: tuple[str, ...], team: tuple[str, ...], format_: str) -> None:
    """Show every date that moved: what was promised first, each day since, and the change that moved it; by
    theme, with the sums of themes and teams. There is no ranking of people: who answers for a date didn't
    necessarily move it.

    What was promised first is what the file says (`originally`), else what the default branch had first.
    Where the two disagree, both are shown. Without a git repository only what is written is known.

    \b
    Exit status: 0 it ran, whatever it found, 2 it failed.

    \b
    Examples:
      plans slips
      plans slips --team recruiting
      plans slips --format markdown > slips.md
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    known: Known = {}
    plan = read_plan(site, known).plan
    history = _history(site, known)
    themes = {id_called(name, plan.themes, "theme", "see `plans list --tree`") for name in theme}
    teams = {id_called(name, plan.teams, "team", "see `plans list teams`") for name in team}
    found = [one for one in find_slips(plan, history or History()) if _is_in(plan, one, themes, teams)]
    text = emitter(format_)(found, history, Phrases.of(plan, site), lambda path: repository_path(path, site))
    click.echo(text, nl=False)


def _history(site: Site, known: Known) -> History | None:
    """What git knows; None, said on standard error, where there is nothing to read."""
    try:
        return read_history(site, known)
    except ToolError as error:
        click.echo(f"plans: {error}", err=True)
        return None


def _is_in(plan: Plan, one: Slip, themes: set[str], teams: set[str]) -> bool:
    theme, team = plan.theme_of_plan(one.plan), plan.team_of(one.plan)
    return (not themes or (theme is not None and theme.id in themes)) and (
        not teams or (team is not None and team.id in teams)
    )
