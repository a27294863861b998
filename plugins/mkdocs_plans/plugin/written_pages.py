"""What a build has written, and what of it we never saw: pages that other plugins write themselves."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs_plans.plugin.views import has_views


class WrittenPages:
    """The pages that went through our hands, by where they are written."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def add(self, path: str) -> None:
        """Note a page."""
        self._seen.add(path)

    def with_views_left(self, site_dir: Path) -> Iterator[str]:
        """Give the pages below a folder that still hold the comment of a view, of those that we never saw."""
        for folder, _, names in os.walk(site_dir):
            for name in sorted(name for name in names if name.endswith(".html")):
                if f"{folder}{os.sep}{name}" not in self._seen:
                    path = Path(folder, name)
                    if has_views(path.read_text("utf-8", "replace")):
                        yield path.relative_to(site_dir).as_posix()
