"""`plans list`: what is in the plan, as tables and as a tree."""

from __future__ import annotations

import builtins
from pathlib import Path

import click

from mkdocs_plans.cli.data import format_option, rows_written
from mkdocs_plans.cli.filters import arguments_of, filter_options
from mkdocs_plans.cli.loading import waiting
from mkdocs_plans.cli.reading import read_plan
from mkdocs_plans.cli.site import config_option, on_one_day, site_of
from mkdocs_plans.model import own_word
from mkdocs_plans.outputs.plan.export import Export
from mkdocs_plans.outputs.plan.lists import LISTS, list_blocks, tree_blocks
from mkdocs_plans.outputs.plan.tables import table
from mkdocs_plans.outputs.screen import Screen
from mkdocs_plans.settings import Site
from mkdocs_plans.spelling import did_you_mean
from mkdocs_plans.wording.phrases import Phrases

_FILTERED_BY = {"teams": frozenset[str](), "people": frozenset({"team"})}
"""The filters of what isn't a plan."""


def _list_called(word: str, site: Site) -> str:
    """What is to be listed, by our name for it or the site's own, for one or for several. UsageError where a
    word means none.
    """
    many = {noun: name for name, (noun, _) in LISTS.items()}
    labels = [(noun, label) for noun, label in site.settings.labels.items() if noun in many]
    own = {own_word(form): noun for noun, label in labels for form in (label.one, label.many)}
    noun = own.get(own_word(word), word)
    found = many.get(noun, noun)
    if found in LISTS:
        return found
    hint = did_you_mean(word, {*LISTS, *own}) or f"write {', '.join(LISTS)}"
    raise click.UsageError(f'there is no list of "{word}": {hint}')


def _complete(_: click.Context, __: click.Parameter, typed: str) -> builtins.list[str]:
    return [name for name in LISTS if name.startswith(typed)]


@click.command(short_help="List tactics, strategies, goals, teams or people.")
@config_option
@filter_options
@click.option("--tree", "is_tree", is_flag=True, help="Show themes, strategies and tactics as a tree.")
@format_option
@click.argument("what", metavar="[WHAT]", default="tactics", shell_complete=_complete)
def list(  # the command's name
    *, config_file: Path | None, what: str, is_tree: bool, format_: str, **filters: tuple[str, ...]
) -> None:
    """List the plan's tactics, strategies, goals, teams or people (WHAT), and how each is going. WHAT may
    also be your own word for them, such as initiatives.

    The filters are those of the site's tables. Give a filter several times to allow several values. If you
    give different filters, all of them must match. `plans show` takes what the first column shows.

    \b
    Examples:
      plans list
      plans list strategies --theme people
      plans list --team recruiting --status active --status paused
      plans list goals --dri vp-sales
      plans list --tree --health at-risk --health off-track
      plans list goals --format csv > goals.csv
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    what = _list_called(what, site)
    chosen = {name: values for name, values in filters.items() if values}
    wrong = sorted(chosen.keys() - _FILTERED_BY.get(what, chosen.keys()))
    if wrong and not is_tree:
        raise click.UsageError(f"--{wrong[0]} doesn't filter {what}")
    if is_tree and format_ != "text":
        raise click.UsageError("--tree is for a terminal: leave out --format")
    plan = read_plan(site).plan
    arguments, said, screen = arguments_of(plan, site, chosen), Phrases.of(plan, site), Screen()
    if format_ != "text":
        made = Export(said, site.address_of, chosen=arguments, is_whole=True)
        click.echo(rows_written(table(what, made), format_), nl=False)
        return
    with waiting("Laying out the list"):
        blocks = tree_blocks(said, arguments) if is_tree else list_blocks(said, what, arguments, screen)
        text = screen.written(blocks)
    click.echo(text, nl=False)
