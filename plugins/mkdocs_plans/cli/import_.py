"""`plans import`: a plan, or a part of one, that is kept elsewhere, as plan files."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plans.cli.import_report import import_report
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.proposal import Proposal, dry_run_option, yes_option
from mkdocs_plans.cli.reading import say_left_out
from mkdocs_plans.cli.site import config_option, on_one_day, site_of
from mkdocs_plans.imports.map_file import Map, read_map
from mkdocs_plans.imports.read import read_source
from mkdocs_plans.imports.writing import plan_import
from mkdocs_plans.load import folder_of

HELD_BACK = 3
"""The exit status where something would have come in, and couldn't."""


@click.command("import", short_help="Bring in a plan from CSV, Excel, JSON or StratML.")
@config_option
@click.option("--as", "kind", metavar="ROWS", help="What the rows of a table are, as tactics.")
@click.option(
    "--map",
    "map_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What the columns mean, as YAML, where their names don't say it.",
)
@dry_run_option
@yes_option
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
def import_(  # noqa: PLR0913 - an option each
    *,
    config_file: Path | None,
    kind: str | None,
    map_path: Path | None,
    is_dry: bool,
    is_yes: bool,
    source: Path,
) -> None:
    """Bring in a plan from FILE: a table as .csv or .xlsx, a plan.json of a site, or StratML (.xml). It may
    be a folder of tables, as `plans export csv` writes it.

    Columns are found by their names, in English and German: title, owner, deadline, Zuständig, Frist. A map
    says what the others mean. You see first what is written and what couldn't be said in a field; that is
    kept in the text of the file, or named as left out. Names of people become handles, and whoever is new
    is added to the people file.

    Import the same file again after it has changed: plans are known by id, by number or by title, and only
    the lines change that say something else. What you added stays. An empty cell changes nothing, and no
    file is deleted.

    \b
    Exit status: 0 written, or nothing to write; 1 not agreed to, 2 it failed, 3 something was held back,
    and all else was written.

    \b
    Examples:
      plans import measures.xlsx --as tactics --dry-run
      plans import measures.csv --as actions --map map.yml
      plans import plan.json --yes
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    loaded = load_plan(folder_of(site), site)
    if not loaded.nothing_read:
        say_left_out(loaded, site)
    map_ = read_map(map_path) if map_path else Map()
    map_ = map_.model_copy(update={"kind": kind}) if kind else map_
    found = plan_import(read_source(source, map_, loaded, site), loaded, site)
    click.echo(import_report(found, site), nl=False)
    if not found.changes:
        click.echo(f"The plan already says all {'else' if found.lost else 'of this'}. Nothing is written.")
    else:
        proposal = Proposal(site, loaded, found.changes, is_long=True, is_shown=not is_dry, may_err=True)
        if proposal.carry_out(is_dry=is_dry, is_yes=is_yes):
            number = len(found.changes)
            click.echo(f"{number} file{'s' * (number != 1)} written. See `plans check`.")
    if any(one.is_held_back for one in found.lost):
        raise SystemExit(HELD_BACK)
