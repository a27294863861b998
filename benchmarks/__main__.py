"""`python -m benchmarks`: measure, print a table, and exit with 1 where a bound is broken."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from benchmarks import page, works
from benchmarks.damage import damage
from benchmarks.figures import Figure, table
from benchmarks.past import past
from benchmarks.peers.compared import peers
from benchmarks.search import searches
from benchmarks.sites import GeneratedSite

SIZES = (100, 1000, 2000, 3000)
TIMES = {100: 5, 1000: 5, 2000: 1}
"""How often each command is run, by the number of plans; 3 where nothing is said."""

PEER_SIZES = (1000, 2000)
"""Where other tools are measured."""


@click.command()
@click.option(
    "--long", "is_long", is_flag=True, help="Measure at 10,000 plans too; some twenty minutes more."
)
@click.option("--peers", "has_peers", is_flag=True, help="Measure other tools over the same plans too.")
@click.option("--sizes", default=",".join(map(str, SIZES)), show_default=True, help="Numbers of plans.")
@click.option(
    "--times", type=int, help="How often each command is run; by default as often as its size allows."
)
@click.option("--page", "folder", type=click.Path(path_type=Path), help="Write the page into this folder.")
def main(is_long: bool, has_peers: bool, sizes: str, times: int | None, folder: Path | None) -> None:
    """Measure what a user waits for, on generated plans."""
    numbers = [*map(int, sizes.split(",")), *([works.AT_MOST] if is_long else [])]
    if has_peers and not set(numbers) & set(PEER_SIZES):
        raise click.UsageError(f"other tools are measured at {' and '.join(map(str, PEER_SIZES))} plans")
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="plans-bench-") as work:
        for number in numbers:
            site = GeneratedSite(Path(work), number)
            compared = peers(site) if has_peers and number in PEER_SIZES else ()
            for figure in chain(_measured(site, times, is_long), compared):
                figures.append(figure)
                click.echo(f"  {figure.plans:,} plans: {figure.work}", err=True)
    figures += works.growth(figures)
    figures += damage() if is_long else ()
    click.echo(table(figures))
    if folder:
        page.write(folder, figures)
    sys.exit(not all(figure.holds for figure in figures))


def _measured(site: GeneratedSite, times: int | None, is_long: bool) -> Iterator[Figure]:
    """All that is measured at one size."""
    times = times or TIMES.get(site.number, 3)
    yield from works.build(site, times)
    yield from works.pages(site)
    yield from works.saves(site, times)
    yield from works.check(site, times)
    yield from works.commands(site, times)
    if site.number == 1000:
        yield from works.shell(site, times)
        yield from past(site.folder.parent, min(times, 3))
        yield from searches(site) if is_long else ()


main()
