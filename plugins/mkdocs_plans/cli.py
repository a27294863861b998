"""The command `plans`: the same checks as in the site's build, in a terminal."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from mkdocs_plans.errors import PlansError
from mkdocs_plans.findings import Located, Severity
from mkdocs_plans.load import Loaded, folder_of, load
from mkdocs_plans.report import FORMATS, Run
from mkdocs_plans.rules import check as check_rules
from mkdocs_plans.settings import Site, find_site, read_site

CONFIG = click.option(
    "--config-file",
    "-f",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml; by default that of this folder or of one above.",
)


class _Command(click.Group):
    """Turns what makes a run impossible into one line and exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except PlansError as error:
            click.echo(f"plans: {error}", err=True)
            ctx.exit(2)


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-plans", message="%(prog)s %(version)s")
def main() -> None:
    """Check an organisation's plan: the same rules as in the site's build."""


@main.command()
@CONFIG
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
    site = read_site(config_file.resolve()) if config_file else find_site(Path.cwd())
    loaded = load(folder_of(site), site)
    found = _only(check_rules(loaded, site), loaded, site, files)
    run = Run(len(loaded.plan.files), lambda path: _shown_path(path, site))
    click.echo(FORMATS[format_](found, run), nl=False)
    threshold = Severity(fail_on)
    sys.exit(int(any(located.finding.severity.reaches(threshold) for located in found)))


def _shown_path(path: str, site: Site) -> str:
    """A path relative to where the command runs; absolute where that is on another drive."""
    try:
        return Path(os.path.relpath(site.docs_dir / path)).as_posix()
    except ValueError:
        return (site.docs_dir / path).as_posix()


def _only(found: list[Located], loaded: Loaded, site: Site, files: tuple[Path, ...]) -> list[Located]:
    """Keep the findings of some files (all, where none is named)."""
    for file in files:
        if not file.exists():
            raise PlansError(f"there is no file {file}")
    wanted = {file.resolve() for file in files}
    return [one for one in found if not wanted or (site.docs_dir / one.finding.path).resolve() in wanted]
