"""`plans owners`: who is asked when a plan file changes, as the code host's `CODEOWNERS`."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_plans.cli.owners_file import OwnersFile, find_owners_file
from mkdocs_plans.cli.reading import read_plan
from mkdocs_plans.cli.site import config_option, on_one_day, site_of
from mkdocs_plans.codehost.owners import (
    HOSTS,
    Host,
    LeftOut,
    find_owners,
    list_changes,
    write_into,
    write_lines,
    write_part,
)
from mkdocs_plans.errors import PlansError
from mkdocs_plans.settings import Site
from mkdocs_plans.spelling import FEW
from mkdocs_plans.wording.terminal_text import printable

FOUND = ""
"""Stands for the file that the host reads, where the user names none."""

MOST_CHANGES = 20
"""How many changes `--check` lists. Our convention."""


@click.command(short_help="Print who owns each plan file, as CODEOWNERS lines.")
@config_option
@click.option(
    "--host",
    "host_name",
    type=click.Choice(list(HOSTS)),
    help="The code host; by default the one whose files exist.",
)
@click.option("--write", is_flag=False, flag_value=FOUND, metavar="[FILE]", help="Update our part of FILE.")
@click.option(
    "--check",
    "check_",
    is_flag=False,
    flag_value=FOUND,
    metavar="[FILE]",
    help="Report what is out of date in FILE, without writing.",
)
def owners(*, config_file: Path | None, host_name: str | None, write: str | None, check_: str | None) -> None:
    """Print who owns each plan file, as CODEOWNERS lines for GitHub or GitLab, with the `github` and `gitlab`
    names of the people file.

    A strategy is owned by its DRI. A tactic is owned by its DRI and its strategy's DRI. A theme is owned
    by the DRIs of its open strategies, and of open tactics that stand directly under it. A team is owned by
    its lead, and the people file by the leads of the teams at the top. You decide who owns mission, vision
    and values.

    FILE defaults to the one that the host reads, or else .github/CODEOWNERS or .gitlab/CODEOWNERS. The
    command changes only what stands between `# >>> plans:` and `# <<< plans`.

    \b
    Exit status: 0 done, or up to date, 1 out of date (--check), 2 it failed.

    \b
    Examples:
      plans owners
      plans owners --write
      plans owners --check
      plans owners --host gitlab --write CODEOWNERS
    """  # noqa: D301 - click wants the character itself
    if write is not None and check_ is not None:
        raise click.UsageError("--write and --check exclude each other")
    site = on_one_day(site_of(config_file))
    file = find_owners_file(site, host_name, check_ if write is None else write)
    rules = _lines(site, file)
    if write is not None:
        _write(file, rules)
    elif check_ is not None:
        sys.exit(_check(file, rules))
    else:
        _note_size(write_part(rules), file.host)
        click.echo(write_part(rules))


def _lines(site: Site, file: OwnersFile) -> tuple[str, ...]:
    """The lines for a site's plan. What couldn't be read, and who is left out, is said on the way."""
    loaded = read_plan(site)
    people = site.settings.people
    if not loaded.plan.knows_everyone:
        raise PlansError(f"{people} can't be read, so nobody's name is known: see `plans check`")
    owned = find_owners(loaded.plan, people if people in loaded.documents else None, file.host, site.today)

    def in_repository(path: str) -> str:
        return Path(os.path.realpath(site.docs_dir / path)).relative_to(file.repository).as_posix()

    _note_left_out([replace(one, paths=tuple(map(in_repository, one.paths))) for one in owned.left_out])
    by_file: dict[str, list[str]] = defaultdict(list)
    for path, names in owned.owners.items():
        by_file[in_repository(path)] += names  # two paths may be links to one file
    return write_lines(by_file, file.host)


def _note_left_out(left_out: Sequence[LeftOut]) -> None:
    """Name those who own nothing, with what they answer for."""
    if left_out:
        number = f"{len(left_out)} {'people are' if len(left_out) > 1 else 'person is'}"
        click.echo(f"plans: {number} left out, with what they answer for:", err=True)
    for one in left_out:
        paths = ", ".join(one.paths[:FEW])
        more = f" and {len(one.paths) - FEW} more" if len(one.paths) > FEW else ""
        click.echo(printable(f"  {one.handle} {one.why}: {paths}{more}"), err=True)


def _too_large(content: bytes, host: Host) -> str | None:
    """What to say of a file that the host would ignore."""
    if host.limit is None or len(content) < host.limit:
        return None
    return f"{host.title} ignores a CODEOWNERS file that isn't under {host.limit // 1_000_000} MB"


def _note_size(content: bytes, host: Host) -> None:
    if said := _too_large(content, host):
        click.echo(f"plans: {said}, and this one isn't", err=True)


def _check(file: OwnersFile, rules: Sequence[str]) -> int:
    """Say what is out of date; give the exit status."""
    before = file.read()
    if before is None:
        click.echo(f"there is no {file.shown}: run `plans owners --write`")
        return 1
    _note_size(before, file.host)
    file.note_place()
    changed = list_changes(before, rules, file.host, file.shown)
    if not changed:
        click.echo(f"{file.shown} is up to date")
        return 0
    click.echo(f"{file.shown} is out of date: run `plans owners --write`")
    for line in changed[:MOST_CHANGES]:
        click.echo(f"  {printable(line)}")
    if len(changed) > MOST_CHANGES:
        click.echo(f"  and {len(changed) - MOST_CHANGES} more")
    return 1


def _write(file: OwnersFile, rules: Sequence[str]) -> None:
    """Bring our part of the file up to date. PlansError, and nothing written, where that can't be."""
    before = file.read()
    after = write_into(before or b"", rules, file.host, file.shown)
    if said := _too_large(after, file.host):
        raise PlansError(f"{said}: {file.shown} is left as it is")
    if after == before:
        click.echo(f"{file.shown} is up to date")
    else:
        file.write(before, after)
        click.echo(f"{file.shown} is written: {len(rules)} line{'s' * (len(rules) != 1)} of ours")
    file.note_place()
