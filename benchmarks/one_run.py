"""One measurement in a process of its own: `python -m benchmarks.one_run check CONFIG`.

Prints what it measured as JSON. Times are those of the processor, so that what else runs on the machine
counts for little; what is imported is there before the clock starts.
"""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import os
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


def check(config: Path) -> dict[str, float]:
    """Measure `plans check` as the shell runs it, from the reading of mkdocs.yml to the report."""
    import mkdocs_plans.cli.check  # noqa: F401, PLC0415 - imported by the process that measures it
    from mkdocs_plans.cli import main  # noqa: PLC0415

    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        start = time.process_time()
        try:
            main(["check", "--config-file", str(config)], standalone_mode=False)
        except SystemExit:  # how the command ends
            return _used(start)
    raise AssertionError("the command came back")


def baseline(config: Path) -> dict[str, float]:
    """Measure the least that any check must do: read the files, and have libyaml read their front
    matter.
    """
    gc.disable()  # as the check does
    start = time.process_time()
    kept = [_front_matter(path) for path in sorted((config.parent / "plans").rglob("*.md"))]
    return _used(start) | {"files": len(kept)}


def _front_matter(path: Path) -> Any:
    match = _FRONT_MATTER.match(path.read_text("utf-8"))
    return yaml.load(match[1], yaml.CSafeLoader) if match else None


def build(config: Path) -> dict[str, float]:
    """Measure `mkdocs build`, and how much of it goes by within our hooks."""
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415 - only this run needs them
    from mkdocs.config import load_config  # noqa: PLC0415

    from mkdocs_plans.plugin import PlansPlugin  # noqa: PLC0415

    hooks = _Clock()
    hooks.watch(PlansPlugin)
    logging.disable()
    start = time.process_time()
    loaded = load_config(str(config), site_dir=str(config.parent / "site"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build_site(loaded)
    return _used(start) | {"hooks": hooks.seconds}


class _Clock:
    """Sums the time that goes by within the hooks of a plugin."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def watch(self, plugin: type) -> None:
        """Have the time of each of a plugin's hooks counted."""
        for name in [name for name in vars(plugin) if name.startswith("on_")]:
            setattr(plugin, name, self._timed(getattr(plugin, name)))

    def _timed(self, hook: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:
            start = time.process_time()
            try:
                return hook(*args, **kwargs)
            finally:
                self.seconds += time.process_time() - start

        return timed


def _used(start: float) -> dict[str, float]:
    """Seconds since a start, and the most memory that the process has had, in MB."""
    seconds = time.process_time() - start
    return {"seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


RUNS = {"check": check, "baseline": baseline, "build": build}

if __name__ == "__main__":
    print(json.dumps(RUNS[sys.argv[1]](Path(sys.argv[2]))))
