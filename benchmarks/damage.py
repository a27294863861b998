"""Real plan files, damaged at random: an exception is a defect."""

from __future__ import annotations

from collections.abc import Iterator

import click

from benchmarks.figures import Figure
from tests.damage import check_damaged

DAMAGED = 20_000
"""How many damaged plan files are checked."""


def damage() -> Iterator[Figure]:
    """Check them all, and tell of each exception."""
    failed = 0
    for seed in range(DAMAGED):
        try:
            check_damaged(seed)
        except Exception as error:  # whatever it is: that it was raised is what is counted
            failed += 1
            click.echo(f"  damage {seed}: {error!r}", err=True)
    yield Figure("exceptions in damaged plan files", DAMAGED, failed, "", bound=0)
