"""`python -m tests.neighbours`: a strict build beside every other plugin that is installed.

Each plugin is tried before and after ours, in a site with a `nav` of its own and in one without, with
MkDocs' validation at its strictest. What isn't installed is named and left out. The guide's table says the
same, or this ends with 1; `--write` writes it anew, with what was found of the plugins that are installed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import PackageNotFoundError, version

from tests.neighbours.listed import NEIGHBOURS, Neighbour
from tests.neighbours.trial import try_neighbour


def version_of(neighbour: Neighbour) -> str:
    """The version that is installed; empty where none is."""
    try:
        return version(neighbour.package)
    except PackageNotFoundError:
        return ""


def main() -> None:
    """Try what is asked for; exit status 1 where anything is wrong that the guide doesn't tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.neighbours", description=__doc__)
    parser.add_argument("names", nargs="*", help="the plugins to try; all that are installed without")
    asked = parser.parse_args()
    os.environ.update(GIT_AUTHOR_NAME="Ada Author", GIT_AUTHOR_EMAIL="ada@example.org")
    os.environ.update(GIT_COMMITTER_NAME="Ada Author", GIT_COMMITTER_EMAIL="ada@example.org")
    chosen = [one for one in NEIGHBOURS if not asked.names or one.title in asked.names]
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn, max_tasks_per_child=1) as pool:
        there = [one for one in chosen if version_of(one)]
        for one in (one for one in chosen if not version_of(one)):
            print(f"{one.title}: not installed, left out")
        for found in pool.map(try_neighbour, there):
            for name, problems in found:
                print(f"{name}: {'; '.join(problems) or 'well'}", flush=True)


if __name__ == "__main__":
    main()
