"""`plans diff`: what a change of plan means, for whoever has to agree to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import click

from mkdocs_plans.changes import Review, State, Teller, compare
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.others import MOST, Mixed, Mixer, branches_of
from mkdocs_plans.cli.reading import say_both, say_left_out, say_moved
from mkdocs_plans.cli.site import config_option, on_one_day, repository_path, shown_path, site_of
from mkdocs_plans.disk import read_config
from mkdocs_plans.errors import ToolError
from mkdocs_plans.findings import Severity
from mkdocs_plans.load import KeptSource, Known, base_named, folder_of, state_named
from mkdocs_plans.outputs.markdown import LIMIT
from mkdocs_plans.outputs.review import FORMATS, emitter
from mkdocs_plans.rules import check
from mkdocs_plans.settings import Site, Verdict, plan_options
from mkdocs_plans.source import Exclusions, Revision, left_default_branch, target_branch

TOGETHER = "together"
"""What `--fail-on` takes beside verdicts and severities."""

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
    type=click.Choice([str(name) for name in (*Verdict, *Severity, TOGETHER)]),
    multiple=True,
    help="End with 1 where the change amounts to this; may be given several times. A severity stands for the "
    "verdicts that have it, or a graver one, by the setting `verdicts`; `together` for anything that it does "
    "together with another change.",
)
@click.option(
    "--with",
    "with_",
    metavar="BRANCH",
    multiple=True,
    help="Another branch: say what the two do together that neither does alone; may be given several times.",
)
@click.option(
    "--with-requests",
    type=click.File("rb"),
    help="The same for the open pull or merge requests of this list, as the host's API gives it, as far as "
    f"their commits were fetched; of more than {MOST}, the newest.",
)
@click.argument("base", required=False)
@click.argument("head", required=False)
def diff(  # noqa: PLR0913 - an option each
    *,
    config_file: Path | None,
    format_: str,
    limit: int,
    fail_on: tuple[str, ...],
    with_: tuple[str, ...],
    with_requests: BinaryIO | None,
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
      plans diff --with other-branch --fail-on together
    """  # noqa: D301 - click wants the character itself
    site = on_one_day(site_of(config_file))
    review = compared(site, base, head, with_, with_requests)
    click.echo(_report(review, format_, site, limit), nl=False)
    is_together = TOGETHER in fail_on and any(not one.is_empty for one in review.together)
    if is_together or review.verdicts & _failing(fail_on, site):
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


def compared(
    site: Site,
    base: str | None,
    head: str | None,
    names: Sequence[str] = (),
    requests: BinaryIO | None = None,
) -> Review:
    """Compare two states of a site's plan, both by the settings and the day of now, and what other branches,
    by their names or as a host lists them, do together with it. ToolError where git is missing, or doesn't
    have one of them.
    """
    for one in filter(None, (base, head)):
        say_both(site, one)
    name = _base(site, base, head)
    head = head and state_named(site, head).revision
    known: Known = {}
    then, now = _revision(site, name), folder_of(site) if head is None else _revision(site, head)
    loaded = [load_plan(source, site, known) for source in (then, now)]
    say_left_out(loaded[1], site)
    for source in (then, now):
        if isinstance(source, Revision):
            say_moved(source)
    states = [State(one, check(one, site)) for one in loaded]
    is_sum = base is not None and state_named(site, base).day is not None
    review = replace(compare(*states), settings=_changed_settings(site, name, head), is_sum=is_sum)
    if not (names or requests):
        return review
    target = target_branch(site.docs_dir) if base is None else state_named(site, base).revision
    branches, left_out = branches_of(site, target, names, requests)
    before, after = (
        Mixed(KeptSource.of(source, site), one) for source, one in zip((then, now), loaded, strict=True)
    )
    together = Mixer(site, known).compare((before, states[0]), (after, states[1]), branches)
    return replace(review, together=tuple(together), not_compared=tuple(left_out))


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
    try:
        data = Revision(site.root, revision).contents(file)
    except ToolError:  # it stands in no repository, or in another one than the plan
        return ""
    return (data or b"").decode("utf-8-sig", "replace")


def _revision(site: Site, name: str) -> Revision:
    return Revision(site.docs_dir, name, Exclusions(site.excluded), follows=True)


def _report(review: Review, format_: str, site: Site, limit: int) -> str:
    name = repository_path if FORMATS[format_] else shown_path
    teller = Teller.of(review.compared, site)
    return emitter(format_)(review, teller, lambda path: name(path, site), limit)
