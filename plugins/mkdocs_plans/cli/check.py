"""`plans check`: the same rules as in the site's build, in a terminal, a hook or a pull request."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_plans.cli.loading import load_plan, waiting
from mkdocs_plans.cli.site import config_option, on_one_day, repository_path, say_error, shown_path, site_of
from mkdocs_plans.cli.watch import watch
from mkdocs_plans.errors import PlansError, ToolError
from mkdocs_plans.findings import Severity, gravest_last
from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.outputs.findings import FORMATS, Run, emitter, summary
from mkdocs_plans.rules import Checked
from mkdocs_plans.rules import check as check_rules
from mkdocs_plans.settings import Site
from mkdocs_plans.source import SHALLOW
from mkdocs_plans.wording.terminal_text import printable

if TYPE_CHECKING:
    from mkdocs_plans.cli.fix import FixReport
    from mkdocs_plans.fixes.fix_plan import Choose
    from mkdocs_plans.history import History
    from mkdocs_plans.rules.plan_rule import FirstPromises


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks of one run of `plans check`."""

    config_file: Path | None
    files: tuple[Path, ...]
    report: str
    """A format's name, or `summary`."""
    fail_on: Severity
    is_fixing: bool = False
    is_diff: bool = False
    since: str | None = None
    """A git revision: report only what the change since then brings in."""
    is_past_asked: bool | None = None
    """Whether to compare with what git has; None leaves it to the site."""


@click.command(short_help="Check the plan files of a site.")
@config_option
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--summary", "is_summary", is_flag=True, help="Count by rule and by team instead of listing.")
@click.option(
    "--fail-on",
    type=click.Choice([str(severity) for severity in Severity]),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit status 1.",
)
@click.option(
    "--since",
    metavar="REV",
    help="Report only findings that are new since this branch left a git revision.",
)
@click.option(
    "--history/--no-history",
    "is_past_asked",
    default=None,
    help="Compare first promises with git; by default where the setting `history` is on.",
)
@click.option(
    "--fix", "is_fixing", is_flag=True, help="Fix mistakes that have only one right answer, then check."
)
@click.option("--diff", "is_diff", is_flag=True, help="Show what --fix would do, without writing.")
@click.option("--watch", "is_watching", is_flag=True, help="Check again whenever a file is saved.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(  # noqa: PLR0913 - an option each
    *,
    config_file: Path | None,
    format_: str,
    is_summary: bool,
    fail_on: str,
    since: str | None,
    is_past_asked: bool | None,
    is_fixing: bool,
    is_diff: bool,
    is_watching: bool,
    files: tuple[Path, ...],
) -> None:
    """Check all plan files of a site, or only FILES (files or folders). Links are always checked against the
    whole plan.

    \b
    Exit status: 0 nothing to report at or above --fail-on, 1 findings, or no
    plan file to check, 2 it failed. With --fix the findings that are
    left count; with --diff all of them.

    \b
    Examples:
      plans check
      plans check plans/strategies/hire.md --fail-on warning
      plans check --summary
      plans check --diff | git apply
      plans check --since origin/main
      plans check --format json
    """  # noqa: D301 - click wants the character itself
    report = "summary" if is_summary else format_
    request = Request(config_file, files, report, Severity(fail_on), is_fixing, is_diff, since, is_past_asked)
    if is_watching and (is_fixing or is_diff):
        raise click.UsageError("--watch only checks: run --fix or --diff by themselves")
    if is_watching:
        gc.enable()
        watch(site_of(config_file), _watched(request))
    sys.exit(run_once(request))


def _watched(request: Request) -> Callable[[], None]:
    """One run among many: what makes it impossible is said, and fixed by the next save."""

    def run() -> None:
        try:
            run_once(request)
        except PlansError as error:
            say_error(error)

    return run


def run_once(request: Request) -> int:
    """Check, print the report, and give the exit status: 1 where a finding reaches the threshold."""
    site = on_one_day(site_of(request.config_file))
    is_wanted = wanted(request.files, site)
    past = _past(request, site)
    asked_for = _asked_for(request, site, is_wanted, past)
    is_text = request.report in {"text", "summary"}
    fixed = _fix(site, asked_for) if request.is_fixing and not request.is_diff else None
    loaded = load_plan(folder_of(site), site)
    promised = _promised(past, loaded)
    with waiting("Checking the plan"):
        found = check_rules(loaded, site, promised=promised)
    checked = asked_for(found, loaded)
    unmatched = _said_of_nothing(request.files, loaded, site)
    if fixed is not None:
        click.echo(fixed.describe(len(checked.found)), err=not is_text)
    if request.is_diff:
        _show_diff(site, asked_for)
    else:
        number = sum(map(is_wanted, loaded.plan.by_path))
        click.echo(_report(request, checked, loaded, site, number), nl=False)
        _say_what_is_read(site)
    return int(
        unmatched or any(located.finding.severity.reaches(request.fail_on) for located in checked.found)
    )


def _said_of_nothing(files: Sequence[Path], loaded: Loaded, site: Site) -> bool:
    """Say on standard error what nothing was read of: the whole plan, or a file or folder that was named;
    whether there is any such.
    """
    looked_at = {*loaded.plan.by_path, *loaded.documents, *(found.path for found in loaded.findings)}
    missing = [file for file in files if not file.exists()]
    other = [file for file in files if file.exists() and not any(map(wanted([file], site), looked_at))]
    said = [loaded.nothing_read] if loaded.nothing_read and not files else []
    said += [f"there is no file {file}: nothing is checked there" for file in missing]
    said += [
        f"{file} {'holds' if file.is_dir() else 'is'} no plan file: nothing is checked there"
        for file in other
    ]
    for each in said:
        click.echo(f"plans: {printable(each)}", err=True)
    return bool(missing or (said and len(other) == len(files)))


def _past(request: Request, site: Site) -> History | None:
    """What became of the plan; None where nobody asks for it, or, said on standard error, where the site does
    and git doesn't have it. ToolError where the user asks, and git doesn't.
    """
    if not (site.settings.history if request.is_past_asked is None else request.is_past_asked):
        return None
    from mkdocs_plans.history import read_history  # noqa: PLC0415 - for --history alone

    try:
        past = read_history(site)
    except ToolError as error:
        if request.is_past_asked:
            raise
        click.echo(
            f"Note: first promises aren't compared with git (history): {printable(str(error))}.", err=True
        )
        return None
    if past.is_cut:
        click.echo(f"Note: what was promised before the newest commits isn't known; {SHALLOW}.", err=True)
    return past


def _promised(past: History | None, loaded: Loaded) -> FirstPromises | None:
    if past is None:
        return None
    from mkdocs_plans.history import first_promises  # noqa: PLC0415 - for --history alone

    return first_promises(loaded.plan, past)


def _asked_for(
    request: Request, site: Site, is_wanted: Callable[[str], bool], past: History | None
) -> Choose:
    """What the user wants to hear of, of all that is found; and with --fix, to be fixed."""

    def asked_for(checked: Checked, loaded: Loaded) -> Checked:
        if request.since is not None:
            checked = _new_since(request.since, loaded, checked, site, past)
        return only(checked, is_wanted)

    return asked_for


def _report(request: Request, checked: Checked, loaded: Loaded, site: Site, number: int) -> str:
    if request.report == "summary":
        return summary.emit(checked.found, loaded.plan)
    if request.report == "text" and checked.found:
        checked = _marked(checked, loaded, site)
    name = repository_path if FORMATS[request.report] else shown_path
    run = Run(number, lambda path: name(path, site), checked.ignored, request.since)
    is_screen = request.report == "text" and sys.stdout.isatty()
    return emitter(request.report)(gravest_last(checked.found) if is_screen else checked.found, run)


def _say_what_is_read(site: Site) -> None:
    """Say where the site may show other files than those in the folder, which are read here."""
    if site.plugins:
        names = " and ".join(f"`{name}`" for name in site.plugins)
        said = f"{site.config_path.name} has {names}, which may take files out of the site or add some"
        click.echo(f"Note: {said}; this reads those in {site.docs_dir.name}/.", err=True)


def _new_since(since: str, loaded: Loaded, checked: Checked, site: Site, past: History | None) -> Checked:
    from mkdocs_plans.cli.since import new_since  # noqa: PLC0415 - for --since alone

    return new_since(since, loaded, checked, site, _promised(past, loaded))


def _fix(site: Site, choose: Choose) -> FixReport:
    from mkdocs_plans.cli.fix import fix  # noqa: PLC0415 - for --fix alone

    return fix(site, choose)


def _show_diff(site: Site, choose: Choose) -> None:
    from mkdocs_plans.cli.fix import show  # noqa: PLC0415 - for --diff alone

    show(site, choose)


def _marked(checked: Checked, loaded: Loaded, site: Site) -> Checked:
    from mkdocs_plans.fixes import add_fixes  # noqa: PLC0415 - for findings as text alone

    return add_fixes(checked, loaded, site)


def wanted(files: Sequence[Path], site: Site) -> Callable[[str], bool]:
    """Say of a path of the plan whether it is one of some files, or below a folder among them; all are,
    where none is named.
    """
    named = {file.resolve() for file in files}

    def is_wanted(path: str) -> bool:
        file = (site.docs_dir / path).resolve() if named else site.docs_dir
        return not named or not named.isdisjoint((file, *file.parents))

    return is_wanted


def only(checked: Checked, is_wanted: Callable[[str], bool]) -> Checked:
    """Keep what is about the wanted files."""
    return Checked(
        tuple(one for one in checked.found if is_wanted(one.finding.path)),
        tuple(one for one in checked.ignored if is_wanted(one.found.finding.path)),
    )
