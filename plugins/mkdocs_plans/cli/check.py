"""`plans check`: the same rules as in the site's build, in a terminal, a hook or a pull request."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_plans.cli.site import config_option, shown_path, site_of
from mkdocs_plans.cli.watch import watch
from mkdocs_plans.errors import PlansError
from mkdocs_plans.findings import Severity
from mkdocs_plans.load import folder_of, load
from mkdocs_plans.report import FORMATS, Run, summary
from mkdocs_plans.rules import Checked
from mkdocs_plans.rules import check as check_rules
from mkdocs_plans.settings import Site


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks of one run of `plans check`."""

    config_file: Path | None
    files: tuple[Path, ...]
    report: str
    """A format's name, or `summary`."""
    fail_on: Severity


@click.command()
@config_option
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--summary", "is_summary", is_flag=True, help="Count by rule and by team instead of listing.")
@click.option(
    "--fail-on",
    type=click.Choice([str(severity) for severity in Severity]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option("--watch", "is_watching", is_flag=True, help="Check again whenever a file is saved.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(  # noqa: PLR0913 - an option each
    *,
    config_file: Path | None,
    format_: str,
    is_summary: bool,
    fail_on: str,
    is_watching: bool,
    files: tuple[Path, ...],
) -> None:
    """Check the plan files of a site, or only FILES (or those below a folder), in the light of the
    whole plan.

    \b
    Exit status: 0 nothing to report at or above --fail-on, 1 findings, 2 it could not run.

    \b
    Examples:
      plans check
      plans check plans/strategies/hire.md --fail-on warning
      plans check --summary
      plans check --format json
    """  # noqa: D301 - click wants the character itself
    report = "summary" if is_summary else format_
    request = Request(config_file, files, report, Severity(fail_on))
    if is_watching:
        watch(site_of(config_file), _watched(request))
    gc.disable()  # a short run that frees nothing: collecting only costs time
    sys.exit(run_once(request))


def _watched(request: Request) -> Callable[[], None]:
    """One run among many: what makes it impossible is said, and mended by the next save."""

    def run() -> None:
        try:
            run_once(request)
        except PlansError as error:
            click.echo(f"plans: {error}", err=True)

    return run


def run_once(request: Request) -> int:
    """Check, print the report, and give the exit status: 1 where a finding reaches the threshold."""
    site = site_of(request.config_file)
    loaded = load(folder_of(site), site)
    checked = only(check_rules(loaded, site), site, request.files)
    if request.report == "summary":
        text = summary.emit(checked.found, loaded.plan)
    else:
        run = Run(len(loaded.plan.files), lambda path: shown_path(path, site), checked.ignored)
        text = FORMATS[request.report](checked.found, run)
    click.echo(text, nl=False)
    return int(any(located.finding.severity.reaches(request.fail_on) for located in checked.found))


def only(checked: Checked, site: Site, files: Sequence[Path]) -> Checked:
    """Keep what is about some files, or about files below a folder; all, where none is named."""
    if not files:
        return checked
    for file in files:
        if not file.exists():
            raise PlansError(f"there is no file {file}")
    wanted = {file.resolve() for file in files}

    def is_wanted(path: str) -> bool:
        file = (site.docs_dir / path).resolve()
        return not wanted.isdisjoint((file, *file.parents))

    return Checked(
        tuple(one for one in checked.found if is_wanted(one.finding.path)),
        tuple(one for one in checked.ignored if is_wanted(one.found.finding.path)),
    )
