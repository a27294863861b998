"""A bar for whoever waits: for a plan to be read, and for what is then made of it."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

from mkdocs_plans.load import Known, Loaded, load
from mkdocs_plans.settings import Site
from mkdocs_plans.source import File, Source

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""From how many seconds on somebody who waits wants to know how long."""


def load_plan(source: Source, site: Site, known: Known | None = None) -> Loaded:
    """Read and resolve a plan as `load` does. Who waits at a terminal for longer than `PATIENCE` sees a bar
    on standard error, which is gone when the plan is read.
    """
    loaded = load(Shown(source, PATIENCE) if sys.stderr.isatty() else source, site, known)
    _leave_to_the_system(loaded)
    return loaded


def _leave_to_the_system(made: object) -> None:
    """Have the end of a command not take apart what it made, object by object."""
    circle: list[object] = [made]  # which the collector alone would take apart, and it is at rest
    circle.append(circle)


@dataclass(frozen=True)
class Shown:
    """A source that shows how many of its files were taken from it, after so many seconds of patience."""

    source: Source
    patience: float

    def read(self, path: str) -> File | None:
        """Give one file."""
        return self.source.read(path)

    def files(self) -> Iterator[File]:
        """Give the files; draw the bar for those that are left when patience is at its end."""
        files = deque(self.source.files())
        number, until = len(files), monotonic() + self.patience
        while files and monotonic() < until:
            yield files.popleft()
        if files:
            yield from _with_bar(files, number)


def _with_bar(files: deque[File], number: int) -> Iterator[File]:
    from rich.console import Console  # noqa: PLC0415 - for large plans alone
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = TextColumn("Reading the plan"), BarColumn(), MofNCompleteColumn(), TextColumn("files")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=number, completed=number - len(files))
        while files:
            yield files.popleft()
            bar.advance(task)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show a bar at a terminal that moves until some work is done, once that takes longer than `PATIENCE`."""
    bars: list[Progress] = []
    timer = Timer(PATIENCE, lambda: bars.append(_moving_bar(what)))
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if timer.ident:
            timer.join()  # it may just be about to draw
        for bar in bars:
            bar.stop()


def _moving_bar(what: str) -> Progress:
    from rich.console import Console  # noqa: PLC0415 - for large plans alone
    from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

    bar = Progress(TextColumn(what), BarColumn(), console=Console(stderr=True), transient=True)
    bar.add_task("", total=None)
    bar.start()
    return bar
