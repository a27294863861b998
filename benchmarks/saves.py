"""What a save costs while a site is served: `python -m benchmarks.saves FOLDER TIMES` builds a site as
`mkdocs serve` does, and again after each save; it prints the processor's seconds of each build, as JSON.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from mkdocs.commands.build import build
from mkdocs.config import load_config

KINDS = {"text": (r"\Z", "\nSaved.\n"), "field": (r"(?m)^(outcome: .*)$", r"\1 Saved.")}
"""What an author changes of a tactic: a pattern in its file, and what is put in its place."""

_ADDRESS = "http://127.0.0.1:8000/"


def main() -> None:
    """Build, and build again after saves of each kind, each of another tactic."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    tactics = iter(sorted(folder.glob("plans/tactics/*/*.md")))
    with tempfile.TemporaryDirectory() as site:
        took = {"clean": [_built(folder, site, is_first=True)]}
        for kind, (pattern, text) in KINDS.items():
            took[kind] = [_built(folder, site) for _ in _saved(tactics, times, pattern, text)]
    print(json.dumps(took))


def _saved(tactics: Iterator[Path], times: int, pattern: str, text: str) -> Iterator[None]:
    for _, path in zip(range(times), tactics, strict=False):
        before = path.read_text("utf-8")
        path.write_text(re.sub(pattern, text, before, count=1), "utf-8")
        yield


def _built(folder: Path, site: str, *, is_first: bool = False) -> float:
    start = process_time()
    config = load_config(str(folder / "mkdocs.yml"), site_dir=site)
    config.site_url = _ADDRESS
    if is_first:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=_ADDRESS)
    return process_time() - start


if __name__ == "__main__":
    main()
