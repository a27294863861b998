"""`plans due`: what is due or overdue, by person."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from mkdocs_plans.cli.loading import waiting
from mkdocs_plans.cli.reading import id_called, read_plan
from mkdocs_plans.cli.site import config_option, on_one_day, repository_path, site_of
from mkdocs_plans.due import Due, due_by
from mkdocs_plans.model import composed
from mkdocs_plans.outputs.due import FORMATS, emitter
from mkdocs_plans.plan import Plan
from mkdocs_plans.wording.phrases import Phrases

WITHIN = 30
"""How many days ahead is looked, where the user doesn't say. Our convention."""

FURTHEST = 3_660
"""How many days ahead can be asked for: ten years."""


@click.command(short_help="Say what is overdue and what is due soon, by person.")
@config_option
@click.option(
    "--within",
    type=click.IntRange(0, FURTHEST),
    metavar="DAYS",
    default=WITHIN,
    show_default=True,
    help="How many days ahead to look; 0 for what is due today.",
)
@click.option(
    "--person",
    multiple=True,
    type=composed,
    metavar="HANDLE",
    help="Only what this person is responsible for.",
)
@click.option("--team", multiple=True, metavar="ID", help="Only plans of this team.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
def due(
    *,
    config_file: Path | None,
    within: int,
    person: tuple[str, ...],
    team: tuple[str, ...],
    format_: str,
) -> None:
    """Say what is overdue and what is due soon, by person: reviews, actions, goals, and plans that end.

    The Markdown is for a weekly message or an issue. It names people by their user names on code hosts but
    notifies nobody, and no text of a plan can forge a mention or a link in it.

    \b
    Exit status: 0 it ran, whatever it found, 2 it failed.

    \b
    Examples:
      plans due
      plans due --within 7 --person vp-sales
      plans due --team recruiting
      plans due --format markdown > due.md
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    plan = read_plan(site).plan
    person, team = _people_called(plan, person), _teams_called(plan, team)
    until = site.today + datetime.timedelta(days=within)
    with waiting("Laying out what is due"):
        found = [
            one
            for one in due_by(plan, site.settings.review, site.today, until)
            if (not person or any(name in person for name in one.dri))
            and (not team or _team(plan, one) in team)
        ]
        say_path = partial(repository_path, site=site)
        text = emitter(format_)(found, Phrases.of(plan, site), until, say_path)
    click.echo(text, nl=False)


def _people_called(plan: Plan, names: Sequence[str]) -> tuple[str, ...]:
    see = "see `plans list people`"
    return tuple(
        name if name in plan.named_people else id_called(name, plan.answering, "person", see)
        for name in names
    )


def _teams_called(plan: Plan, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(id_called(name, plan.teams, "team", "see `plans list teams`") for name in names)


def _team(plan: Plan, one: Due) -> str | None:
    team = plan.team_of(one.plan)
    return team.id if team else None
