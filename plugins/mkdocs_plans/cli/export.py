"""`plans export`: the plan as data, in the formats that a site has under `data/`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from mkdocs_plans.cli.data import export_of, history_of, write_data, write_files
from mkdocs_plans.cli.filters import arguments_of, filter_options
from mkdocs_plans.cli.reading import read_plan
from mkdocs_plans.cli.site import config_option, on_one_day, site_of
from mkdocs_plans.errors import PlansError
from mkdocs_plans.load import Known
from mkdocs_plans.outputs.plan.csv import written
from mkdocs_plans.outputs.plan.export import FORMATS, OF_THE_PAST, files_of
from mkdocs_plans.outputs.plan.tables import TABLES, table


@click.command(short_help="Write the plan as data, for programs and spreadsheets.")
@config_option
@filter_options
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The file to write, or the folder for all tables as CSV; by default standard output.",
)
@click.option("--table", "table_", type=click.Choice(TABLES), help="With csv, only this table.")
@click.option(
    "--everything",
    is_flag=True,
    help="Include what the site never shows: drafts, people's addresses and user names, ignored rules.",
)
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
def export(
    *,
    config_file: Path | None,
    output: Path | None,
    table_: str | None,
    everything: bool,
    format_: str,
    **filters: tuple[str, ...],
) -> None:
    """Write the plan as data, in a FORMAT that the site offers under data/: json, csv, xlsx, calendar, feed
    or stratml.

    It starts from the plan as the site shows it, and the filters are those of `plans list`. The JSON holds
    what is written in the files and, apart from that, what is computed. With --everything nothing is left
    out.

    \b
    Exit status: 0 it is written, 2 it failed.

    \b
    Examples:
      plans export json -o plan.json
      plans export json --everything -o backup.json
      plans export csv -o tables
      plans export csv --table goals --theme people > goals.csv
      plans export calendar --team recruiting -o dates.ics
    """  # noqa: D301 - click wants the character itself
    if table_ and format_ != "csv":
        raise click.UsageError("--table is for csv")
    if format_ == "csv" and not (table_ or output):
        raise click.UsageError("csv has several tables: name a folder with -o, or one of them with --table")
    site = on_one_day(site_of(config_file))
    known: Known = {}
    plan = read_plan(site, known).plan
    chosen = {name: values for name, values in filters.items() if values}
    history = history_of(site, known, is_whole=everything) if format_ in OF_THE_PAST else None
    made = export_of(plan, site, history, is_whole=everything)
    made = replace(made, chosen=arguments_of(made.plan, site, chosen))
    if table_:
        write_data(written([table(table_, made)]).encode(), output)
    elif format_ == "csv":
        assert output is not None
        write_files(files_of(format_, made), output)
    else:
        files = files_of(format_, made)
        if not files:
            raise PlansError(f"{format_} needs a strategy, and none is there, or passes the filters")
        write_data(next(iter(files.values())), output)
