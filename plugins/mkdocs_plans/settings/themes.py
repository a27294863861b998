"""Where a theme keeps its files, found without loading it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import yaml


@cache
def theme_folders(name: str) -> tuple[Path, ...]:
    """The folders of an installed theme's files, then those of the theme that it extends; none where there
    is no such theme here.
    """
    return tuple(_folders(name, frozenset()))


def _folders(name: str, seen: frozenset[str]) -> Iterator[Path]:
    modules = [point.value for point in entry_points(group="mkdocs.themes") if point.name == name]
    spec = find_spec(modules[0]) if modules else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place)
        yield folder
        settings = folder / "mkdocs_theme.yml"
        said = yaml.safe_load(settings.read_text("utf-8")) if settings.is_file() else None
        above = said.get("extends") if isinstance(said, dict) else None
        if isinstance(above, str) and above not in seen:
            yield from _folders(above, seen | {name})
