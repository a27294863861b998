"""Findings → what a person or a program reads: one emitter a file.

An emitter takes the located findings and what the report needs to know of the run, and gives text.
"""

from collections.abc import Callable, Sequence

from mkdocs_plans.findings import Located
from mkdocs_plans.report import json, summary, text
from mkdocs_plans.report.run import Run
from mkdocs_plans.report.text import printable

Emitter = Callable[[Sequence[Located], Run], str]

FORMATS: dict[str, Emitter] = {"text": text.emit, "json": json.emit}
"""The emitters by the name that `--format` takes."""

__all__ = ["FORMATS", "Emitter", "Run", "printable", "summary"]
