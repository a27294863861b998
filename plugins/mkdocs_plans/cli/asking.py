"""Questions in a terminal: with the choices numbered, and with what Enter alone means."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import click

from mkdocs_plans.errors import PlansError
from mkdocs_plans.wording.terminal_text import printable

T = TypeVar("T")

MANY = 20
"""How many choices are listed at once. Our convention."""


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "", check: Callable[[str], str] = str) -> str:
    """Ask for a text; empty where there is none. What `check` refuses is said, and asked again."""
    while True:
        suffix = " " if question.endswith("?") else ": "
        shown = bool(default)
        answer = click.prompt(
            printable(question), default=default, show_default=shown, prompt_suffix=suffix
        ).strip()
        try:
            return check(answer) if answer else ""
        except PlansError as error:
            click.echo(f"  {printable(str(error))}")


def choose(
    question: str,
    choices: Sequence[tuple[T, str]],
    *,
    default: T | None = None,
    otherwise: str = "leave it",
    refuse: Callable[[str], str] | None = None,
) -> T | None:
    """Ask for one of some choices, each with its words; what Enter alone means where there is no default.
    `refuse` says what words that mean none of them are answered with.
    """
    prompt = f"Number, or a part of its words (Enter to {otherwise})"
    chosen = _choose(question, choices, default, _Way(prompt, lambda answer: [answer], refuse))
    return chosen[0] if chosen else default


def choose_several(question: str, choices: Sequence[tuple[T, str]]) -> list[T]:
    """Ask for some of some choices."""
    way = _Way("Numbers, as 1,3 (Enter for none)", lambda answer: answer.replace(",", " ").split())
    return _choose(question, choices, None, way)


@dataclass(frozen=True, slots=True)
class _Way:
    """How a choice is asked for: how it is typed, what an answer consists of, what else is told of one
    that means nothing.
    """

    prompt: str
    split: Callable[[str], list[str]]
    refuse: Callable[[str], str] | None = None


def _choose(question: str, choices: Sequence[tuple[T, str]], default: T | None, way: _Way) -> list[T]:
    """Ask until the answer is one. Of a long list, those are shown that the answer may mean."""
    click.echo(printable(question))
    words = [words + "  (as it is)" * (default is not None and value == default) for value, words in choices]
    _show(words, range(len(words)))
    while True:
        answer = click.prompt(way.prompt, default="", show_default=False).strip()
        if not answer:
            return []
        meant = {part: _meant(part, words) for part in way.split(answer)}
        if all(len(indexes) == 1 for indexes in meant.values()):
            return [choices[index][0] for index in dict.fromkeys(index for [index] in meant.values())]
        none = next((part for part, indexes in meant.items() if not indexes), None)
        if none is None:
            _show(words, next(indexes for indexes in meant.values() if len(indexes) > 1))
        elif way.refuse and not none.isdecimal():
            click.echo(f"  {printable(way.refuse(none))}")
        else:
            said = f'"{none}" is none of these: {write_one(len(choices))}, or a part of its words'
            click.echo(f"  {printable(said)}")


def write_one(number: int) -> str:
    """Say how one of so many choices is named."""
    return "write 1" if number == 1 else f"write a number from 1 to {number}"


def _show(words: Sequence[str], indexes: Sequence[int]) -> None:
    for index in indexes[:MANY]:
        click.echo(f"  {index + 1:2}  {printable(words[index])}")
    if len(indexes) > MANY:
        click.echo(f"  … and {len(indexes) - MANY} more: write a part of the words")


def _meant(answer: str, words: Sequence[str]) -> list[int]:
    """The positions of the choices that an answer may mean, by number or by a part of the words."""
    if answer.isdecimal():
        return [int(answer) - 1] if 1 <= int(answer) <= len(words) else []
    return [index for index, one in enumerate(words) if answer.casefold() in one.casefold()]
