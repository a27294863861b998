"""`plans init`: a site with a plan to begin with, or what an existing one lacks for it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from posixpath import join, normpath

import click

from mkdocs_plans.authoring.existing_site import has_project
from mkdocs_plans.authoring.install_source import find_install_source
from mkdocs_plans.authoring.repository import host_of, read_remote, read_site_url, web_address
from mkdocs_plans.authoring.starter import HOSTS, REQUIREMENTS, Answers, choose_text_language, make_starter
from mkdocs_plans.cli.asking import can_ask
from mkdocs_plans.cli.init_answers import ask_answers, read_labels, read_language, read_name
from mkdocs_plans.cli.init_folder import PlannedFile, SiteFolder, look_into, plan_files
from mkdocs_plans.cli.init_next import advise_on_theme, list_menu_lines, list_next_steps
from mkdocs_plans.cli.init_online import list_online_steps
from mkdocs_plans.cli.proposal import ask_to_write, dry_run_option, show_diff, yes_option
from mkdocs_plans.disk import templates_folder
from mkdocs_plans.edits import write_together
from mkdocs_plans.outputs import patch
from mkdocs_plans.settings import guess_site_url
from mkdocs_plans.wording.language import Language, language_name
from mkdocs_plans.wording.terminal_text import printable


@click.command(short_help="Start a site with a plan, or add a plan to a site.")
@click.option(
    "--organization", metavar="NAME", help="Your organisation's name.  [default: the folder's, or the site's]"
)
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="NAME=WORD",
    help="Your own word, such as theme=Pillar.",
)
@click.option(
    "--fiscal-year-start",
    type=click.IntRange(1, 12),
    help="The month in which your year begins.  [default: 1]",
)
@click.option(
    "--language",
    metavar="NAME",
    help="The site's language, such as German or de.  [default: en, or the site's]",
)
@click.option(
    "--host",
    type=click.Choice(list(HOSTS)),
    help="The code host whose workflows to add.  [default: github, or the one in use]",
)
@click.option(
    "--repository",
    metavar="URL",
    help="Its address, such as https://github.com/our-org/plan.  [default: git's remote]",
)
@click.option("--site-url", metavar="URL", help="Where people will read it.  [default: the host's address]")
@click.option(
    "--publish/--no-publish",
    default=None,
    help="Have the code host publish the site.  [default: in a new site, not in an existing one]",
)
@dry_run_option
@yes_option
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
def init(  # noqa: PLR0913 - an option each
    *,
    organization: str | None,
    labels: tuple[str, ...],
    fiscal_year_start: int | None,
    language: str | None,
    host: str | None,
    repository: str | None,
    site_url: str | None,
    publish: bool | None,
    is_dry: bool,
    is_yes: bool,
    folder: Path,
) -> None:
    """Start a plan: write a site into DIR (by default this folder) that builds straight away.

    It contains a mission, a strategy, two tactics and a team to overwrite, the code host's workflows, a hook
    for pre-commit and an editor task. In a terminal it asks what you don't give; --yes takes the defaults.

    In an existing MkDocs site it adds what is missing: the plugin in mkdocs.yml, a line where the site says
    what it is built with, and files that don't exist yet. It never overwrites a file. It adds no example
    plans if the site already has a plan, and nothing that publishes the site unless you say --publish.

    It ends with what to do to put the site online.

    \b
    Exit status: 0 written, or nothing to add, 1 not agreed to, 2 it failed.

    \b
    Examples:
      plans init our-plan
      plans init our-plan --yes --organization "Small Makers" --label theme=Pillar
      plans init --yes --language de --label "goal=Ziel, Ziele" --host gitlab
      plans init our-plan --repository https://github.com/our-org/plan
      plans init --dry-run
    """  # noqa: D301 - click wants the character itself
    if not (can_ask() or is_yes or is_dry):
        raise click.UsageError("add --yes to take the defaults, or run this in a terminal")
    there = look_into(folder)
    _say_what_is_there(there)
    given = Options(organization, labels, fiscal_year_start, language, host, repository, site_url, publish)
    answers = _take_answers(given, there)
    if can_ask() and not is_yes:
        answers = ask_answers(answers, _questions(there) - given.answered)
    starter = make_starter(templates_folder(), answers, datetime.date.today(), there.docs_dir)
    planned = plan_files(there, starter, answers)
    _say(there, planned, answers, is_dry=is_dry)
    if any(file.change for file in planned) and not is_dry:
        _write(there, planned, is_yes=is_yes)
        _say_next(there, answers, planned, choose_text_language(templates_folder(), answers.language))


def _write(there: SiteFolder, planned: Sequence[PlannedFile], *, is_yes: bool) -> None:
    changes = [file.change for file in planned if file.change]
    ask_to_write(f"Write {_count(len(changes))}?", is_yes=is_yes)
    top = there.path.resolve()
    for _ in Path(there.place).parts:
        top = top.parent
    write_together([replace(one, path=normpath(join(there.place, one.path))) for one in changes], top)


@dataclass(frozen=True, slots=True)
class Options:
    """What was given as an option; None and nothing where it wasn't."""

    organization: str | None
    labels: tuple[str, ...]
    fiscal_year_start: int | None
    language: str | None
    host: str | None
    repository: str | None
    site_url: str | None
    publish: bool | None

    @property
    def answered(self) -> set[str]:
        """The questions that needn't be asked any more."""
        said = {
            "organization": self.organization, "year": self.fiscal_year_start, "language": self.language,
            "host": self.host, "repository": self.repository, "site_url": self.site_url,
            "publish": self.publish is not None,
        }  # fmt: skip
        return {question for question, given in said.items() if given}


def _take_answers(given: Options, there: SiteFolder) -> Answers:
    """What was given, what the folder and its repository tell, and our defaults for the rest."""
    remote = read_remote(given.repository) if given.repository else there.repository
    address = web_address(remote)
    own_requirements = "" if there.config_path and has_project(there.path) else REQUIREMENTS
    return Answers(
        read_name(given.organization or there.name),
        read_language(given.language or there.language),
        given.fiscal_year_start or 1,
        read_labels(given.labels),
        given.host or host_of(address) or there.host or "github",
        address,
        remote,
        read_site_url(given.site_url) if given.site_url else there.site_url or guess_site_url(address),
        there.branch,
        there.place,
        find_install_source(),
        there.requirements or own_requirements,
        given.publish if given.publish is not None else not (there.config_path or there.publisher),
    )


def _questions(there: SiteFolder) -> set[str]:
    """What to ask for: nothing whose answer would change nothing."""
    if there.has_plugin:
        return set() if there.host else {"host"}
    asked_ = {"organization", "year", "labels", "host"}
    if there.config_path:
        return asked_ if there.publisher else asked_ | {"publish"}
    return asked_ | {"language", "repository", "site_url"}


def _say_what_is_there(there: SiteFolder) -> None:
    if there.has_plugin:
        said = f"There is a site of a plan already, {there.name}: its name, its year and its words stand in"
        click.echo(printable(f"{said} {there.config_path}. Only what is missing is added."))


def _say(there: SiteFolder, planned: Sequence[PlannedFile], answers: Answers, *, is_dry: bool) -> None:
    """What is written, changed and left, a line each; and what an author has to add by hand."""
    click.echo(f"{'Would write' if is_dry else 'Writing'} into {printable(str(there.path))}:")
    for file in planned:
        why = f"  ({file.why})" if file.why else ""
        click.echo(printable(f"  {file.outcome:7}  {file.path}{why}"))
    if not any(file.change for file in planned):
        click.echo("There is nothing to add.")
    for file in planned:
        if file.lines:
            click.echo("\n" + "\n".join(map(printable, file.advice.splitlines())))
            click.echo("\n".join(f"  {printable(line)}" for line in file.lines))
        if file.change and file.change.before is not None:
            click.echo()
            show_diff(patch.emit(file.path, file.change.before, file.change.after))
    if there.place and any(file.change for file in planned):
        click.echo("\n" + _say_place(there.place, answers.host))
    if answers.install.about and any(file.change for file in planned):
        click.echo("\n" + "\n".join(map(printable, answers.install.about.splitlines())))
    if advice := advise_on_theme(there):
        click.echo("\n" + printable(advice))


def _say_next(there: SiteFolder, answers: Answers, planned: Sequence[PlannedFile], written_in: str) -> None:
    written = [file.path for file in planned if file.change]
    if there.config_path is not None and (lines := list_menu_lines(there)):
        click.echo(f"\nFor the plan in your menu, add this below `nav:` in {there.config_path.name}:")
        click.echo("\n".join(f"  {line}" for line in lines))
    if written_in != answers.language.partition("-")[0]:
        click.echo("\n" + printable(_say_languages(answers.language)))
    commands = list_next_steps(there, answers, os.environ)
    click.echo("\nTo see it here:\n" + "\n".join(f"  {printable(command)}" for command in commands))
    for number, step in enumerate(list_online_steps(there, answers, written), 1):
        if number == 1:
            click.echo("\nTo put it online:")
        click.echo(f"  {number}. " + "\n     ".join(map(printable, step)))


_IN_A_FOLDER = {
    "github": (
        "{place} is a folder of a git repository. GitHub runs only the workflows at the top of one,\n"
        "so they are written there, in .github/workflows, and work in {place}."
    ),
    "gitlab": (
        "{place} is a folder of a git repository. GitLab reads only the .gitlab-ci.yml at the top of one,\n"
        "so the jobs for the plan belong there. They work in {place}."
    ),
    "none": "{place} is a folder of a git repository.",
}
"""What it means for the jobs of a code host that a site is in a folder of its repository."""

_HOOK = "pre-commit reads only the file at the top, too: copy the hook there if you want it."


def _say_place(place: str, host: str) -> str:
    said = f"{_IN_A_FOLDER[host].format(place=place)}\n{_HOOK}"
    return "\n".join(map(printable, said.splitlines()))


def _say_languages(language: str) -> str:
    """What is in which language, where the texts to begin with aren't in the site's."""
    name = language_name(language, "en") or language
    if not Language(language).has_words:
        return f"The texts to begin with are in English: there are no words in {name} yet."
    return f"Pages, headings and titles are in {name}. The example texts and the comments are in English."


def _count(number: int) -> str:
    return f"{number} file{'s' * (number != 1)}"
