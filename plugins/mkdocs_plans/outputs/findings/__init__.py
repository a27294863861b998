"""Findings → what a person or a program reads: one format a file.

The `emit` of a format takes the located findings and what the report says of the run, and gives text.
"""

from collections.abc import Callable, Sequence
from importlib import import_module

from mkdocs_plans.findings import Located
from mkdocs_plans.outputs.findings.run import Run

Emit = Callable[[Sequence[Located], Run], str]

FORMATS = {"text": False, "json": False, "github": True, "gitlab": True, "sarif": True}
"""The formats by the name of their file, which `plans check --format` takes, and whether a code host reads
them: then they name files from the root of the repository.
"""


def emitter(format_: str) -> Emit:
    """What writes a format. It is imported when it is asked for, so that no run waits for the others."""
    emit: Emit = import_module(f"{__name__}.{format_}").emit
    return emit


__all__ = ["FORMATS", "Emit", "Run", "emitter"]
