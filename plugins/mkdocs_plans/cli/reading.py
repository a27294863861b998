"""What the commands that show the plan share: reading it, with its errors told on the way."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import click

from mkdocs_plans.cli.loading import load_plan, waiting
from mkdocs_plans.cli.site import shown_path
from mkdocs_plans.errors import PlansError
from mkdocs_plans.load import Known, Loaded, folder_of
from mkdocs_plans.load.states import is_both
from mkdocs_plans.load.within_bounds import within_bounds
from mkdocs_plans.model import Thing, ids_called
from mkdocs_plans.rules import errors
from mkdocs_plans.settings import Site
from mkdocs_plans.source import Revision, Source
from mkdocs_plans.spelling import did_you_mean
from mkdocs_plans.wording.terminal_text import printable


def read_plan(site: Site, known: Known | None = None, source: Source | None = None) -> Loaded:
    """Read a site's plan, or another state of it, as far as it can be read; say on standard error how many
    errors it has. `known` takes up what was read of each file.
    """
    loaded = load_plan(source or folder_of(site), site, known)
    with waiting("Checking the plan"):
        found = errors(loaded, site)
    if source is not None and loaded.nothing_read:
        click.echo(f"plans: there was no plan file in {loaded.shown_path('.')} then", err=True)
    elif not say_left_out(loaded, site) and found and source is None:
        number = f"{found} error{'s' * (found != 1)}"
        said = f"the plan has {number}, and is taken as far as it can be read: see `plans check`"
        click.echo(f"plans: {said}", err=True)
    return replace(loaded, plan=within_bounds(loaded.plan))


def id_called(name: str, things: Mapping[str, Thing], noun: str, see: str) -> str:
    """The id of the one thing that is called so: by its id, number, title or file; a person by handle, name,
    role or address. PlansError where there is none, or several.
    """
    found = ids_called(name, things)
    if len(found) > 1:
        raise PlansError(f'several are called "{name}": name one, as {" or ".join(found)}')
    if not found:
        refuse_unknown(name, things, noun, see)
    return found[0]


def say_both(site: Site, name: str) -> None:
    """Say on standard error that what may be a day is taken for the revision that is called so."""
    if is_both(site, name):
        said = f"{printable(name)} is a branch or a tag here, and is taken for that, not for the day"
        click.echo(f"plans: {said}", err=True)


def say_moved(revision: Revision) -> None:
    """Say on standard error that the plan's folder stood elsewhere in a revision, and is read there."""
    if revision.moved_from:
        said = f"the plan stood in {revision.moved_from} in {revision.commit[:10]}, and is read there"
        click.echo(f"plans: {printable(said)}", err=True)


MOST_NAMED = 5
"""How many files are named that couldn't be read."""


def say_left_out(loaded: Loaded, site: Site) -> bool:
    """Say on standard error which files couldn't be read and are left out, or that there is no plan file;
    whether there was something to say.
    """
    if loaded.nothing_read:
        click.echo(f"plans: {loaded.nothing_read}", err=True)
        return True
    paths = loaded.left_out
    if paths:
        named = ", ".join(printable(shown_path(path, site)) for path in paths[:MOST_NAMED])
        more = f" and {len(paths) - MOST_NAMED} more" if len(paths) > MOST_NAMED else ""
        files = (
            "1 file that can't be read is"
            if len(paths) == 1
            else f"{len(paths)} files that can't be read are"
        )
        click.echo(f"plans: {files} left out: {named}{more}; see `plans check`", err=True)
    return bool(paths)


def refuse_unknown(name: str, names: Collection[str], noun: str, see: str) -> None:
    """PlansError, with the nearest name, where a name is none of those that there are."""
    if name not in names:
        raise PlansError(f'there is no {noun} "{name}": {did_you_mean(name, names) or see}')


def refuse_unread(loaded: Loaded, site: Site, name: str) -> None:
    """PlansError where nothing that was read has this id or handle, but a file has that can't be read."""
    plan = loaded.plan
    path = plan.unread.by_id.get(name)
    if path is None or path in plan.by_path:
        return
    if name not in {*plan.plans, *plan.themes, *plan.teams, *plan.people}:
        file = shown_path(path, site)
        raise PlansError(f"{file} can't be read: see `plans check {file}`")
