"""`plans check`: the same rules as in the site's build, in a terminal, a hook or a pull request."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_plans.cli.site import config_option, shown_path, site_of
from mkdocs_plans.errors import PlansError
from mkdocs_plans.findings import Severity
from mkdocs_plans.load import folder_of, load
from mkdocs_plans.report import FORMATS, Run
from mkdocs_plans.rules import Checked
from mkdocs_plans.rules import check as check_rules
from mkdocs_plans.settings import Site


@click.command()
@config_option
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice([str(severity) for severity in Severity]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(config_file: Path | None, format_: str, fail_on: str, files: tuple[Path, ...]) -> None:
    r"""Check the plan files of a site, or only FILES, in the light of the whole plan.

    \b
    Exit status: 0 nothing to report at or above --fail-on, 1 findings, 2 it could not run.

    \b
    Examples:
      plans check
      plans check plans/strategies/hire.md --fail-on warning
      plans check --format json
    """
    gc.disable()  # a short run that frees nothing: collecting only costs time
    site = site_of(config_file)
    loaded = load(folder_of(site), site)
    checked = only(check_rules(loaded, site), site, files)
    run = Run(len(loaded.plan.files), lambda path: shown_path(path, site), checked.ignored)
    click.echo(FORMATS[format_](checked.found, run), nl=False)
    threshold = Severity(fail_on)
    sys.exit(int(any(located.finding.severity.reaches(threshold) for located in checked.found)))


def only(checked: Checked, site: Site, files: Sequence[Path]) -> Checked:
    """Keep what is about some files; all, where none is named."""
    if not files:
        return checked
    for file in files:
        if not file.exists():
            raise PlansError(f"there is no file {file}")
    wanted = {file.resolve() for file in files}

    def is_wanted(path: str) -> bool:
        return (site.docs_dir / path).resolve() in wanted

    return Checked(
        tuple(one for one in checked.found if is_wanted(one.finding.path)),
        tuple(one for one in checked.ignored if is_wanted(one.found.finding.path)),
    )
