"""A terminal: how wide it is, what it can show, and the texts, tables and blocks that are laid out in it.

Nothing in a plan can act on it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby, zip_longest

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

from mkdocs_plans.model import plain_text
from mkdocs_plans.wording.markdown_text import visible
from mkdocs_plans.wording.terminal_text import printable

PIPED = 200
"""How many columns there are where nobody looks on, so that a row stays one line."""

NARROW = 76
"""Below so many columns a table's rows are written as blocks of lines. Our convention."""

EASY = 14
"""A text isn't folded into less than this, so that it can be read. Our convention."""

LONG = 30
"""A word that is longer may be cut: not every script puts spaces between words. Our convention."""

GAP = 2
"""How many spaces stand between columns."""

Row = Sequence[Text]
"""A cell for each column. One of several lines stands in one line, with commas, where there is room."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column. The lines of its cells are never folded where it `is_whole`. It is left out
    where there is little room, the sparest first; what isn't spare never is.
    """

    title: str
    spare: int = 0
    is_whole: bool = False


class Screen:
    """Lays texts out for standard output: in colour where that is a terminal and `NO_COLOR` isn't set."""

    def __init__(self) -> None:
        said = os.environ.get("COLUMNS", "")
        piped = int(said) if said.isdigit() and int(said) else PIPED
        width = None if sys.stdout.isatty() else piped
        self._console = Console(width=width, highlight=False, markup=False, emoji=False)
        self._width = self._console.width  # asked for again and again, and looked up each time

    def written(self, blocks: Iterable[RenderableType]) -> str:
        """Write blocks below each other, with no white space at the ends of lines."""
        with self._console.capture() as captured:
            for is_laid, some in groupby(blocks, self._is_laid):
                if is_laid:
                    laid = chain.from_iterable(_lines(block, self._console) for block in some)
                    self._console.print(Segments(laid), crop=False)
                else:
                    for block in some:
                        self._console.print(block)
        return "".join(f"{line.rstrip()}\n" for line in captured.get().split("\n")).rstrip("\n") + "\n"

    def _is_laid(self, block: RenderableType) -> bool:
        """Whether all that is left to do with a block is to write it: for thousands, rich takes seconds."""
        return isinstance(block, _Table) or (isinstance(block, Text) and _fits(block, self._width))

    def table(self, columns: Sequence[Column], rows: Sequence[Row]) -> RenderableType:
        """Lay out a table, whose first column names the row, in the columns that there is room for."""
        return _fitted(columns, rows, self._width)


# --- texts and blocks -----------------------------------------------------------------------------


def plain(text: str | None, style: str = "") -> Text:
    """A text of the plan, without its markup."""
    return Text(visible(plain_text(text or "")), style=style)


def ours(text: str | None) -> Text:
    """A text of ours, without the marks that hold its direction on a page."""
    return Text(printable(text or ""))


def joined(texts: Iterable[Text], separator: str) -> Text:
    """Those texts that say something, in one line."""
    said = [text for text in texts if text]
    return said[0] if len(said) == 1 else Text(separator).join(said)


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


# --- tables ------------------------------------------------------------------------------------------


def _fitted(columns: Sequence[Column], rows: Sequence[Row], width: int) -> RenderableType:
    """Lay out a table, whose first column names the row; columns that hold nothing are left out. Where
    there is no room for all, texts are folded between their words, then spare columns are left out. Where
    even that is too wide, each row becomes a name with lines below it, and has all of its own.
    """
    filled = [
        _Filled(column, [row[at] for row in rows])
        for at, column in enumerate(columns)
        if any(row[at] for row in rows)
    ]
    if sum(one.most + GAP for one in filled) - GAP <= width >= NARROW:
        return _table(filled, width)
    shown = filled
    while _least(shown) > width and (spare := max(one.head.spare for one in shown)):
        shown = [one for one in shown if one.head.spare != spare]
    return _blocks(filled) if width < NARROW or _least(shown) > width else _table(shown, width)


@dataclass(frozen=True)
class _Filled:
    """A column with its cells. What is worked out of them is kept: it is asked for again and again."""

    head: Column
    cells: Sequence[Text]

    @property
    def title(self) -> str:
        return visible(self.head.title)

    @cached_property
    def flat(self) -> list[Text]:
        """The cells, each in one line."""
        return [joined(cell.split("\n"), ", ") if "\n" in cell.plain else cell for cell in self.cells]

    @cached_property
    def most(self) -> int:
        """How wide it is with nothing folded."""
        return max(Text(self.title).cell_len, *(cell.cell_len for cell in self.flat))

    @cached_property
    def least(self) -> int:
        """How narrow it may become."""
        if self.head.is_whole:
            lines = (line.cell_len for cell in self.cells for line in cell.split("\n"))
            return max(Text(self.title).cell_len, *lines)
        texts = (self.title, *(cell.plain for cell in self.cells))
        longest = max(Text(word).cell_len for text in texts for word in text.split())
        return min(self.most, max(EASY, min(LONG, longest)))


def _least(columns: Sequence[_Filled]) -> int:
    return sum(one.least + GAP for one in columns) - GAP


def _table(columns: Sequence[_Filled], width: int) -> _Table:
    room = width - GAP * (len(columns) - 1)
    is_roomy = sum(one.most for one in columns) <= room
    head = tuple(Text(one.title, "bold") for one in columns)
    rows = zip(*(one.flat if is_roomy else one.cells for one in columns), strict=True)
    return _Table(_shares(columns, room), (head, *rows))


@dataclass(frozen=True)
class _Table:
    """Rows in columns of these widths. A `rich.table.Table` measures, folds and pads each cell again, which
    for ten thousand rows takes longer than to read the plan.
    """

    widths: Sequence[int]
    rows: Sequence[Row]

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Segment]:
        """Answer rich, which asks what it prints for its pieces."""
        for row in self.rows:
            if all("\n" not in cell.plain and cell.cell_len <= width for cell, width in self._placed(row)):
                yield from self._line(console, row)
                continue
            cells = [cell.wrap(console, width, overflow="fold") for cell, width in self._placed(row)]
            for line in zip_longest(*cells, fillvalue=Text()):
                yield from self._line(console, line)

    def _placed(self, cells: Row) -> Iterator[tuple[Text, int]]:
        return zip(cells, self.widths, strict=True)

    def _line(self, console: Console, cells: Row) -> Iterator[Segment]:
        """Give one line, with spaces up to the next column."""
        gaps = (" " * (width - cell.cell_len + GAP) for cell, width in self._placed(cells))
        if console.color_system is None:
            plain = (cell.plain for cell in cells)
            yield Segment("".join(chain.from_iterable(zip(plain, gaps, strict=True))))
        else:
            for cell, gap in zip(cells, gaps, strict=True):
                yield from (*_segments(cell, console), Segment(gap))
        yield Segment.line()


def _fits(text: Text, width: int) -> bool:
    """Whether no line of a text is folded."""
    return all(cell_len(line) <= width for line in text.plain.split("\n"))


def _lines(block: RenderableType, console: Console) -> Iterable[Segment]:
    """What is laid out already, a line after the other."""
    if isinstance(block, Text):
        return (*_segments(block, console), Segment.line())
    assert isinstance(block, _Table)
    return block.__rich_console__(console, console.options)


def _segments(text: Text, console: Console) -> Iterable[Segment]:
    """A text as it stands, in its colours where they are shown."""
    if console.color_system is None:
        return (Segment(text.plain),)
    return text.render(console) if text.spans else (Segment(text.plain, console.get_style(text.style)),)


def _shares(columns: Sequence[_Filled], room: int) -> list[int]:
    """The width of each column: the widest is narrowed first, and none too far."""
    shares = [one.most for one in columns]
    least = [one.least for one in columns] if sum(shares) > room else []
    while sum(shares) > room:
        _, widest = max((share, at) for at, share in enumerate(shares) if share > least[at])
        shares[widest] -= 1
    return shares


def _blocks(columns: Sequence[_Filled]) -> Table:
    """Each row as its name, and what it has below that, indented."""
    grid = Table.grid()
    for name, *cells in zip(*(one.flat for one in columns), strict=True):
        grid.add_row(Text.assemble(name, style="bold"))
        for line in _named([one.title for one in columns[1:]], cells):
            grid.add_row(Padding(line, (0, 0, 0, 2)))
    return grid


def _named(titles: Iterable[str], cells: Iterable[Text]) -> Iterator[Text]:
    for title, cell in zip(titles, cells, strict=True):
        if cell:
            yield Text.assemble((f"{title}: ", "dim"), cell)
