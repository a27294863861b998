"""`plans list`: what is in the plan, as tables and as a tree."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plans.cli.filters import arguments_of, filter_options
from mkdocs_plans.cli.reading import read_plan
from mkdocs_plans.cli.site import config_option, on_one_day, site_of, uncollected
from mkdocs_plans.outputs.plan import LISTS, list_blocks, tree_blocks
from mkdocs_plans.outputs.screen import Screen
from mkdocs_plans.wording.phrases import Phrases

_FILTERED_BY = {"teams": frozenset[str](), "people": frozenset({"team"})}
"""The filters of what isn't a plan."""


class _What(click.Choice):  # type: ignore[type-arg]  # click 8.1 takes none
    """What can be listed; its name for one is taken for that of many."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        many = {noun: name for name, (noun, _) in LISTS.items()}
        found: str = super().convert(many.get(value, value), param, ctx)
        return found


@click.command(short_help="List tactics, strategies, goals, teams or people.")
@config_option
@filter_options
@click.option("--tree", "is_tree", is_flag=True, help="Show themes, strategies and tactics as a tree.")
@click.argument("what", type=_What([*LISTS]), default="tactics")
@uncollected()
def list(  # the command's name
    *, config_file: Path | None, what: str, is_tree: bool, **filters: tuple[str, ...]
) -> None:
    """List the plan's tactics, strategies, goals, teams or people, and how each is going.

    The filters are those of the site's tables. Give a filter several times to allow several values. If you
    give different filters, all of them must match. `plans show` takes what the first column shows.

    \b
    Examples:
      plans list
      plans list strategies --theme people
      plans list --team recruiting --status active --status paused
      plans list goals --dri vp-sales
      plans list --tree --health at-risk --health off-track
    """  # noqa: D301 - click wants the character itself
    chosen = {name: values for name, values in filters.items() if values}
    wrong = sorted(chosen.keys() - _FILTERED_BY.get(what, chosen.keys()))
    if wrong and not is_tree:
        raise click.UsageError(f"--{wrong[0]} doesn't filter {what}")
    site = on_one_day(site_of(config_file))
    plan = read_plan(site).plan
    arguments, said, screen = arguments_of(plan, chosen), Phrases.of(plan, site), Screen()
    blocks = tree_blocks(said, arguments) if is_tree else list_blocks(said, what, arguments, screen)
    click.echo(screen.written(blocks), nl=False)
