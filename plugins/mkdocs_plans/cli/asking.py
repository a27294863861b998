"""Questions in a terminal: with the choices numbered, and with what Enter alone means."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from mkdocs_plans.errors import PlansError
from mkdocs_plans.report.text import printable

T = TypeVar("T")


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "", check: Callable[[str], str] = str) -> str:
    """Ask for a text; empty where there is none. What `check` refuses is said, and asked again."""
    while True:
        shown = bool(default)
        answer = click.prompt(printable(question), default=default, show_default=shown).strip()
        try:
            return check(answer) if answer else ""
        except PlansError as error:
            click.echo(f"  {printable(str(error))}")


def choose(
    question: str, choices: Sequence[tuple[T, str]], *, default: T | None = None, otherwise: str = "leave it"
) -> T | None:
    """Ask for one of some choices, each with its words; None where Enter alone is the answer and there is
    no default.
    """
    chosen = _choose(question, choices, default, f"Number (Enter to {otherwise})", _one)
    return chosen[0] if chosen else default


def choose_several(question: str, choices: Sequence[tuple[T, str]], *, otherwise: str = "none") -> list[T]:
    """Ask for some of some choices."""
    return _choose(question, choices, None, f"Numbers, as 1,3 (Enter for {otherwise})", _several)


def _choose(
    question: str,
    choices: Sequence[tuple[T, str]],
    default: T | None,
    prompt: str,
    read: Callable[[str, int], list[int]],
) -> list[T]:
    click.echo(printable(question))
    for number, (value, words) in enumerate(choices, 1):
        mark = "  (as it is)" if default is not None and value == default else ""
        click.echo(f"  {number:2}  {printable(words)}{mark}")
    while True:
        answer = click.prompt(prompt, default="", show_default=False).strip()
        try:
            return [choices[index][0] for index in read(answer, len(choices))] if answer else []
        except ValueError:
            click.echo(f"  write a number from 1 to {len(choices)}")


def _one(answer: str, count: int) -> list[int]:
    return [_index(answer, count)]


def _several(answer: str, count: int) -> list[int]:
    return list(dict.fromkeys(_index(part, count) for part in answer.replace(",", " ").split()))


def _index(answer: str, count: int) -> int:
    number = int(answer)
    if not 1 <= number <= count:
        raise ValueError(answer)
    return number - 1
