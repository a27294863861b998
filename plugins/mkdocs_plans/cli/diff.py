"""`plans diff`: what a change of plan means, for whoever has to agree to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from mkdocs_plans.changes import Review, State, Teller, compare
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.reading import say_both, say_left_out
from mkdocs_plans.cli.site import config_option, on_one_day, repository_path, shown_path, site_of
from mkdocs_plans.disk import read_config
from mkdocs_plans.findings import Severity
from mkdocs_plans.load import Known, base_named, folder_of, state_named
from mkdocs_plans.outputs.markdown import LIMIT
from mkdocs_plans.outputs.review import FORMATS, emitter
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Site, Verdict, plan_options
from mkdocs_plans.source import Exclusions, Revision, Source, left_default_branch

SHORTEST = 1_000
"""The fewest characters in which a report says what it leaves out."""


@click.command(short_help="Say what changed in the plan, and who should look at it.")
@config_option
@click.option("--format", "format_", type=click.Choice([*FORMATS]), default="text", show_default=True)
@click.option(
    "--limit",
    type=click.IntRange(min=SHORTEST),
    default=LIMIT,
    show_default=True,
    help="The most characters a Markdown comment may have.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(name) for name in (*Verdict, *Severity)]),
    multiple=True,
    help="End with 1 where the change amounts to this; may be given several times. A severity stands for the "
    "verdicts that have it, or a graver one, by the setting `verdicts`.",
)
@click.argument("base", required=False)
@click.argument("head", required=False)
def diff(  # noqa: PLR0913 - an option each
    *,
    config_file: Path | None,
    format_: str,
    limit: int,
    fail_on: tuple[str, ...],
    base: str | None,
    head: str | None,
) -> None:
    """Say what changed in the plan from BASE to HEAD: what it amounts to, what is no longer covered, each
    edit, and who should look at it.

    BASE and HEAD are git revisions; `-` is the branch you were on before. A day such as 2026-09-30, or a
    period such as 2026-Q3, is what the default branch had at its end. BASE defaults to the default branch
    (origin/HEAD, else origin/main, main or master). HEAD defaults to the files on disk, which are compared
    with the commit where the current branch left BASE.

    \b
    Exit status: 0 it ran, 1 the change amounts to something of --fail-on, 2 it failed.

    \b
    Examples:
      plans diff
      plans diff HEAD~1
      plans diff v2026 main
      plans diff 2026-09-30
      plans diff 2026-Q2 2026-Q3
      plans diff --format markdown
      plans diff --fail-on past-rewritten --fail-on promise-lowered
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    review = compared(site, base, head)
    click.echo(_report(review, format_, site, limit), nl=False)
    if review.verdicts & _failing(fail_on, site):
        raise SystemExit(1)


def _failing(names: tuple[str, ...], site: Site) -> set[Verdict]:
    """The verdicts that are named, or whose severity is."""
    grades, thresholds = site.settings.grades, [Severity(name) for name in names if name in list(Severity)]
    named = {Verdict(name) for name in names if name in list(Verdict)}
    return named | {
        verdict
        for verdict, grade in grades.items()
        if grade != "off" and any(grade.reaches(threshold) for threshold in thresholds)
    }


def compared(site: Site, base: str | None, head: str | None) -> Review:
    """Compare two states of a site's plan, both by the settings and the day of now. ToolError where git
    is missing, or doesn't have one of them.
    """
    for one in filter(None, (base, head)):
        say_both(site, one)
    name = _base(site, base, head)
    then = _revision(site, name)
    head = head and state_named(site, head).revision
    now = folder_of(site) if head is None else _revision(site, head)
    known: Known = {}
    before, after = _state(then, site, known), _state(now, site, known)
    say_left_out(after.loaded, site)
    review = compare(before, after)
    return replace(review, settings=_changed_settings(site, name, head))


def _base(site: Site, base: str | None, head: str | None) -> str:
    """The revision to compare with. What lies on disk is compared with where it left the named one."""
    if base is None:
        return left_default_branch(site.docs_dir)
    return base_named(site, base) if head is None else state_named(site, base).revision


def _changed_settings(site: Site, base: str, head: str | None) -> tuple[str, ...]:
    """Name the settings of mkdocs.yml that decide what is in the plan, and that only one state has so."""
    file = site.config_path.name
    was = plan_options(_text_at(base, file, site))
    set_now = plan_options(read_config(site.config_path) if head is None else _text_at(head, file, site))
    if not (was and set_now):
        return ()  # the site came or went as a whole
    return tuple(sorted(name for name in {*was, *set_now} if was.get(name) != set_now.get(name)))


def _text_at(revision: str, file: str, site: Site) -> str:
    return (Revision(site.root, revision).contents(file) or b"").decode("utf-8-sig", "replace")


def _revision(site: Site, name: str) -> Revision:
    return Revision(site.docs_dir, name, Exclusions(site.excluded))


def _state(source: Source, site: Site, known: Known) -> State:
    loaded = load_plan(source, site, known)
    return State(loaded, check(loaded, site))


def _report(review: Review, format_: str, site: Site, limit: int) -> str:
    name = repository_path if FORMATS[format_] else shown_path
    teller = Teller.of(review.compared, site)
    return emitter(format_)(review, teller, lambda path: name(path, site), limit)
