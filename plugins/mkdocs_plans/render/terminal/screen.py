"""The terminal: how wide it is, what it can show, and the shapes that texts are laid out in."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mkdocs_plans.render.markdown_text import visible

NARROW = 76
"""Below so many columns a table's rows are written as blocks of lines. Our convention."""

ROOMY = 120
"""From so many columns on a table has all of its own. Our convention."""

PIPED = 200
"""How many columns there are where nobody looks on, so that a row stays one line."""

Row = Sequence[Text]


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

    def table(self, head: Sequence[str], rows: Sequence[Row], spare: Collection[str] = ()) -> RenderableType:
        """Lay out a table, whose first column names the row. Columns that hold nothing are left out, and
        the `spare` ones where there is little room. Where there is less, each row becomes a name with
        lines below it.
        """
        width = self._console.width
        used = [at for at in range(len(head)) if any(row[at] for row in rows)]
        if NARROW <= width < ROOMY:
            used = [at for at in used if head[at] not in spare]
        shown = [[row[at] for at in used] for row in rows]
        titles = [visible(head[at]) for at in used]
        return _blocks(titles, shown) if width < NARROW else _table(titles, shown, width)


def _table(head: Sequence[str], rows: Sequence[Row], width: int) -> Table:
    """The first column, which is there to be copied, isn't broken where it leaves room for the others."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    longest = max((row[0].cell_len for row in rows), default=0)
    for at, name in enumerate(head):
        least = longest if at == 0 and longest * 2 < width else None
        table.add_column(name, overflow="fold", min_width=least)
    for row in rows:
        table.add_row(*row)
    return table


def _blocks(head: Sequence[str], rows: Iterable[Row]) -> Table:
    """Each row as its name, and what it has below that, indented."""
    table = Table.grid()
    for name, *cells in rows:
        table.add_row(Text.assemble(name, style="bold"))
        for title, cell in zip(head[1:], cells, strict=True):
            if cell:
                table.add_row(Padding(Text.assemble((f"{title}: ", "dim"), cell), (0, 0, 0, 2)))
    return table


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
