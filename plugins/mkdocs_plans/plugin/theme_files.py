"""The files of a theme, listed without its hidden folders.

MkDocs lists all files of the theme in each build, and passes over those that are hidden or lie in a hidden
folder: Material has more than ten thousand icons in one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


def list_quickly(theme: Theme) -> None:
    """Have what MkDocs asks of a theme's templates given so."""
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        if type(env.loader) is FileSystemLoader:
            folders = env.loader.searchpath
            env.loader.list_templates = lambda: _seen(folders)  # type: ignore[method-assign]
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def _seen(folders: list[str]) -> list[str]:
    return sorted({name for folder in folders for name in _below(folder, "")})


def _below(folder: str, name: str) -> Iterator[str]:
    """The names of the files in a folder and below it."""
    try:
        entries = [entry for entry in os.scandir(folder) if not entry.name.startswith(".")]
    except OSError:
        return  # as `os.walk` does
    for entry in entries:
        if not entry.is_dir():
            yield name + entry.name
        elif not entry.is_symlink():
            yield from _below(entry.path, f"{name}{entry.name}/")
