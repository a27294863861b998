"""What `plans init` is told by its options, and asks for in a terminal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import click

from mkdocs_plans.authoring.repository import host_of, read_remote, read_site_url, web_address
from mkdocs_plans.authoring.starter import Answers
from mkdocs_plans.cli.asking import ask, choose
from mkdocs_plans.errors import PlansError
from mkdocs_plans.settings import Label, guess_site_url
from mkdocs_plans.spelling import did_you_mean
from mkdocs_plans.wording.formats import ENGLISH
from mkdocs_plans.wording.language import Language, language_name
from mkdocs_plans.wording.words import NOUNS, Words

ASKED = {
    "theme": "which groups strategies",
    "strategy": "what is to be reached in a year or more",
    "tactic": "a piece of work that serves a strategy",
    "goal": "a result that a plan wants",
    "dri": "the one person who answers for a plan",
}
"""The words that a terminal asks for, each with what it is; the others are set in mkdocs.yml."""

HOST_NAMES = {"github": "GitHub", "gitlab": "GitLab", "none": "none, or another one"}


@cache
def languages() -> frozenset[str]:
    """The languages that the theme speaks, as it names them."""
    found = find_spec("material")
    folders = (found.submodule_search_locations or ()) if found else ()
    there = (Path(one) / "templates/partials/languages" for one in folders)
    return frozenset(path.stem for folder in there for path in folder.glob("*.html")) or frozenset({"en"})


def read_language(text: str) -> str:
    """A language by the theme's code for it, or by its name in English or its own. PlansError where the
    theme has none.
    """
    wanted = text.strip().casefold()
    for said_as in (str, _english_name, language_name):
        for code in sorted(languages()):
            if said_as(code).casefold() == wanted:
                return code
    hint = did_you_mean(text, languages()) or "write its name or its code, as German, de or pt-BR"
    raise PlansError(f'the theme has no language "{text}": {hint}')


def _english_name(code: str) -> str:
    return language_name(code, "en")


def read_words(text: str) -> tuple[str, ...]:
    """A word, or `Word, Words`, or those and a third for after numbers. PlansError where it is neither."""
    words = tuple(one.strip() for one in text.split(","))
    if not 1 <= len(words) <= 3 or not all(words) or not text.isprintable():
        raise PlansError("write a word, or one and its plural, as `Pillar, Pillars`")
    return words


def read_labels(given: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The organisation's words from `NAME=WORD` options."""
    labels = {}
    for one in given:
        name, is_pair, words = one.partition("=")
        if not is_pair:
            raise click.UsageError("--label takes a name and a word, as --label theme=Pillar")
        if name not in NOUNS:
            raise PlansError(f'no word of ours is "{name}": {did_you_mean(name, NOUNS) or ", ".join(NOUNS)}')
        labels[name] = read_words(words)
    return labels


def ask_answers(said: Answers, wanted: Collection[str]) -> Answers:
    """Ask for what a site is made by, as far as it is wanted; Enter alone takes what was said, or the
    default.
    """
    organization, language = said.organization, said.language
    year, host, labels = said.fiscal_year_start, said.host, said.labels
    remote, repository = said.remote, said.repository
    site_url, publishes = said.site_url, said.publishes
    if "organization" in wanted:
        organization = ask("What is your organisation called?", organization, read_name)
    if "language" in wanted:
        question = "In which language is your plan? (its name or its code, as German or de)"
        language = ask(question, language, read_language)
    if "year" in wanted:
        months = ENGLISH.month_names
        question = "In which month does your financial year begin?"
        year = choose(question, [*months.items()], otherwise=f"take {months[year]}") or year
    if "repository" in wanted:
        question = "Where is its repository? (as https://github.com/our-org/plan; Enter if there is none yet)"
        remote = ask(question, remote, read_remote)
        repository = web_address(remote)
        host = host_of(repository) or host
    if "host" in wanted and not host_of(repository):
        taken = HOST_NAMES[host].partition(",")[0]
        question = "Where will its files be kept?"
        host = choose(question, [*HOST_NAMES.items()], otherwise=f"take {taken}") or host
    if "site_url" in wanted:
        question = "At which address will people read it? (Enter if you don't know yet)"
        site_url = ask(question, site_url or guess_site_url(repository), read_site_url)
    if "publish" in wanted and host != "none":
        question = f"Should {HOST_NAMES[host]} publish this site? (only if nothing else does)"
        publishes = click.confirm(question, default=False)
    if "labels" in wanted:
        labels = _ask_labels(labels, language)
    return replace(
        said,
        organization=organization,
        language=language,
        fiscal_year_start=year,
        labels=labels,
        host=host,
        repository=repository,
        remote=remote,
        site_url=site_url,
        publishes=publishes,
    )


def _ask_labels(said: Mapping[str, tuple[str, ...]], language: str) -> dict[str, tuple[str, ...]]:
    click.echo("What do you call these? (a word, or `Word, Words`; Enter keeps ours)")
    ours = Words(Language(language), {})
    labels = dict(said)
    for name, meaning in ASKED.items():
        own: Label = getattr(ours, name)
        if name in said:
            continue
        question = f"  {own.one}, {meaning}"
        words = read_words(ask(question, f"{own.one}, {own.many}", lambda text: ", ".join(read_words(text))))
        if words != (own.one, own.many):
            labels[name] = words
    return labels


def read_name(text: str) -> str:
    """A name in one line. PlansError where it holds what can't be printed."""
    if not text.strip() or not text.isprintable():
        raise PlansError("the name is empty or holds characters that can't be printed")
    return " ".join(text.split())
