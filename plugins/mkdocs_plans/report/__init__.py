"""Findings → what a person or a program reads: one emitter a file.

An emitter takes the located findings and what the report needs to know of the run, and gives text.
"""

from collections.abc import Callable, Sequence

from mkdocs_plans.findings import Located
from mkdocs_plans.report import github, gitlab, json, sarif, summary, text
from mkdocs_plans.report.run import Run
from mkdocs_plans.report.text import printable

Emitter = Callable[[Sequence[Located], Run], str]

FORMATS: dict[str, Emitter] = {
    "text": text.emit,
    "json": json.emit,
    "github": github.emit,
    "gitlab": gitlab.emit,
    "sarif": sarif.emit,
}
"""The emitters by the name that `--format` takes."""

FOR_CODE_HOSTS = frozenset({"github", "gitlab", "sarif"})
"""The formats that a code host reads: they name files from the root of the repository."""

__all__ = ["FORMATS", "FOR_CODE_HOSTS", "Emitter", "Run", "printable", "summary"]
