"""`plans check --watch`: check again whenever a file of the plan is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue

import click

from mkdocs_plans.settings import Site

QUIET = 0.1
"""Seconds without a further change after which a burst of changes is over: editors save in steps."""


def watch(site: Site, run: Callable[[], None]) -> None:
    """Run now, and again after each change in the plan's folder or mkdocs.yml, until interrupted.

    Each run stands between the lines `plans: checking` and `plans: waiting for a change`, by which an
    editor knows that a list of problems begins and ends.
    """
    changes = _changes(site)
    while True:
        click.echo("plans: checking")
        run()
        click.echo("plans: waiting for a change")
        changes.get()
        _drain(changes)


def _drain(changes: Queue[str]) -> None:
    """Wait until a burst of changes is over."""
    while True:
        try:
            changes.get(timeout=QUIET)
        except Empty:
            return


def _changes(site: Site) -> Queue[str]:
    """Start to watch; every path that changes from now on comes out of the queue."""
    from watchdog.events import FileSystemEvent, FileSystemEventHandler  # noqa: PLC0415 - for --watch alone
    from watchdog.observers import Observer  # noqa: PLC0415 - as above

    changes: Queue[str] = Queue()

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in {"created", "modified", "moved", "deleted"} and not event.is_directory:
                changes.put(str(event.src_path))

    class ConfigHandler(Handler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if site.config_path in {Path(str(event.src_path)), Path(str(event.dest_path))}:
                super().on_any_event(event)

    observer = Observer()
    observer.schedule(Handler(), str(site.docs_dir), recursive=True)
    observer.schedule(ConfigHandler(), str(site.root))
    observer.daemon = True
    observer.start()
    return changes
