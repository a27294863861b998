"""What is due as a terminal shows it: a table for each person."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from rich.console import RenderableType
from rich.text import Text

from mkdocs_plans.due import Due
from mkdocs_plans.outputs.due.agenda import Entry, agenda_of
from mkdocs_plans.outputs.screen import Column, Screen, plain
from mkdocs_plans.wording.phrases import Phrases

_ROOM = ((0, False), (2, False), (0, True), (0, False), (1, False))
"""For each column whether it is left out where there is little room, and whether it stays whole."""


def emit(found: Sequence[Due], said: Phrases, until: datetime.date, _: Callable[[str], str]) -> str:
    """Write what is due in one line, then each person's table, the most pressing first in each."""
    agenda, screen = agenda_of(said, found, until), Screen()
    blocks: list[RenderableType] = [Text(agenda.summary, "bold")]
    columns = [Column(title, *room) for title, room in zip(agenda.head, _ROOM, strict=True)]
    for group in agenda.groups:
        handle = f"  {group.handle}" if group.handle else ""
        blocks.append(Text.assemble("\n", plain(group.name, "bold cyan"), (handle, "dim")))
        blocks.append(screen.table(columns, [_row(entry) for entry in group.entries]))
    return screen.written(blocks)


def _row(entry: Entry) -> tuple[Text, ...]:
    style = "red" if entry.is_overdue else ""
    return (
        plain(entry.what), plain(entry.kind, "dim"), plain(entry.day), plain(entry.when, style),
        plain(entry.of, "dim"),
    )  # fmt: skip
