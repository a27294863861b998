"""What the commands share: which site they are about, and how its files are named to the user."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_plans.edits import recover
from mkdocs_plans.errors import PlansError
from mkdocs_plans.settings import Site, find_site, read_site
from mkdocs_plans.wording.terminal_text import printable

config_option = click.option(
    "--config-file",
    "-f",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml; by default in this folder or one above.",
)


def site_of(config_file: Path | None) -> Site:
    """The site of a named mkdocs.yml, else of the current folder or one above; without what a command that
    was killed has left half written.
    """
    site = read_site(config_file.resolve()) if config_file else find_site(Path.cwd())
    for folder in dict.fromkeys((site.docs_dir, site.root)):
        if names := recover(folder):
            said = f"a command was stopped while it was writing, and is taken back: {', '.join(names)}"
            click.echo(f"plans: {printable(said)}", err=True)
    return site


def on_one_day(site: Site) -> Site:
    """The site with its day fixed, so that a run over midnight judges all by the same."""
    return replace(site, settings=site.settings.model_copy(update={"today": site.today}))


def say_error(error: PlansError) -> None:
    """Say on standard error why something can't be done. It may quote a plan, or what somebody handed in."""
    click.echo("plans: " + "\n".join(map(printable, str(error).splitlines())), err=True)


def shown_path(path: str, site: Site) -> str:
    """A path of the plan as seen from the current folder; absolute where that is on another drive."""
    try:
        return Path(os.path.relpath(site.docs_dir / path)).as_posix()
    except ValueError:
        return (site.docs_dir / path).as_posix()


def repository_path(path: str, site: Site) -> str:
    """A path of the plan as a code host names it: from the top of the git repository that holds the
    file, links followed; from the current folder where there is none (an archive without `.git`).
    """
    file = Path(os.path.realpath(site.docs_dir / path))
    top = next((folder for folder in file.parents if (folder / ".git").exists()), None)
    return file.relative_to(top).as_posix() if top else shown_path(path, site)


def repository_of(site: Site, what: str) -> Path:
    """The top of the git repository that holds the plan; `what` names what is for the files of one.
    PlansError where it is in none.
    """
    docs = Path(os.path.realpath(site.docs_dir))
    for folder in (docs, *docs.parents):
        if (folder / ".git").exists():
            return folder
    raise PlansError(f"{docs} is in no git repository, and {what} are for the files of one")
