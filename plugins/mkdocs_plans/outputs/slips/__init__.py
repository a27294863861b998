"""Dates that moved → what a person or a program reads: one format a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from mkdocs_plans.history import History, Slip
from mkdocs_plans.wording.phrases import Phrases

Emit = Callable[[Sequence[Slip], History | None, Phrases, Callable[[str], str]], str]
"""Takes what moved, the history that it is known from, what says it, and how a file is named to whoever reads
it.
"""

FORMATS = ("text", "markdown", "json")
"""The formats by the name of their file, which `plans slips --format` takes."""


def emitter(format_: str) -> Emit:
    """What writes a format. It is imported when it is asked for, so that no run waits for the others."""
    emit: Emit = import_module(f"{__name__}.{format_}").emit
    return emit
