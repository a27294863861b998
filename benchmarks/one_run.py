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

    return _command("check", config)


def diff(config: Path) -> dict[str, float]:
    """Measure `plans diff` from the last commit to the files on disk, git's own time included."""
    import mkdocs_plans.cli.diff  # noqa: F401, PLC0415 - imported by the process that measures it

    return _command("diff", config, "HEAD")


def _command(name: str, config: Path, *more: str) -> dict[str, float]:
    from mkdocs_plans.cli import main  # noqa: PLC0415 - only these runs need it

    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        start = _time()
        with contextlib.suppress(SystemExit):  # how a check ends
            main([name, "--config-file", str(config), *more], standalone_mode=False)
        return _used(start)


def baseline(config: Path) -> dict[str, float]:
    """Measure the least that any check must do: read the files, and have libyaml read their front
    matter.
    """
    gc.disable()  # as the check does
    start = _time()
    kept = [_front_matter(path) for path in sorted((config.parent / "plans").rglob("*.md"))]
    return _used(start) | {"files": len(kept)}


def _front_matter(path: Path) -> Any:
    match = _FRONT_MATTER.match(path.read_text("utf-8"))
    return yaml.load(match[1], yaml.CSafeLoader) if match else None


def build(config: Path) -> dict[str, float]:
    """Measure `mkdocs build`, and how much of it goes by within our hooks."""
    from mkdocs.commands.build import build as build_site  # noqa: PLC0415 - only this run needs them
    from mkdocs.config import load_config  # noqa: PLC0415 - as above

    from mkdocs_plans.plugin import PlansPlugin  # noqa: PLC0415 - as above

    hooks = _Clock()
    hooks.watch(PlansPlugin)
    logging.disable()
    start = _time()
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


def _time() -> float:
    """Seconds of the processor so far, those of the commands that have been run among them."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _used(start: float) -> dict[str, float]:
    """Seconds since a start, and the most memory that the process has had, in MB."""
    seconds = _time() - start
    return {"seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


RUNS = {"check": check, "diff": diff, "baseline": baseline, "build": build}

if __name__ == "__main__":
    print(json.dumps(RUNS[sys.argv[1]](Path(sys.argv[2]))))
