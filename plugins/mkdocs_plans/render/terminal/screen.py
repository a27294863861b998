"""The terminal: how wide it is, what it can show, and the shapes that texts are laid out in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mkdocs_plans.render.terminal.table import Column, Row, table
from mkdocs_plans.wording.markdown_text import visible

PIPED = 200
"""How many columns there are where nobody looks on, so that a row stays one line."""


class Screen:
    """Lays texts out for standard output: in colour where that is a terminal and `NO_COLOR` isn't set."""

    def __init__(self) -> None:
        said = os.environ.get("COLUMNS", "")
        piped = int(said) if said.isdigit() and int(said) else PIPED
        width = None if sys.stdout.isatty() else piped
        self._console = Console(width=width, highlight=False, markup=False, emoji=False)

    def written(self, blocks: Iterable[RenderableType]) -> str:
        """Write blocks below each other, with no white space at the ends of lines."""
        with self._console.capture() as captured:
            for block in blocks:
                self._console.print(block)
        return "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")).rstrip("\n") + "\n"

    def table(self, columns: Sequence[Column], rows: Sequence[Row]) -> RenderableType:
        """Lay out a table in the columns that there is room for."""
        return table(columns, rows, self._console.width)


def pairs(facts: Iterable[tuple[str, Text]]) -> RenderableType:
    """Lay out facts, each with its name before it; those with nothing to say are left out."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for name, fact in facts:
        if fact:
            table.add_row(visible(name), fact)
    return table


def indented(block: RenderableType) -> RenderableType:
    """Move a block to the right."""
    return Padding(block, (0, 0, 0, 2))


def heading(text: str) -> Text:
    """The heading of a section, with a line above it."""
    return Text(f"\n{visible(text)}", style="bold cyan")
