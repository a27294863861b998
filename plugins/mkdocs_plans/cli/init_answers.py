"""What `plans init` is told by its options, and asks for in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import click
from babel.dates import get_month_names

from mkdocs_plans.authoring.starter import Answers
from mkdocs_plans.cli.asking import ask, choose
from mkdocs_plans.errors import PlansError
from mkdocs_plans.findings import did_you_mean
from mkdocs_plans.render.language import Language
from mkdocs_plans.render.words import NOUNS, Words
from mkdocs_plans.settings import Label

ASKED = ("theme", "strategy", "tactic", "goal", "dri")
"""The words that a terminal asks for; the others are set in mkdocs.yml."""

HOST_NAMES = {"github": "GitHub", "gitlab": "GitLab", "none": "none, or another one"}


@cache
def languages() -> frozenset[str]:
    """The languages that the theme speaks, as it names them."""
    found = find_spec("material")
    folders = (found.submodule_search_locations or ()) if found else ()
    there = (Path(one) / "templates/partials/languages" for one in folders)
    return frozenset(path.stem for folder in there for path in folder.glob("*.html")) or frozenset({"en"})


def language_of(text: str) -> str:
    """A language by the theme's name for it. PlansError where it has none."""
    if text in languages():
        return text
    hint = did_you_mean(text, languages()) or "write its code, as de or pt-BR"
    raise PlansError(f'the theme has no language "{text}": {hint}')


def month_of(text: str) -> int:
    """The number of a month. PlansError where it is none."""
    if text.isdecimal() and 1 <= int(text) <= 12:
        return int(text)
    raise PlansError("write the number of a month, 1 to 12")


def words_of(text: str) -> tuple[str, ...]:
    """A word, or `Word, Words`. PlansError where it is neither."""
    words = tuple(one.strip() for one in text.split(","))
    if not 1 <= len(words) <= 2 or not all(words) or not text.isprintable():
        raise PlansError("write a word, or one and its plural, as `Pillar, Pillars`")
    return words


def labels_of(given: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The organisation's words from `NAME=WORD` options."""
    labels = {}
    for one in given:
        name, is_pair, words = one.partition("=")
        if not is_pair:
            raise click.UsageError("--label takes a name and a word, as --label theme=Pillar")
        if name not in NOUNS:
            raise PlansError(f'no word of ours is "{name}": {did_you_mean(name, NOUNS) or ", ".join(NOUNS)}')
        labels[name] = words_of(words)
    return labels


def asked(said: Answers, *, is_new: bool) -> Answers:
    """Ask for what a site is made by; Enter alone takes what stands there. In a site that is there, its
    language is its own.
    """
    organization = ask("What is your organisation called?", said.organization, name_of)
    language = said.language
    if is_new:
        language = ask("In which language is your plan? (a code, as en, de, pt-BR)", language, language_of)
    months = get_month_names("wide", locale="en")
    month = choose(
        "In which month does your financial year begin?",
        [(number, str(name)) for number, name in months.items()],
        default=said.fiscal_year_start,
        otherwise="take January",
    )
    host = choose(
        "Where will its files be kept?", [*HOST_NAMES.items()], default=said.host, otherwise="take GitHub"
    )
    return Answers(organization, language, month or 1, _asked_labels(said, language), host or "github")


def _asked_labels(said: Answers, language: str) -> dict[str, tuple[str, ...]]:
    click.echo("What do you call these? (a word, or `Word, Words`; Enter keeps ours)")
    ours = Words(Language(language), {})
    labels = dict(said.labels)
    for name in ASKED:
        own: Label = getattr(ours, name)
        default = ", ".join(labels.get(name, (own.one, own.many)))
        words = words_of(ask(f"  {own.one}", default, lambda text: ", ".join(words_of(text))))
        if words != (own.one, own.many):
            labels[name] = words
    return labels


def name_of(text: str) -> str:
    """A name in one line. PlansError where it holds what can't be printed."""
    if not text.strip() or not text.isprintable():
        raise PlansError("the name is empty or holds signs that can't be printed")
    return " ".join(text.split())
