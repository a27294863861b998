"""What became of a plan as a terminal shows it: a block for each change."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import click

from mkdocs_plans.history import Edit, Event
from mkdocs_plans.history import said as sentence
from mkdocs_plans.model import plain_text
from mkdocs_plans.outputs.log import Shown, notes_of, title_of
from mkdocs_plans.wording.phrases import Phrases
from mkdocs_plans.wording.terminal_text import printable

LONGEST = 300
"""How many characters of one text are shown. Our convention."""


def emit(shown: Shown, said: Phrases, shown_path: Callable[[str], str]) -> str:
    """Write each change with its day and its commit, and what it did to each plan."""
    blocks = [click.style(_plain(plain_text(title_of(shown, said))), bold=True)]
    blocks += ("\n".join(_event(event, shown, said, shown_path)) for event in shown.events)
    blocks += (click.style(_plain(note), fg="yellow") for note in notes_of(shown, said))
    return "\n\n".join(blocks) + "\n"


def _event(event: Event, shown: Shown, said: Phrases, shown_path: Callable[[str], str]) -> Iterator[str]:
    day = said.formats.day(event.day).text
    author = f"  {click.style(_plain(event.author), dim=True)}" if event.author else ""
    yield f"{click.style(day, fg='cyan', bold=True)}  {click.style(event.short, dim=True)}{author}"
    for step in event.meaning.files:
        if not step.edits:
            continue
        if not shown.title:
            path = shown_path(step.now or step.was or "")
            title = click.style(_plain(plain_text(step.title)), bold=True)
            yield f"  {title} {click.style(_plain(path), dim=True)}"
        yield from map(_line, step.edits)
    for person in event.meaning.people:
        yield f"  {click.style(_plain(person.name), bold=True)} {click.style(person.handle, dim=True)}"
        yield from map(_line, person.edits)


def _line(edit: Edit) -> str:
    text = sentence(edit.line).written(_plain)
    pointed = f"{click.style(_plain(edit.pointed), fg='yellow')}: " if edit.pointed else ""
    return f"    {pointed}{text}"


def _plain(text: str) -> str:
    plain = printable(" ".join(text.split()))
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
