"""What `plans new` asks in a terminal, but for what its options have said already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import click
from dateutil.relativedelta import relativedelta

from mkdocs_plans.authoring.layout import propose_days
from mkdocs_plans.authoring.new import Begun
from mkdocs_plans.authoring.typed import read_date, read_end
from mkdocs_plans.cli.asking import ask, choose, choose_several, write_one
from mkdocs_plans.cli.site import shown_path
from mkdocs_plans.model import Person, PlanFile, Strategy, Team, parse_date, plain_text
from mkdocs_plans.plan import Plan
from mkdocs_plans.settings import Site
from mkdocs_plans.wording.language import Language
from mkdocs_plans.wording.terminal_text import printable
from mkdocs_plans.wording.words import article


def own_noun(type_: str, site: Site) -> str:
    """The organisation's own word for a type, within a sentence; ours, in English as the questions are."""
    own = next((label.one for name, label in site.settings.labels.items() if name == type_), type_)
    return Language(site.language).small(own)


def ask_type(types: Sequence[str], site: Site) -> str:
    """Ask what to begin."""
    choices = [(one, f"{article(own_noun(one, site))} {own_noun(one, site)}") for one in types]
    return (
        choose("What do you want to begin?", choices, otherwise=f"begin {dict(choices)['tactic']}")
        or "tactic"
    )


def ask_begun(begun: Begun, plan: Plan, site: Site) -> Begun:
    """Ask for what isn't known yet. Enter alone leaves a thing out, but for the title."""
    title = begun.title
    while not title:
        own = own_noun(begun.type, site)
        title = ask(f"What is the {own} called?")
        if not title:
            click.echo(f"  {article(own)} {printable(own)} can't be without a title: write a few words")
    begun = replace(begun, title=title)
    return _ASKED[begun.type](begun, plan, site)


def _strategy(begun: Begun, plan: Plan, site: Site) -> Begun:
    theme = begun.theme or (_pick(f"Its {own_noun('theme', site)}?", plan.themes) if plan.themes else None)
    goal = (
        ask(f"Its first {own_noun('goal', site)}, in words? (Enter to write more later)")
        if not begun.goals
        else ""
    )
    goals = begun.goals or ((goal,) if goal else ())
    return _with_dates(replace(_with_dri(begun, plan, site), theme=theme, goals=goals), site, None)


def _tactic(begun: Begun, plan: Plan, site: Site) -> Begun:
    open_ones = {id_: one for id_, one in plan.strategies.items() if one.status.is_open}
    only = next(iter(open_ones)) if len(open_ones) == 1 else None
    id_ = begun.strategy or (None if begun.theme else only)
    if not id_ and not begun.theme and open_ones:
        id_ = _pick(f"Which {own_noun('strategy', site)} does it serve?", open_ones)
    strategy = plan.strategies.get(id_ or "")
    goals = (
        [(goal.id, plain_text(goal.title)) for goal in strategy.goals if not goal.is_settled]
        if strategy
        else []
    )
    advances = begun.advances
    if goals and not advances:
        advances = tuple(choose_several("Which of its goals does it bring forward?", goals))
    action = ask("Its first step, in words? (Enter to write steps later)") if not begun.actions else ""
    actions = begun.actions or ((action,) if action else ())
    known = replace(_with_dri(begun, plan, site), strategy=id_, advances=advances, actions=actions)
    return _with_dates(known, site, strategy)


def _team(begun: Begun, plan: Plan, site: Site) -> Begun:
    parent = begun.parent or (
        _pick("The larger team that it belongs to?", plan.teams) if plan.teams else None
    )
    return replace(_with_dri(begun, plan, site, "Who leads it?"), parent=parent)


def _theme(begun: Begun, _plan: Plan, _site: Site) -> Begun:
    return begun


_ASKED: Mapping[str, Callable[[Begun, Plan, Site], Begun]] = {
    "strategy": _strategy, "tactic": _tactic, "theme": _theme, "team": _team,
}  # fmt: skip


def _with_dri(begun: Begun, plan: Plan, site: Site, question: str = "Who answers for it?") -> Begun:
    file = shown_path(site.settings.people, site)
    if not plan.knows_everyone:
        click.echo(printable(f"{file} can't be read, so there is nobody to choose: see `plans check`"))
    is_team = begun.type == "team"
    answering = plan.people if is_team else plan.answering
    if begun.dri or not answering:
        return begun
    people = [(name, _words(name, one)) for name, one in answering.items()]
    if site.settings.joint_dris and not is_team:
        return replace(begun, dri=tuple(choose_several(question, people)))

    def refuse(name: str) -> str:
        instead = f"{write_one(len(people))}, or press Enter and add that person to {file} first"
        return f'nobody in {file} is called "{name}": {instead}'

    chosen = choose(question, people, otherwise="leave it open", refuse=refuse)
    return replace(begun, dri=(chosen,) if chosen else ())


def _with_dates(begun: Begun, site: Site, within: Strategy | None) -> Begun:
    """Ask for start and end, which have defaults: the end's as for what is planned a month ahead."""
    year, is_tactic = site.settings.fiscal_year_start, begun.type == "tactic"
    days = propose_days(site.today, year, within)
    first = days.start if is_tactic else days.year
    language = site.language

    def check(text: str) -> str:
        return read_date(text, year, language)

    start = check(begun.start or ask("When does it begin?", first, check))
    ahead = propose_days(parse_date(start, year).first - relativedelta(months=1), year, within)
    last = ahead.end if is_tactic else ahead.year
    end = begun.end or ask("When does it end?", last, lambda text: read_end(text, start, year, language))
    return replace(begun, start=start, end=end)


def _pick(question: str, files: Mapping[str, PlanFile]) -> str | None:
    choices = [(id_, f"{plain_text(file.title)} ({id_})") for id_, file in files.items()]
    return choose(question, choices, otherwise="leave it open")


def _words(name: str, one: Person | Team) -> str:
    """What is shown of someone who may answer: who or which team it is, and the name to write."""
    shown = one.shown_name if isinstance(one, Person) else plain_text(one.title)
    return f"{shown} ({name})" if shown != name else name
