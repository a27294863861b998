"""`plans update`: a check-in, written into the file of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_plans.authoring import find_plan
from mkdocs_plans.authoring.own_values import write_own
from mkdocs_plans.authoring.update import CheckIn, write_check_in
from mkdocs_plans.cli.asking import can_ask
from mkdocs_plans.cli.completion import PLANS, complete_ids
from mkdocs_plans.cli.filters import refuse_unknown_status
from mkdocs_plans.cli.hand_in import PREFIX, describe_hand_in, list_hand_in_lines
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.proposal import Proposal, dry_run_option, yes_option
from mkdocs_plans.cli.reading import refuse_unread, say_left_out
from mkdocs_plans.cli.site import config_option, on_one_day, shown_path, site_of
from mkdocs_plans.cli.update_questions import ask_check_in, ask_plan
from mkdocs_plans.edits import Draft, FileChange
from mkdocs_plans.errors import EditError
from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.model import Health, LevelPlan, Status, composed
from mkdocs_plans.settings import Site
from mkdocs_plans.source import read_document
from mkdocs_plans.wording.terminal_text import printable


@click.command(short_help="Write a check-in into the file of a strategy or tactic.")
@config_option
@click.option("--health", type=click.Choice([str(one) for one in Health]), help="How the plan is going.")
@click.option("--note", help="A note, which may contain inline Markdown.")
@click.option("--reading", "readings", multiple=True, metavar="GOAL=NUMBER", help="What was measured.")
@click.option(
    "--done", multiple=True, metavar="ACTION", help="An action that is done, or a goal that is met."
)
@click.option(
    "--drop", "dropped", multiple=True, metavar="ACTION", help="An action or a goal that is given up."
)
@click.option("--due", multiple=True, metavar="ACTION=DATE", help="A new date for an action or a goal.")
@click.option("--end", metavar="DATE", help="A new end; the first one is kept as `originally`.")
@click.option("--start", metavar="DATE", help="A new start.")
@click.option(
    "--status", metavar="STATUS", help=f"The plan's new status: {', '.join(Status)}, or one of your own."
)
@click.option(
    "--set",
    "own",
    multiple=True,
    metavar="FIELD=VALUE",
    help="A field of your own (`extra_fields`); for a goal or an action, ACTION.FIELD=VALUE.",
)
@click.option("--date", metavar="DAY", help="The day of the check-in.  [default: today]")
@dry_run_option
@yes_option
@click.argument("plan_id", metavar="[ID]", type=composed, required=False, shell_complete=complete_ids(*PLANS))
def update(  # noqa: PLR0913 - an option each
    *,
    config_file: Path | None,
    plan_id: str | None,
    readings: tuple[str, ...],
    due: tuple[str, ...],
    own: tuple[str, ...],
    date: str | None,
    is_dry: bool,
    is_yes: bool,
    **said: str | tuple[str, ...] | None,
) -> None:
    """Write a check-in into the file of the strategy or tactic ID: how things are going, what was measured,
    what is done and what moves. In a terminal, without options, it asks.

    ACTION is the id of an action, its number in the list, or words that only this action contains. Only the
    lines that have to change do. You see the change first; it is written once you agree.

    \b
    Exit status: 0 written, or nothing to change, 1 not agreed to, 2 it failed.

    \b
    Examples:
      plans update adopt-a-crm
      plans update adopt-a-crm --health at-risk --note "East needs a week more."
      plans update aim-at-the-same-lead --reading accepted-leads=58 --health on-track --yes
      plans update adopt-a-crm --done 6 --due 4=2026-11-27
      plans update adopt-a-crm --end 2027-03-31 --dry-run
      plans update adopt-a-crm --set risk=High --set 4.sponsor=vp-sales
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    loaded = load_plan(folder_of(site), site)
    plan = _plan_of(loaded, site, plan_id)
    check_in = CheckIn(
        date or site.today.isoformat(),
        readings=_readings(readings, plan),
        due=_pairs(due, "--due"),
        own=split_fields(own),
        **said,  # type: ignore[arg-type]  # click gives each what it is
    )
    refuse_unknown_status(check_in.status, site)
    if check_in.says_nothing:
        if not can_ask():
            raise click.UsageError("say what to write, as --health at-risk, or run this in a terminal")
        check_in = ask_check_in(plan, check_in.date, site)
    change = make_change(site, loaded, plan, check_in)
    if not change.does_something:
        click.echo("there is nothing to change")
    elif Proposal(site, loaded, [change]).carry_out(is_dry=is_dry, is_yes=is_yes):
        click.echo(_next_step(site, plan))


def _plan_of(loaded: Loaded, site: Site, plan_id: str | None) -> LevelPlan:
    """The plan that is named, or else chosen in the terminal; what was left out of the plan is said."""
    if plan_id is None and not can_ask():
        raise click.UsageError("say which plan, as `plans update ID`, or run this in a terminal")
    if plan_id:
        refuse_unread(loaded, site, plan_id)
    say_left_out(loaded, site)
    return find_plan(loaded.plan, plan_id) if plan_id else ask_plan(loaded.plan)


def make_change(site: Site, loaded: Loaded, plan: LevelPlan, check_in: CheckIn) -> FileChange:
    """What a check-in makes of its plan's file."""
    before = _draft_of(site, loaded, plan.path)
    after = write_check_in(before, plan, check_in, site.settings.fiscal_year_start, site.language)
    after = write_own(after, plan, check_in.own, loaded.plan, site)
    return FileChange(plan.path, before.data, after.data)


def _draft_of(site: Site, loaded: Loaded, path: str) -> Draft:
    """A plan file as it is. EditError where a part of it couldn't be read, so that nothing can be told of
    the positions in its lists.
    """
    file = folder_of(site).read(path)
    if file is None or file.finding is not None or loaded.dropped.get(path):
        raise EditError(f"{shown_path(path, site)} holds mistakes: fix them first, see `plans check`")
    return Draft(file.data, read_document(path, file.data))


def _next_step(site: Site, plan: LevelPlan) -> str:
    """What is written, and how it becomes a pull request."""
    lines = list_hand_in_lines(site, [plan.path], f"{PREFIX}{plan.id}", f"Update {plan.id}")
    return f"{printable(shown_path(plan.path, site))} is written{describe_hand_in(lines)}"


def _pairs(given: Sequence[str], option: str) -> dict[str, str]:
    pairs = [one.rpartition("=")[::2] for one in given]
    if not all(name.strip() and value.strip() for name, value in pairs):
        raise click.UsageError(f"{option} takes a name and a value, as {option} NAME=VALUE")
    return {name.strip(): value.strip() for name, value in pairs}


def split_fields(given: Sequence[str]) -> dict[str, str]:
    """The values of own fields, by what these are called: a value may have a sign of equality in it."""
    pairs = [one.partition("=")[::2] for one in given]
    if not all(name.strip() and value.strip() for name, value in pairs):
        raise click.UsageError("--set takes a field and a value, as --set FIELD=VALUE")
    return {name.strip(): value.strip() for name, value in pairs}


def _readings(given: Sequence[str], plan: LevelPlan) -> dict[str, str]:
    """Readings by goal; a number alone is one of the only goal that has a number."""
    measured = [goal.id for goal in plan.goals if goal.is_measured]
    if len(given) == 1 == len(measured) and "=" not in given[0]:
        return {measured[0]: given[0]}
    return _pairs(given, "--reading")
