"""`plans new`: a strategy, a tactic, a theme or a team begun; or a whole plan by a planning model."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_plans.authoring.new import FOLDERS, Begun, begin_file
from mkdocs_plans.authoring.starter import find_model, lay_out_model, read_models
from mkdocs_plans.cli.asking import can_ask
from mkdocs_plans.cli.loading import load_plan
from mkdocs_plans.cli.new_questions import ask_begun, ask_type, own_noun
from mkdocs_plans.cli.proposal import Proposal, dry_run_option, yes_option
from mkdocs_plans.cli.reading import say_left_out
from mkdocs_plans.cli.site import config_option, on_one_day, site_of
from mkdocs_plans.cli.update import split_fields
from mkdocs_plans.disk import templates_folder
from mkdocs_plans.load import Loaded, folder_of
from mkdocs_plans.load.type_words import certain_type, foreign_type, type_words
from mkdocs_plans.model import composed
from mkdocs_plans.settings import Site
from mkdocs_plans.spelling import did_you_mean

LIST = "list"


def complete_types(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """What a shell completes: our names, which hold in every site."""
    return [name for name in FOLDERS if name.startswith(typed)]


@click.command(short_help="Start a strategy, tactic, theme or team, or a whole plan.")
@config_option
@click.option("--id", "id_", metavar="ID", help="Its id; by default made from the title.")
@click.option("--strategy", metavar="ID", help="The strategy that a tactic serves.")
@click.option("--advances", multiple=True, metavar="GOAL", help="A goal that a tactic advances.")
@click.option("--theme", metavar="ID", help="The theme of a strategy, or of a tactic that serves none.")
@click.option("--parent", metavar="ID", help="The strategy or team above it.")
@click.option("--serves", metavar="GOAL", help="The goal that a strategy serves, as `parent-id#goal-id`.")
@click.option(
    "--dri", type=composed, multiple=True, metavar="HANDLE",
    help="Who is responsible; for a team, its lead. Where several may be (`joint_dris`), once for each.",
)  # fmt: skip
@click.option("--team", metavar="ID", help="The team; by default the DRI's.")
@click.option("--start", metavar="DATE", help="When it begins.  [default: the next month, or the year ahead]")
@click.option("--end", metavar="DATE", help="When it ends.  [default: three months on, or the year ahead]")
@click.option("--goal", "goals", multiple=True, metavar="TEXT", help="A goal of a strategy.")
@click.option("--action", "actions", multiple=True, metavar="TEXT", help="A step of a tactic.")
@click.option(
    "--set", "own", multiple=True, metavar="FIELD=VALUE", help="A field of your own (`extra_fields`)."
)
@click.option("--model", metavar="NAME", help="Start a whole plan; `--model list` lists the models.")
@dry_run_option
@yes_option
@click.argument("type_", metavar="[TYPE]", required=False, shell_complete=complete_types)
@click.argument("title", required=False)
def new(  # noqa: PLR0913 - an option each
    *,
    config_file: Path | None,
    type_: str | None,
    title: str | None,
    id_: str | None,
    model: str | None,
    own: tuple[str, ...],
    is_dry: bool,
    is_yes: bool,
    **known: str | tuple[str, ...] | None,
) -> None:
    """Start the file of a strategy, tactic, theme or team (TYPE) with the title TITLE. In a terminal it
    asks for what you don't give; --yes takes the defaults.

    TYPE may also be your own word for it, such as initiative.

    Comments in the file say what belongs where. You see the file first; it is written once you agree, and
    never overwrites another file. A new plan is `proposed`. Write `active` once its DRI has agreed.

    \b
    Exit status: 0 written, 1 not agreed to, 2 it failed.

    \b
    Examples:
      plans new
      plans new strategy "Hire salespeople who stay" --dri vp-sales --goal "Keep more of the people we hire"
      plans new tactic "Be #1 at fairs" --strategy hire-salespeople-who-stay --dri recruiting-lead
      plans new --model list
      plans new --model okr --dry-run
    """  # noqa: D301 - click wants the character itself
    if model == LIST:
        click.echo(_listed())
        return
    if model and (type_ or title):
        raise click.UsageError("--model lays out a whole plan: name no TYPE with it")
    site = on_one_day(site_of(config_file))
    kind = _type_called(type_, site) if type_ else ""
    begun = Begun(kind, title or "", id_, own=split_fields(own), **known)  # type: ignore[arg-type]  # click gives each what it is
    if model:
        _lay_out(site, model, is_dry=is_dry, is_yes=is_yes)
    else:
        _carry_out(_file_proposal(site, begun, is_yes=is_yes), is_dry=is_dry, is_yes=is_yes)


def _carry_out(proposal: Proposal, *, is_dry: bool, is_yes: bool) -> bool:
    """Write what is proposed, and name the files; whether that was done."""
    is_done = proposal.carry_out(is_dry=is_dry, is_yes=is_yes)
    for change in proposal.changes if is_done else ():
        click.echo(f"{proposal.shown(change)} is written")
    return is_done


def _lay_out(site: Site, name: str, *, is_dry: bool, is_yes: bool) -> None:
    """Write the files of a model, and say what is next."""
    templates = templates_folder()
    model = find_model(read_models(templates / "models"), name)
    changes = lay_out_model(model, site, templates)
    proposal = Proposal(site, _loaded(site), changes, is_long=True)
    if _carry_out(proposal, is_dry=is_dry, is_yes=is_yes):
        click.echo("Put your own words in the place of ours, then see `plans check`.")
        if model.labels:
            labels = ", ".join(f"{word}: {own}" for word, own in model.labels.items())
            click.echo("The site can use the words of this model: in mkdocs.yml, write below `- plans:`")
            click.echo(f"      labels: {{{labels}}}")


def _file_proposal(site: Site, begun: Begun, *, is_yes: bool) -> Proposal:
    if not begun.type:
        _refuse_unasked("say what to begin, as `plans new strategy`, or run this in a terminal")
        begun = replace(begun, type=ask_type(list(FOLDERS), site))
    loaded = _loaded(site)
    if not begun.title:
        _refuse_unasked(f'say what it is called, as `plans new {begun.type} "A title"`')
    if can_ask() and not (is_yes and begun.title):
        begun = ask_begun(begun, loaded.plan, site)
    return Proposal(site, loaded, [begin_file(loaded, site, templates_folder(), begun)])


def _type_called(word: str, site: Site) -> str:
    """What is begun, by our name for it, the site's own word or one that others use. UsageError where a word
    means none.
    """
    type_ = certain_type(word, type_words(site.settings)) or foreign_type(word)
    if type_ is not None and type_ in FOLDERS:
        return type_
    own = [own_noun(name, site) for name in FOLDERS]
    hint = did_you_mean(word, {*FOLDERS, *own}) or f"write {', '.join(own[:-1])} or {own[-1]}"
    raise click.UsageError(f'nothing that can be begun is called "{word}": {hint}')


def _loaded(site: Site) -> Loaded:
    """The plan as far as it can be read. That there is no plan file yet is nothing to be told here."""
    loaded = load_plan(folder_of(site), site)
    if not loaded.nothing_read:
        say_left_out(loaded, site)
    return loaded


def _refuse_unasked(said: str) -> None:
    if not can_ask():
        raise click.UsageError(said)


def _listed() -> str:
    """The planning models, each with when to choose it."""
    blocks = []
    for name, model in read_models(templates_folder() / "models").items():
        text = textwrap.fill(model.choose, 96, initial_indent="    Choose it if: ", subsequent_indent="    ")
        files = f"    {len(model.files)} files: plans new --model {name}"
        blocks.append(f"{click.style(name, bold=True)}: {model.title}. {model.summary}\n{text}\n{files}")
    return "\n\n".join(blocks)
