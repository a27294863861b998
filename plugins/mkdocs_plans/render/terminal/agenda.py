"""What is due as a terminal shows it: a table for each person."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from mkdocs_plans.render.agenda import Agenda, Entry
from mkdocs_plans.render.terminal.screen import Screen
from mkdocs_plans.render.terminal.table import Column
from mkdocs_plans.render.terminal.words import plain

_ROOM = ((0, False), (2, False), (0, True), (0, False), (1, False))
"""For each column whether it is left out where there is little room, and whether it stays whole."""


def agenda_blocks(agenda: Agenda, screen: Screen) -> list[RenderableType]:
    """What is due in one line, then each person's table, the most pressing first in each."""
    blocks: list[RenderableType] = [Text(agenda.summary, "bold")]
    columns = [Column(title, *room) for title, room in zip(agenda.head, _ROOM, strict=True)]
    for group in agenda.groups:
        handle = f"  {group.handle}" if group.handle else ""
        blocks.append(Text.assemble("\n", plain(group.name, "bold cyan"), (handle, "dim")))
        blocks.append(screen.table(columns, [_row(entry) for entry in group.entries]))
    return blocks


def _row(entry: Entry) -> tuple[Text, ...]:
    style = "red" if entry.is_overdue else ""
    return (
        plain(entry.what), plain(entry.kind, "dim"), plain(entry.day), plain(entry.when, style),
        plain(entry.of, "dim"),
    )  # fmt: skip
