"""A review → what a person in a terminal, a code host or a program reads: one format a file.

All of them write what `changes` tells; they differ in how they escape it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from mkdocs_plans.changes import Review, Teller

Emit = Callable[[Review, Teller, Callable[[str], str], int], str]
"""Takes the review, what tells it, how a file is named to whoever reads it, and the most characters that a
report for a code host may have.
"""

FORMATS = {"text": False, "markdown": True, "json": False}
"""The formats by the name of their file, which `plans diff --format` takes, and whether a code host shows
them: then they name files from the root of the repository.
"""


def emitter(format_: str) -> Emit:
    """What writes a format. It is imported when it is asked for, so that no run waits for the others."""
    emit: Emit = import_module(f"{__name__}.{format_}").emit
    return emit
