"""What is due → what a person or a program reads: one format a file.

The `emit` of a format takes what is due, the longest overdue first, and gives text. Text and Markdown lay
out the agenda of `agenda.py`, which says it in the site's words; JSON has the values themselves.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from importlib import import_module

from mkdocs_plans.due import Due
from mkdocs_plans.wording.phrases import Phrases

Emit = Callable[[Sequence[Due], Phrases, datetime.date, Callable[[str], str]], str]
"""Takes what is due, what says it, the day up to which it is, and how a file is named to whoever reads it."""

FORMATS = ("text", "markdown", "json")
"""The formats by the name of their file, which `plans due --format` takes."""


def emitter(format_: str) -> Emit:
    """What writes a format. It is imported when it is asked for, so that no run waits for the others."""
    emit: Emit = import_module(f"{__name__}.{format_}").emit
    return emit
