"""`python -m tests.neighbours`: strict builds beside every other plugin that is installed.

Each plugin is tried before and after ours, in a site with a `nav` of its own and in one without, with
MkDocs' validation at its strictest; with `--example` in the example site too. What isn't installed is named
and left out. The guide's table says the same, or this ends with 1; `--write` writes it anew.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.neighbours.listed import NEIGHBOURS, Neighbour
from tests.neighbours.table import Row, told, version_of, write
from tests.neighbours.trial import Trial, try_neighbour


def try_all(neighbours: Sequence[Neighbour], *, in_example: bool) -> Iterator[Row]:
    """Try plugins, each in a process of its own, and print what is wrong; give the row of each."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn, max_tasks_per_child=1) as pool:
        tried = pool.map(partial(try_neighbour, in_example=in_example), neighbours)
        for neighbour, found in zip(neighbours, tried, strict=True):
            for trial, problems in found:
                print(f"{trial.name}: {'; '.join(problems) or 'works'}", flush=True)
            yield Row(neighbour, version_of(neighbour), works(found, before=True), works(found, before=False))


def works(found: Sequence[tuple[Trial, Sequence[str]]], *, before: bool) -> bool:
    """Whether nothing is wrong with ours before a plugin, or after it."""
    return not any(problems for trial, problems in found if trial.is_before is before)


def differing(rows: Sequence[Row], lines: Mapping[str, str]) -> list[str]:
    """The plugins of which the guide's table says something else."""
    return [row.neighbour.title for row in rows if lines.get(row.neighbour.title) != row.line]


def main() -> None:
    """Try what is asked for; exit status 1 where the guide tells something else."""
    parser = argparse.ArgumentParser(prog="python -m tests.neighbours", description=__doc__)
    parser.add_argument("names", nargs="*", help="the plugins to try; without, all that are installed")
    parser.add_argument("--example", action="store_true", help="try the example site, too")
    parser.add_argument("--write", action="store_true", help="write the guide's table anew")
    asked = parser.parse_args()
    for role in ("AUTHOR", "COMMITTER"):
        os.environ.update({f"GIT_{role}_NAME": "Ada Author", f"GIT_{role}_EMAIL": "ada@example.org"})
    chosen = [one for one in NEIGHBOURS if not asked.names or one.title in asked.names]
    if missing := [one.package for one in chosen if not version_of(one)]:
        print(f"not installed, and left out: {' '.join(missing)}")
    rows = [*try_all([one for one in chosen if version_of(one)], in_example=asked.example)]
    if asked.write:
        write(rows)
    if others := differing(rows, told()):
        sys.exit(f"the guide's table tells something else of: {', '.join(others)}")


if __name__ == "__main__":
    main()
