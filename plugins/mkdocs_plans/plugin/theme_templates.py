"""The theme's templates, compiled once, and listed without hidden folders.

MkDocs lists all files of the theme in each build, and passes over those that are hidden or lie in a hidden
folder: Material has more than ten thousand icons in one. Its search compiles the words of a language three
times.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.theme import Theme


class CompiledTemplates(BytecodeCache):
    """Keeps what Jinja makes of each template, in memory: code from a file would be run unseen."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was made of the same text."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._kept[bucket.key, bucket.checksum] = bucket.code


def give_quickly(theme: Theme, compiled: CompiledTemplates) -> None:
    """Have what asks for a theme's templates given these."""
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.bytecode_cache = compiled
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
