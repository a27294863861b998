"""`plans log`: what changed in the plan, or in one part of it, and when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from mkdocs_plans.cli.completion import PLANS, complete_ids
from mkdocs_plans.cli.reading import id_called, read_plan
from mkdocs_plans.cli.site import config_option, on_one_day, repository_path, site_of
from mkdocs_plans.errors import PlansError
from mkdocs_plans.history import Event, History, Lineage, Meaning, read_history
from mkdocs_plans.load import Known
from mkdocs_plans.model import composed, parse_date
from mkdocs_plans.outputs.log import FORMATS, Shown, emitter
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.phrases import Phrases

MOST = 20
"""How many changes are shown, where the user doesn't say. Our convention."""


@click.command(short_help="Show what changed in the plan, or in one part of it, and when.")
@config_option
@click.option(
    "--since", metavar="DAY", help="Only changes of this day and later, or of a period such as 2026-Q3."
)
@click.option(
    "--most",
    type=click.IntRange(0),
    metavar="NUMBER",
    default=MOST,
    show_default=True,
    help="Of how many changes, the newest; 0 for all.",
)
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.argument(
    "name",
    metavar="[ID]",
    required=False,
    type=composed,
    shell_complete=complete_ids(*PLANS, "theme", "team"),
)
def log(*, config_file: Path | None, since: str | None, most: int, format_: str, name: str | None) -> None:
    """Show what changed in the plan and when, the newest change first, or what changed in one plan, theme or
    team (ID). It is followed through other names and folders, and may be gone.

    What counts are the commits of the default branch, as git has them. A merged pull request is one change.
    Who wrote a change is said where the site's setting `history_names` is on.

    \b
    Exit status: 0 it ran, 2 it failed, as where there is no git repository.

    \b
    Examples:
      plans log
      plans log hire-salespeople-who-stay
      plans log --since 2026-07-01 --most 0
      plans log --format markdown > changes.md
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    known: Known = {}
    plan = read_plan(site, known).plan
    history = read_history(site, known)
    title, events = "", [event for event in history.events if not event.meaning.is_empty]
    if name is not None:
        lineage = _lineage(history, plan, name)
        title, events = lineage.last.title, list(_events(lineage, history))
    if since is not None:
        first = _first_day(since, site)
        events = [event for event in events if event.day >= first]
    kept = events[:most] if most else events
    shown = Shown(history, kept, title, len(events) - len(kept))
    text = emitter(format_)(shown, Phrases.of(plan, site), lambda path: repository_path(path, site))
    click.echo(text, nl=False)


def _first_day(text: str, site: Site) -> datetime.date:
    try:
        return parse_date(text, site.settings.fiscal_year_start, site.language).first
    except PydanticCustomError as error:
        hint = f'"{text}" isn\'t a day such as 2026-06-30, or a period such as 2026-Q3'
        raise click.BadParameter(hint, param_hint="--since") from error


def _lineage(history: History, plan: Plan, name: str) -> Lineage:
    """What became of the one thing that is called so, or that was. PlansError where there is and was none."""
    files = {file.id: file for file in plan.files}
    things = {**files, **plan.teams, **plan.themes, **plan.plans}
    if name not in things and (found := history.lineages.once_called(name)):
        return found
    file = things[id_called(name, things, "plan, theme or team", "see `plans list`")]
    lineage = history.lineages.of_file(file)
    if lineage is None:
        raise PlansError(
            f"{file.path} isn't in the branch {history.branch} yet: there is nothing to tell of it"
        )
    return lineage


def _events(lineage: Lineage, history: History) -> Iterator[Event]:
    """The changes of one file, the newest first, each without what it did elsewhere."""
    for event, step in reversed(lineage.steps):
        if step.edits and event is not history.base:
            yield replace(event, meaning=Meaning((step,)))
